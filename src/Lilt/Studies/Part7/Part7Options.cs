using System.Globalization;
using Lilt.Generation;
using Lilt.Spectra;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;

namespace Lilt.Studies.Part7;

/// <summary>What to study after part 7.</summary>
public sealed record Part7Options : StudyOptions
{
    private const double ShortestPeriod = 2;

    /// <summary>
    /// How many tunes with the studied header binding is tested on, at least 2; the first 50 give the spectra's interval. Default 100.
    /// </summary>
    public int HeaderTunes { get; init; } = 100;

    /// <summary>The most random sets a layer in the control; 0 leaves the control out. Default 199.</summary>
    public int ControlSets { get; init; } = new ControlOptions().Sets;

    /// <summary>Tunes that the control feeds to every network. Default 10.</summary>
    public int ControlTunes { get; init; } = new ControlOptions().Tunes;

    /// <summary>The same with what is asked of this kind alone: <c>control</c>, <c>tunes</c> and <c>band</c>.</summary>
    /// <param name="asked">What was asked for.</param>
    public Part7Options With(IAskedOptions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return this with
        {
            ControlSets = (int)asked.Whole("control", ControlSets, 0, ControlOptions.MostSets),
            ControlTunes = (int)asked.Whole("tunes", ControlTunes, 2, ControlOptions.MostTunes),
            Band = asked.Text("band") is { } text ? BandOf(text, asked) : Band,
        };
    }

    private static Band BandOf(string text, IAskedOptions asked)
    {
        double[] ends =
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(end =>
                    double.TryParse(end, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : double.NaN
                ),
        ];
        return ends.Length == 2 && ends[0] >= ShortestPeriod && ends[1] >= ends[0] && double.IsFinite(ends[1])
            ? new Band(ends[0], ends[1])
            : throw asked.Fault($"{asked.Spelling("band")} {text}: give the shortest and the longest period, both 2 steps or more.");
    }
}
