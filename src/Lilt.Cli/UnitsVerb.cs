using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary><c>lilt units</c>: the units of a layer whose power lies in a band.</summary>
internal static class UnitsVerb
{
    private const double DefaultShare = 0.33;

    public static Command Create()
    {
        SpectrumArguments arguments = new();
        Option<int> layer = new("--layer") { Description = "The layer, from 1.", DefaultValueFactory = _ => 1 };
        Option<double[]> band = new("--band")
        {
            Description = "The band in steps. Default: 3.5 % to either side of the tune's measure interval.",
            Arity = new ArgumentArity(2, 2),
            AllowMultipleArgumentsPerToken = true,
            HelpName = "SHORTEST LONGEST",
        };
        Option<double?> above = new("--above") { Description = "The units with a larger fraction of their power in the band." };
        Option<double?> top = new("--top")
        {
            Description = "This share of the units, those with the largest fractions, frequency 0 excluded. Default: 0.33.",
        };
        Option<string?> planOutput = new("--plan-out") { Description = "Write the plan that excises the units.", HelpName = "FILE" };
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "units",
            "Ranks the units whose power lies in a band, with what the threshold would take under each convention.\n"
                + "Example: lilt units tune.npz --layer 1 --band 8.7 9.3 --above 0.00025 --json"
        )
        {
            arguments.Recording,
            arguments.Tune,
            layer,
            band,
            above,
            top,
            arguments.Window,
            arguments.Points,
            arguments.DirectCurrent,
            arguments.Detrending,
            arguments.Rectify,
            planOutput,
            json,
        };
        command.SetAction(parsed =>
        {
            double? threshold = parsed.GetValue(above);
            double? share = parsed.GetValue(top);
            if (threshold is not null && share is not null)
            {
                throw new InputException("--above and --top are two ways to choose: give one.");
            }

            if (share is < 0 or > 1 || share is double.NaN)
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"--top {share}: a share is from 0 to 1."));
            }

            TuneRecording tune = arguments.Read(parsed);
            int chosen = parsed.GetValue(layer);
            if (chosen < 1 || chosen > tune.Facts.Layers)
            {
                throw new InputException($"--layer {chosen}: the recording has layers 1 to {tune.Facts.Layers}.");
            }

            UnitSequences sequences = SpectrumArguments.Hidden(tune, chosen);
            SpectrumOptions options = arguments.Options(parsed);
            if (threshold is null)
            {
                options = options with { DirectCurrent = DirectCurrent.Exclude };
            }

            LayerSpectra spectra = LayerSpectra.Of(sequences, options);
            Band range = BandOf(parsed.GetValue(band), tune, spectra.Grid);
            double[] fractions = spectra.BandFractions(range);
            IReadOnlyList<UnitFraction> units = threshold is { } over
                ? UnitSelection.Above(fractions, over)
                : UnitSelection.Top(fractions, share ?? DefaultShare);
            IReadOnlyList<ConventionShare> conventions = UnitSelection.SharesAbove(
                sequences,
                range,
                threshold ?? UnitSelection.ArticleThreshold,
                options
            );
            if (parsed.GetValue(planOutput) is { } path)
            {
                OperationPlan plan = new(new Excise { Layer = chosen, Units = UnitSet.Of(units.Select(unit => unit.Unit).Order()) });
                TextFile.Replace(path, writer => writer.WriteLine(plan.ToJson()));
            }

            TextWriter output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                output.WriteLine(
                    new JsonObject
                    {
                        ["layer"] = chosen,
                        ["band"] = new JsonArray(range.Shortest.Steps, range.Longest.Steps),
                        ["above"] = threshold,
                        ["top"] = threshold is null ? share ?? DefaultShare : null,
                        ["units"] = new JsonArray([
                            .. units.Select(unit => (JsonNode)new JsonObject { ["unit"] = unit.Unit, ["fraction"] = unit.Fraction }),
                        ]),
                        ["share"] = (double)units.Count / sequences.Units,
                        ["conventions"] = new JsonObject(
                            conventions.Select(convention => KeyValuePair.Create(convention.Name, (JsonNode?)convention.Share))
                        ),
                    }.ToJsonString(JsonText.Indented)
                );
                return CommandLine.Done;
            }

            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"layer {chosen}, band {range} steps: {units.Count} of {sequences.Units} units ({(double)units.Count / sequences.Units:0.0 %})"
                )
            );
            foreach (UnitFraction unit in units)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"L{chosen}.h[{unit.Unit}]  {unit.Fraction:0.000000}"));
            }

            output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"over {threshold ?? UnitSelection.ArticleThreshold} under each convention:")
            );
            foreach (ConventionShare convention in conventions)
            {
                output.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"  {convention.Name}: {convention.Count} ({convention.Share:0.0 %})")
                );
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Band BandOf(double[]? given, TuneRecording tune, SpectralGrid grid)
    {
        if (given is { Length: 2 })
        {
            return given[0] > 0 && given[1] >= given[0]
                ? new Band(given[0], given[1])
                : throw new InputException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"--band {given[0]} {given[1]}: give the shortest and the longest period, both over 0."
                    )
                );
        }

        return SpectrumArguments.MeasureInterval(tune) is { } interval
            ? MeasureBand.Around(interval, grid)
            : throw new InputException(
                $"the tune has fewer than {MeasureBand.FewestMeasures} measures, so there is no band to take by itself: give one with --band."
            );
    }
}
