using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 11: the section's count.</summary>
internal static class SectionTelling
{
    private const double LeastLost = 0.1;

    /// <summary>The figure; null where there are too few sections.</summary>
    public static SectionFigure? Of(SectionCount sections, int layers, string command)
    {
        MeterQuestions asked = sections.Asked;
        (int Dose, SwappedParts Parts, IReadOnlyList<SwapPair> Pairs)[] results = [.. sections.Results.Where(of => of.Pairs.Count > 0)];
        if (results.Length == 0)
        {
            return null;
        }

        List<SectionSwap> swaps = [];
        foreach (int dose in results.Select(of => of.Dose).Distinct())
        {
            (_, SwappedParts parts, IReadOnlyList<SwapPair> pairs) = results.First(of => of.Dose == dose);
            swaps.Add(
                new SectionSwap(
                    "none",
                    dose,
                    pairs.Count,
                    SwapPair.Tunes(pairs),
                    Ends(sections, dose, null),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null
                )
            );
        }

        foreach ((int dose, SwappedParts parts, IReadOnlyList<SwapPair> pairs) in results)
        {
            Estimate? lost = dose == 0 ? null : Share(asked, sections, dose, parts, pairs, sections.Length, layers);
            Estimate? moved = dose <= 0 ? null : Share(asked, sections, dose, parts, pairs, sections.Length - dose, layers);
            swaps.Add(
                new SectionSwap(
                    parts.Name(layers),
                    dose,
                    pairs.Count,
                    SwapPair.Tunes(pairs),
                    Ends(sections, dose, parts),
                    lost?.Value,
                    lost?.Low,
                    lost?.High,
                    moved?.Value,
                    moved?.Low,
                    moved?.High
                )
            );
        }

        return new SectionFigure
        {
            Meter = asked.Material.Meter,
            Length = sections.Length,
            Sections = sections.Count,
            TargetMeasure = SectionCount.TargetMeasure,
            Level = asked.Bootstrap.Level,
            Swaps = swaps,
            Article = null,
            Here = Here(asked.Material.Meter, sections, swaps, layers),
            Caption =
                $"R, the probability of a repeat's end given that a measure token comes, at the end of each measure of the section. In the middle of the third measure the layers named take the state of the middle of a measure two further on, or two back, in another section. Uprights: the own end and the moved one. Shares are of what all layers carry, intervals over tunes ({FigureWords.Level(asked.Bootstrap)}). Last: shams, donors in the same measure of their section.",
            Command = command,
            Files = ["sections.csv"],
        };
    }

    /// <summary>The layers that carry most of the loss of the own end; empty where nothing can be said.</summary>
    public static IReadOnlyList<int> Keepers(SectionFigure figure, int layers)
    {
        SectionSwap[] ahead =
        [
            .. figure.Swaps.Where(of =>
                of.Dose > 0 && of.Pairs >= CausesThresholds.FewestPairs && of.Tunes >= CausesThresholds.FewestTunes
            ),
        ];
        SectionSwap? fewest = ahead
            .Where(of => of.Layers is not ("none" or "all") && of.OwnLow >= CausesThresholds.Carries)
            .OrderBy(of => of.Layers.Length)
            .ThenByDescending(of => of.OwnLost)
            .FirstOrDefault();
        return fewest is null || layers < 2 ? [] : [.. fewest.Layers.Split('+').Select(int.Parse)];
    }

    private static string Here(string meter, SectionCount sections, List<SectionSwap> swaps, int layers)
    {
        SectionSwap? none = swaps.FirstOrDefault(of => of is { Layers: "none", Dose: > 0 });
        if (none is null)
        {
            return $"There are {NumberText.Count(sections.Count, "section")} of {NumberText.Number(sections.Length)} measures in {meter}, and none could be interchanged.";
        }

        IEnumerable<string> of = swaps
            .Where(swap => swap.Dose > 0 && swap.Layers != "none" && (swap.Layers.Length == 1 || swap.Layers is "1+2" or "all"))
            .Select(swap =>
                $"{FigureWords.Share(swap.R[^1].R)} ({(swap.Layers == "all" ? "all" : FigureWords.Layers([.. swap.Layers.Split('+').Select(int.Parse)]))})"
            );
        return $"Of {NumberText.Count(none.Pairs, "section")} of {NumberText.Number(sections.Length)} measures in {meter}, the repeat ends with the last measure, given a bar, with probability {FigureWords.Share(none.R[^1].R)}; after a state from two measures further on, {NumberText.List(of)}.";
    }

    private static IReadOnlyList<SectionEnd> Ends(SectionCount sections, int dose, SwappedParts? parts) =>
        [
            .. Enumerable
                .Range(SectionCount.TargetMeasure, sections.Length - SectionCount.TargetMeasure + 1)
                .Select(measure => new SectionEnd(measure, sections.R(dose, parts, measure).Average())),
        ];

    private static Estimate? Share(
        MeterQuestions asked,
        SectionCount sections,
        int dose,
        SwappedParts parts,
        IReadOnlyList<SwapPair> pairs,
        int measure,
        int layers
    )
    {
        SwappedParts all = new() { Layers = [.. Enumerable.Range(1, layers)] };
        double[] without = sections.R(dose, null, measure);
        double[] whole = [.. sections.R(dose, all, measure).Zip(without, (one, other) => one - other)];
        return Math.Abs(whole.Average()) < LeastLost
            ? null
            : asked.Bootstrap.Ratio(pairs, [.. sections.R(dose, parts, measure).Zip(without, (one, other) => one - other)], whole);
    }
}
