using Lilt.Notation;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 2 and what it says: what is counted, and in what form.</summary>
internal static class CountTelling
{
    private const int FewestPlaces = 10;

    /// <summary>What is counted: what one meter says and no other contradicts.</summary>
    public static CountedThing Counted(IReadOnlyList<MeterQuestions> meters)
    {
        CountedThing[] said = [.. meters.Select(Counted).Where(of => of != CountedThing.Undetermined).Distinct()];
        return said.Length == 1 ? said[0] : CountedThing.Undetermined;
    }

    private static CountedThing Counted(MeterQuestions asked)
    {
        if (!IsEnough(asked.Counted.OtherDuration) || !IsEnough(asked.Counted.OtherTokens))
        {
            return CountedThing.Undetermined;
        }

        (Estimate? byDuration, Estimate? byTokens) = (Lost(asked, asked.Counted.OtherDuration), Lost(asked, asked.Counted.OtherTokens));
        return byDuration is null || byTokens is null ? CountedThing.Undetermined
            : byDuration.Low >= CausesThresholds.LeastMoved && byTokens.High < byDuration.Low / 2 ? CountedThing.Durations
            : byTokens.Low >= CausesThresholds.LeastMoved && byDuration.High < byTokens.Low / 2 ? CountedThing.Tokens
            : CountedThing.Undetermined;
    }

    /// <summary>In what form, as far as states from another meter tell.</summary>
    public static CountDirection Direction(IReadOnlyList<CrossedMeter> crossings)
    {
        CrossedMeter[] enough = [.. crossings.Where(of => of.Layers == "all" && of.Pairs >= CausesThresholds.FewestPairs)];
        return enough.Length < 2 ? CountDirection.Undetermined
            : enough.All(of => of.AgreesToGo >= CausesThresholds.Agrees) ? CountDirection.Down
            : enough.All(of => of.AgreesGone >= CausesThresholds.Agrees) ? CountDirection.Up
            : enough.All(of => of.AgreesShare >= CausesThresholds.Agrees) ? CountDirection.Share
            : CountDirection.Undetermined;
    }

    /// <summary>The crossings of meters as rows.</summary>
    public static IReadOnlyList<CrossedMeter> Rows(IReadOnlyList<Crossing> crossings, int layers) =>
        [.. crossings.SelectMany(crossing => Enumerable.Range(0, layers + 1).Select(layer => Row(crossing, layer)))];

    /// <summary>The figure.</summary>
    public static CountFigure Of(
        IReadOnlyList<MeterQuestions> meters,
        IReadOnlyList<CrossedMeter> crossings,
        CountedThing counted,
        CountDirection direction,
        string command
    ) =>
        new()
        {
            Meters = [.. meters.Select(Meter)],
            Matched =
            [
                .. meters.SelectMany(asked =>
                    (MatchedCount[])
                        [Matched(asked, "duration", asked.Counted.OtherDuration), Matched(asked, "tokens", asked.Counted.OtherTokens)]
                ),
            ],
            Crossings = crossings,
            Article = null,
            Here = Here(meters, crossings, counted, direction),
            Caption =
                "Across: d, the duration since the last measure token, in eighths; B = log Σ p(measure tokens), nats, the mean over open places of full inner measures, the tokens given; a line a number of tokens n since the bar. The upright is the full measure. Then what B at the own bar loses, nats, when all layers take the state of a place that differs in duration or in tokens alone, with intervals over tunes. Last, states from tunes in another meter; uprights: where the bar is due if what has gone is kept, what is to go, or the share of the measure.",
            Command = command,
            Files = ["count.csv"],
        };

    private static string Here(
        IReadOnlyList<MeterQuestions> meters,
        IReadOnlyList<CrossedMeter> crossings,
        CountedThing counted,
        CountDirection direction
    )
    {
        MeterQuestions first = meters[0];
        Estimate? byDuration = Lost(first, first.Counted.OtherDuration);
        Estimate? byTokens = Lost(first, first.Counted.OtherTokens);
        string matched =
            byDuration is null || byTokens is null
                ? $"In {first.Material.Meter} there are no places that differ in duration alone and others that differ in tokens alone, so durations and tokens can't be told apart."
                : $"In {first.Material.Meter}, a state with two eighths less and as many tokens takes {FigureWords.Nats(byDuration.Value)} nats from the own bar ({NumberText.Number(first.Counted.OtherDuration.Pairs.Count)} interchanges), one with at least two tokens fewer and as much duration {FigureWords.Nats(byTokens.Value)} ({NumberText.Number(first.Counted.OtherTokens.Pairs.Count)}): "
                    + counted switch
                    {
                        CountedThing.Durations => "the network counts durations.",
                        CountedThing.Tokens => "the network counts tokens.",
                        _ => "which of the two is counted is undetermined.",
                    };
        CrossedMeter[] whole = [.. crossings.Where(of => of.Layers == "all" && of.Pairs > 0)];
        if (whole.Length == 0)
        {
            return matched + " Up or down can't be told without tunes in two meters.";
        }

        return matched
            + $" Of states put into tunes of another meter, the bar then comes where what is to go says in {Range(whole.Select(of => of.AgreesToGo))} of the interchanges, where what has gone says in {Range(whole.Select(of => of.AgreesGone))}: "
            + direction switch
            {
                CountDirection.Down => "what is kept is what is to go, or what has gone together with the meter, which here is as good.",
                CountDirection.Up => "what is kept is what has gone.",
                CountDirection.Share => "what is kept is the share of the measure.",
                _ => "the form of the count is undetermined.",
            };
    }

    private static string Range(IEnumerable<double?> shares)
    {
        double[] all = [.. shares.OfType<double>().Order()];
        return all.Length == 0 ? "none"
            : NumberText.Share(all[0]) == NumberText.Share(all[^1]) ? NumberText.Share(all[0])
            : $"{NumberText.Share(all[0]).TrimEnd('%', ' ')} to {NumberText.Share(all[^1])}";
    }

    private static bool IsEnough(SwapResult of) =>
        of.Pairs.Count >= CausesThresholds.FewestPairs && SwapPair.Tunes(of.Pairs) >= CausesThresholds.FewestTunes;

    private static Estimate? Lost(MeterQuestions asked, SwapResult of) => asked.Bootstrap.Mean(of.Pairs, WhatIsCounted.Lost(of));

    private static MatchedCount Matched(MeterQuestions asked, string differs, SwapResult of)
    {
        Estimate? lost = Lost(asked, of);
        return new MatchedCount(
            asked.Material.Meter,
            differs,
            of.Pairs.Count,
            SwapPair.Tunes(of.Pairs),
            lost?.Value,
            lost?.Low,
            lost?.High
        );
    }

    private static CountMeter Meter(MeterQuestions asked) =>
        new(
            asked.Material.Meter,
            asked.Material.Eighths,
            asked.Material.Tunes.Count,
            asked.Material.Written,
            asked.Material.FullMeasures,
            asked.Material.Measures,
            [
                .. asked
                    .Counted.Natural()
                    .GroupBy(of => (of.Distance, of.Tokens))
                    .Where(of => of.Count() >= FewestPlaces)
                    .OrderBy(of => of.Key.Tokens)
                    .ThenBy(of => of.Key.Distance)
                    .Select(of =>
                    {
                        Estimate? mean = asked.Bootstrap.Mean([.. of.Select(one => (one.Tune, (int?)null, one.B))]);
                        return new CountCell(
                            FigureWords.Eighths(of.Key.Distance),
                            of.Key.Tokens,
                            of.Average(one => one.B),
                            mean?.Low,
                            mean?.High,
                            of.Count()
                        );
                    }),
            ]
        );

    private static CrossedMeter Row(Crossing crossing, int layer)
    {
        SwapResult of = crossing.Of(layer);
        Fraction?[] due = crossing.FirstDue(of);
        return new CrossedMeter(
            crossing.DonorMeter,
            FigureWords.Eighths(crossing.From),
            crossing.TargetMeter,
            FigureWords.Eighths(crossing.At),
            layer == 0 ? "all" : NumberText.Number(layer),
            Within(crossing, crossing.Gone),
            Within(crossing, crossing.ToGo),
            Within(crossing, crossing.Share),
            of.Pairs.Count,
            Agrees(crossing.Gone),
            Agrees(crossing.ToGo),
            Agrees(crossing.Share),
            SwapTelling.Means(
                crossing.Places(of).Select(place => (place.Distance, 0, (int?)null, place.After, (double?)place.Without)),
                null
            )
        );

        double? Agrees(Fraction expected) => due.Length == 0 ? null : due.Count(at => crossing.Agrees(at, expected)) / (double)due.Length;
    }

    private static double? Within(Crossing crossing, Fraction expected) => expected > crossing.Full ? null : FigureWords.Eighths(expected);
}
