using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Lilt.Spectra;

namespace Lilt.Cli;

/// <summary><c>lilt windows</c>: what the analysis windows make of some periods.</summary>
internal static class WindowsVerb
{
    private const int ArticleLength = 147;

    private const int LongestWindow = 1_000_000;

    private static readonly WindowShape[] ArticleWindows = [WindowShape.Rectangular, WindowShape.Hann];

    public static Command Create()
    {
        Option<int> length = new("--length") { Description = "N, the steps under the window.", DefaultValueFactory = _ => ArticleLength };
        Option<WindowShape[]> shapes = new("--window")
        {
            Description = "Which windows: hann, rectangular, hamming, blackman. Default: rectangular and hann.",
            AllowMultipleArgumentsPerToken = true,
            HelpName = ChoiceOption.Names<WindowShape>(),
        };
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "windows",
            "The window tables: main-lobe support and first sidelobes by period.\n\nExample: lilt windows --length 147 --json"
        )
        {
            length,
            shapes,
            json,
        };
        command.SetAction(parsed =>
            Write(
                parsed.InvocationConfiguration.Output,
                parsed.GetRequiredValue(length),
                parsed.GetValue(shapes) is { Length: > 0 } given ? given : ArticleWindows,
                parsed.GetValue(json)
            )
        );
        return command;
    }

    private static int Write(TextWriter output, int length, WindowShape[] shapes, bool json)
    {
        WholeNumber.InRange("--length", length, Window.MinimumLength, LongestWindow);
        WindowTable[] tables =
        [
            .. shapes.Distinct().Select(shape => new WindowTable(new Window(shape, length), WindowTable.ArticlePeriods)),
        ];
        if (json)
        {
            output.WriteLine(Document(length, tables).ToJsonString(JsonText.Indented));
        }
        else
        {
            WriteText(output, tables);
        }

        return CommandLine.Done;
    }

    private static JsonObject Document(int length, WindowTable[] tables) =>
        new()
        {
            ["length"] = length,
            ["windows"] = new JsonArray([
                .. tables.Select(table =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["name"] = JsonText.Name(table.Window.Shape),
                            ["halfWidth"] = table.Window.Lobes.HalfWidth,
                            ["sidelobe"] = table.Window.Lobes.Sidelobe,
                            ["sidelobeDb"] = table.Window.Lobes.SidelobeDecibels,
                            ["periods"] = new JsonArray([
                                .. table.Rows.Select(row =>
                                    (JsonNode)
                                        new JsonObject
                                        {
                                            ["period"] = JsonText.Of(row.Period),
                                            ["support"] = new JsonArray(JsonText.Of(row.SupportLow), JsonText.Of(row.SupportHigh)),
                                            ["sidelobes"] = new JsonArray(JsonText.Of(row.SidelobeLow), JsonText.Of(row.SidelobeHigh)),
                                        }
                                ),
                            ]),
                        }
                ),
            ]),
        };

    private static void WriteText(TextWriter output, WindowTable[] tables)
    {
        foreach (WindowTable table in tables)
        {
            WindowLobes lobes = table.Window.Lobes;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{JsonText.Name(table.Window.Shape)}, {table.Window.Length} steps: half width {lobes.HalfWidth:0.00000} cycles a step, first sidelobe {lobes.SidelobeDecibels:0.0} dB at {lobes.Sidelobe:0.00000}"
                )
            );
            output.WriteLine($"{"period", 8}  {"support", -20}  {"sidelobes", -20}");
            foreach (WindowTableRow row in table.Rows)
            {
                output.WriteLine(
                    $"{row.Period, 8}  {$"{Text(row.SupportLow)} – {Text(row.SupportHigh)}", -20}  {Text(row.SidelobeLow)}, {Text(row.SidelobeHigh)}"
                );
            }

            output.WriteLine();
        }
    }

    private static string Text(Period period) =>
        double.IsPositiveInfinity(period.Steps)
            ? "inf"
            : period.Steps.ToString(period.Steps < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
