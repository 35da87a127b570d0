using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 5: what sets the count.</summary>
internal static class SetsTelling
{
    private const int FewestPlaces = 5;

    /// <summary>The figure.</summary>
    public static SetsFigure Of(IReadOnlyList<MeterQuestions> meters, int layers, string command)
    {
        SetMeter[] made = [.. meters.Where(asked => asked.Sets.Count > 0).Select(asked => Meter(asked, layers))];
        return new SetsFigure
        {
            Meters = made,
            Article =
                "With a third of layer 1 cut every measure except one is counted right: layer 1 seems not to count but to react to the measure token.",
            Here = string.Join(' ', made.Select(Here)),
            Caption =
                "A measure token is put in about the middle of a measure. The highest B, nats, from there to the measure's own end: near 0, a bar is as due as ever. Then one road is blocked: a layer's memory is put back to what it was before the token, or it hands up in the token's step what it handed up before. Intervals over tunes.",
            Command = command,
            Files = ["sets.csv"],
        };
    }

    private static string Here(SetMeter of)
    {
        IEnumerable<string> undone = of.Layers.Select(layer =>
            $"layer {layer.Layer}: {FigureWords.Share(layer.PutBackUndoes)} by its memory put back, {FigureWords.Share(layer.HeldBackUndoes)} by its output held back"
        );
        return $"In {of.Meter} a measure token put into {NumberText.Number(of.Count)} measures changes the highest B up to their own end from {FigureWords.Nats(of.Without)} to {FigureWords.Nats(of.WithBar)}; of that is undone at {string.Join("; ", undone)}.";
    }

    private static SetMeter Meter(MeterQuestions asked, int layers)
    {
        Estimate? fall = asked.Reset;
        return new SetMeter(
            asked.Material.Meter,
            asked.Material.Eighths,
            asked.Sets.Count,
            asked.Sets.Tunes.Distinct().Count(),
            asked.Sets.Without.Average(),
            asked.Sets.WithBar.Average(),
            asked.Sets.Without.Average() - asked.Sets.WithBar.Average(),
            fall?.Low,
            fall?.High,
            [.. Enumerable.Range(1, layers).Select(layer => Layer(asked, layer))],
            Means(asked.Sets.After(), asked.Bootstrap),
            Means(asked.Sets.Deleted(), asked.Bootstrap)
        );
    }

    private static SetLayer Layer(MeterQuestions asked, int layer)
    {
        Estimate? put = asked.Undone(layer, heldBack: false);
        Estimate? held = asked.Undone(layer, heldBack: true);
        return new SetLayer(
            layer,
            asked.Sets.PutBackOf(layer).Average(),
            put?.Value,
            put?.Low,
            put?.High,
            asked.Sets.HeldUpOf(layer).Average(),
            held?.Value,
            held?.Low,
            held?.High
        );
    }

    private static IReadOnlyList<PlaceMean> Means(
        IEnumerable<(double Eighths, int Tune, double B, double Without)> places,
        TuneBootstrap bootstrap
    ) =>
        [
            .. places
                .GroupBy(of => of.Eighths)
                .Where(of => of.Count() >= FewestPlaces)
                .OrderBy(of => of.Key)
                .Select(of =>
                {
                    Estimate? mean = bootstrap.Mean([.. of.Select(one => (one.Tune, (int?)null, one.B))]);
                    return new PlaceMean(
                        of.Key,
                        of.Average(one => one.B),
                        mean?.Low,
                        mean?.High,
                        of.Average(one => one.Without),
                        of.Count()
                    );
                }),
        ];
}
