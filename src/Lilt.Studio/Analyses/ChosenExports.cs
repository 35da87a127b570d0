using System.Globalization;
using System.Text;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studies;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Analyses;

/// <summary>Files of the units and steps that are chosen on the page, as <c>lilt values</c> writes them.</summary>
internal sealed class ChosenExports(SessionStore store, StudioModels models, TuneReplay replay)
{
    private const int MostNamed = 4;
    private const string RecordingFile = "tune.npz";

    /// <summary>Makes a file.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="format">What it is.</param>
    /// <param name="site">h, c, i, f, g, o.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="units">As <c>3,5-9</c>, from 0; null for all of the layer.</param>
    /// <param name="steps">As <c>10-20</c>, from 0; null for all.</param>
    /// <param name="response">Takes the file's name.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<IResult> MakeAsync(
        string tune,
        ChosenFormat format,
        string site,
        int layer,
        string? units,
        string? steps,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        StoredTune data = store.Tune(tune).Data;
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        Site of = new(RecordedSite.Kind(site, layer, recording), layer);
        IReadOnlyList<int>? chosen = units is null ? null : Numbers("units", units, recording.Facts.Units);
        IReadOnlyList<int> at = steps is null ? [0, recording.Steps - 1] : Numbers("steps", steps, recording.Steps);
        if (steps is not null && at[^1] - at[0] != at.Count - 1)
        {
            throw StudioException.Bad($"'steps' is one run, as 10-20, and '{steps}' is not.");
        }

        string name = $"{data.Name} {of} {Named("units", chosen, units)} {(steps is null ? "" : $"steps {Run(at)}")}";
        switch (format)
        {
            case ChosenFormat.Plan:
                Attachment.Name(response, name, "plan.json");
                return TypedResults.Content(Plan(of, chosen, steps is null ? null : at) + "\n", "application/json; charset=utf-8");
            case ChosenFormat.Command:
                return TypedResults.Content(
                    Command(data, of, chosen, steps is null ? null : at, Attachment.Stem(name)) + "\n",
                    "text/plain; charset=utf-8"
                );
            case ChosenFormat.Npz:
                MemoryStream file = new();
                ChosenValues.Of(recording, of, chosen, at[0], at[^1]).WriteNpz(file);
                file.Position = 0;
                Attachment.Name(response, name, "npz");
                return TypedResults.Stream(file, "application/octet-stream");
            default:
                Attachment.Name(response, name, "csv");
                return TypedResults.Content(ChosenValues.Of(recording, of, chosen, at[0], at[^1]).ToCsv(), "text/csv; charset=utf-8");
        }
    }

    // What excising would be: h of the units at 0 at every step; of another site, or at some steps, a clamp.
    private static string Plan(Site site, IReadOnlyList<int>? units, IReadOnlyList<int>? steps)
    {
        UnitSet set = units is null ? UnitSet.All : UnitSet.Of(units);
        Operation held =
            site.Kind == SiteKind.Hidden && steps is null
                ? new Excise { Layer = site.Layer, Units = set }
                : new Adjust
                {
                    How = Adjustment.Clamp,
                    Site = site,
                    Units = set,
                    Values = [0],
                    Steps = steps is null ? StepRange.AllSteps : new StepRange(steps[0], steps[^1]),
                };
        return new OperationPlan(held).ToJson();
    }

    private string Command(StoredTune tune, Site site, IReadOnlyList<int>? units, IReadOnlyList<int>? steps, string stem)
    {
        StringBuilder command = new(TuneCommand.Of(tune, models.Argument(tune.Model)).Record(RecordingFile, tune.Kind == TuneKind.Given));
        command.Append(CultureInfo.InvariantCulture, $" && lilt values {RecordingFile}");

        // Where the run is made up to the tune, it is the last in its file.
        if (tune.Index > 0 && (tune.Plan is not null || tune.Generator == DrawMode.Stream))
        {
            command.Append(CultureInfo.InvariantCulture, $" --tune {tune.Index}");
        }

        command.Append(CultureInfo.InvariantCulture, $" --site {site}");
        if (units is not null)
        {
            command.Append($" --units {NumberRanges.Write(units)}");
        }

        if (steps is not null)
        {
            command.Append($" --steps {Run(steps)}");
        }

        return command.Append($" --out {ShellWord.Of($"{stem}.csv")}").ToString();
    }

    private static string Named(string what, IReadOnlyList<int>? numbers, string? text) =>
        numbers is null ? $"all {what}"
        : numbers.Count == 1 ? $"unit {numbers[0]}"
        : text!.Count(sign => sign == ',') < MostNamed ? $"{what} {NumberRanges.Write(numbers)}"
        : string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} {what}");

    private static string Run(IReadOnlyList<int> steps) => NumberRanges.Write([.. Enumerable.Range(steps[0], steps[^1] - steps[0] + 1)]);

    private static IReadOnlyList<int> Numbers(string name, string text, int count)
    {
        try
        {
            return NumberRanges.Read(text, count);
        }
        catch (FormatException e)
        {
            throw StudioException.Bad($"'{name}': {e.Message}");
        }
    }
}
