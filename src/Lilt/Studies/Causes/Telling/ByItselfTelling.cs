using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 7: whether the count runs by itself.</summary>
internal static class ByItselfTelling
{
    private const int FewestPlaces = 5;

    /// <summary>The figure.</summary>
    public static ByItselfFigure Of(MeterQuestions asked, ByItself written, string command)
    {
        double measure = asked.Material.Eighths;
        RiseAtMeasure[] rises = [.. Enumerable.Range(1, ByItself.WrittenMeasures).Select(n => Rise(asked, written, n))];
        return new ByItselfFigure
        {
            Meter = asked.Material.Meter,
            Measure = measure,
            Count = written.Count,
            Places = SwapTelling.Means(
                written.Found.Select(of => (of.Distance, of.Tune, (int?)null, of.B, (double?)null)),
                asked.Bootstrap
            ),
            Rises = rises,
            Article = null,
            Here = Here(asked.Material.Meter, rises),
            Caption =
                "Measure tokens are forbidden from one bar on while the network writes. B, nats, before they are forbidden, at open places, by the duration since the last bar, in eighths, with intervals over tunes. Uprights at one, two and three measures. The longer no bar has come, the less the network knows such text.",
            Command = command,
            Files = ["byitself.csv"],
        };
    }

    private static string Here(string meter, RiseAtMeasure[] rises)
    {
        string numbers = NumberText.List(
            rises.Select(of =>
                of.Rise is { } rise
                    ? $"{FigureWords.Nats(rise)} at {NumberText.Count(of.Measures, "measure")}"
                    : $"not reached at {of.Measures}"
            )
        );
        bool atOne = rises[0].Low >= CausesThresholds.LeastMoved;
        bool again = rises.Length > 1 && rises[1..].All(of => of.Low >= CausesThresholds.LeastMoved);
        bool never = rises.Length > 1 && rises[1..].All(of => of.High < CausesThresholds.LeastMoved);
        return $"Without bars, in {meter}, B stands over the highest of the half measure before by {numbers}, nats: "
            + (
                atOne && again ? "the count runs on by itself, without a bar that sets it."
                : atOne && never ? "it counts to the next bar, and has to be set by it."
                : "whether it runs on without a bar is undetermined."
            );
    }

    private static RiseAtMeasure Rise(MeterQuestions asked, ByItself written, int measures)
    {
        double at = measures * asked.Material.Eighths;
        double before = at - (asked.Material.Eighths / 2);
        ILookup<double, (int Tune, double B)> places = written.Found.ToLookup(
            of => FigureWords.Eighths(of.Distance),
            of => (of.Tune, of.B)
        );
        (int, double)[][] earlier =
        [
            .. places.Where(of => of.Key >= before && of.Key < at && of.Count() >= FewestPlaces).Select(of => of.ToArray()),
        ];
        (int, double)[] full = [.. places[at]];
        if (full.Length < FewestPlaces || earlier.Length == 0)
        {
            return new RiseAtMeasure(measures, null, null, null);
        }

        Estimate? rise = asked.Bootstrap.Rise(full, earlier);
        return new RiseAtMeasure(measures, rise?.Value, rise?.Low, rise?.High);
    }
}
