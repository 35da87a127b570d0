using Lilt.Studies.Causes.Figures;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 1, the verdicts and the sentence for the network.</summary>
internal static class WiringTelling
{
    /// <summary>The figure.</summary>
    public static WiringFigure Of(
        IReadOnlyList<WiredLayer> layers,
        CountedThing counted,
        CountDirection direction,
        string sentence,
        string command
    ) =>
        new()
        {
            Layers = layers,
            Counted = counted,
            Direction = direction,
            Sentence = sentence,
            Article =
                "The token read causes what layer 1 does, and the posterior causes what is written; whether the rhythm of layers 2 and 3 comes from the measure tokens read or makes those written is left open.",
            Here = sentence,
            Caption =
                "Boxes are layers, arrows the ways between them. At the memory: F, the share of the moved bar that it carries alone. At the entry: the share of the reset that is undone when the layer is blocked. At the exit: the share of the way to a boundary when it hands up another's. Words are verdicts; dotted is undetermined.",
            Command = command,
            Files = ["interchange.csv", "sets.csv", "moves.csv"],
        };

    /// <summary>The whole in one sentence, or two.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="counted">What is counted.</param>
    /// <param name="direction">In what form.</param>
    /// <param name="section">The layers that keep the section's count; empty where that is not known.</param>
    /// <param name="meters">The meters of the study.</param>
    public static string Sentence(
        IReadOnlyList<WiredLayer> layers,
        CountedThing counted,
        CountDirection direction,
        IReadOnlyList<int> section,
        IReadOnlyList<string> meters
    )
    {
        int[] keepers = [.. layers.Where(of => of.Keeps.Verdict == VerdictKind.Supported || of.Together.Count > 0).Select(of => of.Layer)];
        string what = counted switch
        {
            CountedThing.Durations => "counts durations",
            CountedThing.Tokens => "counts tokens",
            _ => "counts",
        };
        string way = direction switch
        {
            CountDirection.Down => ", down to the bar",
            CountDirection.Up => ", up from the bar",
            CountDirection.Share => ", by the share of the measure",
            _ => string.Empty,
        };
        if (keepers.Length == 0)
        {
            bool isNone = layers.All(of => of.Keeps.Verdict == VerdictKind.Contradicted);
            return isNone
                ? "No layer of the network keeps a count of the measure."
                : $"Whether a layer of the network keeps a count of the measure is undetermined: {layers.First(of => of.Keeps.Verdict == VerdictKind.Undetermined).Keeps.Reason}.";
        }

        WiredLayer first = layers[keepers[0] - 1];
        string kept =
            first.Together.Count > 0
                ? $"{FigureWords.Layers([.. first.Together.Append(first.Layer).Order()])} keep the count together, neither alone"
                : Kept([.. keepers.Select(layer => layers[layer - 1])], meters);
        List<string> parts = [];
        WiredLayer? setter = layers.FirstOrDefault(of => of.Sets.Verdict == VerdictKind.Supported);
        if (setter is not null && setter.Road != BarRoad.ItsOwn)
        {
            parts.Add(
                $"layer {setter.Layer} reads the bar line and sets the count"
                    + setter.Road switch
                    {
                        BarRoad.Remembered => " by what it remembers over the steps that follow",
                        BarRoad.ToldAtOnce => " in the very step",
                        _ => string.Empty,
                    }
            );
        }
        else if (setter is not null)
        {
            kept += ", set by the bar line itself";
        }

        parts.Add(kept);
        if (setter is null && layers.All(of => of.Sets.Verdict == VerdictKind.Contradicted))
        {
            parts.Add("a bar line that is read does not set it");
        }

        int[] above = [.. layers.Where(of => of.Layer > keepers[^1] && of.HandsOn.Verdict == VerdictKind.Supported).Select(of => of.Layer)];
        if (above.Length > 0)
        {
            parts.Add($"{FigureWords.Layers(above)} {(above.Length == 1 ? "hands" : "hand")} it on");
        }

        string longer =
            section.Count == 0 ? string.Empty
            : section.SequenceEqual(keepers) ? $" The section's measures are counted in {FigureWords.Layers(section)} too."
            : section.Intersect(keepers).Any()
                ? $" The section's measures are not counted in {FigureWords.Layers(keepers)} alone: most of that count is in {FigureWords.Layers(section)}."
            : $" The section's measures are counted elsewhere: most of that count is in {FigureWords.Layers(section)}.";
        string said = parts.Any(part => part.Contains(',', StringComparison.Ordinal)) ? string.Join("; ", parts) : NumberText.List(parts);
        return $"The network {what}{way}: {said}.{longer}";
    }

    // Layers of which each is enough are that in one meter; what is seen of another layer in another meter is said so.
    private static string Kept(IReadOnlyList<WiredLayer> keepers, IReadOnlyList<string> meters)
    {
        IReadOnlyList<string> seen = keepers[0].Keeps.Meters;
        string where = seen.Count < meters.Count ? $" in {NumberText.List(seen)}" : string.Empty;
        return keepers.Count == 1 ? $"layer {keepers[0].Layer} keeps the count{where}"
            : keepers.All(of => of.Keeps.Meters.SequenceEqual(seen))
                ? $"{FigureWords.Layers([.. keepers.Select(of => of.Layer)])} keep the count{where}, each by itself enough to move the bar"
            : $"the count is kept by {NumberText.List(keepers.Select(of => $"layer {of.Layer} in {NumberText.List(of.Keeps.Meters)}"))}";
    }

    /// <summary>Every claim of every layer.</summary>
    public static IReadOnlyList<StudyVerdict> Verdicts(IReadOnlyList<WiredLayer> layers) =>
        [
            .. layers.SelectMany(of =>
                (StudyVerdict[])
                    [
                        Verdict(
                            of.Layer,
                            "keeps the count",
                            of.Keeps,
                            "its memory alone carries {0} of what all layers carry",
                            of.Together
                        ),
                        Verdict(of.Layer, "sets the count", of.Sets, "blocked, {0} of the reset by a bar line is undone", [], "measure"),
                        Verdict(of.Layer, "hands it on", of.HandsOn, "handing up a boundary, it makes {0} of the way to one", []),
                    ]
            ),
        ];

    /// <summary>What else was found.</summary>
    public static IReadOnlyList<string> Summary(CausesFigures figures) =>
        [
            figures.Count.Here,
            figures.Map.Here,
            figures.Sets.Here,
            figures.Moves.Here,
            figures.ByItself.Here,
            .. figures.Section is { } section ? [section.Here] : Array.Empty<string>(),
            "What an interchange can and can't tell: docs/causes.md.",
        ];

    private static StudyVerdict Verdict(
        int layer,
        string claim,
        LayerClaim of,
        string share,
        IReadOnlyList<int> together,
        string counted = "pair"
    ) =>
        new(
            $"layer {layer}",
            claim,
            of.Verdict,
            of.Share,
            of.Low,
            of.High,
            null,
            null,
            $"Layer {layer} {claim}: {EnumWords.Of(of.Verdict)}"
                + (
                    of.Share is { } number
                        ? $"; {string.Format(System.Globalization.CultureInfo.InvariantCulture, share, FigureWords.Share(number))} [{FigureWords.Share(of.Low)}, {FigureWords.Share(of.High)}] ({NumberText.Count(of.Pairs, counted)} in {NumberText.Count(of.Tunes, "tune")}, {of.Meter})"
                        : string.Empty
                )
                + (together.Count > 0 ? $"; only together with {FigureWords.Layers(together)}" : string.Empty)
                + (of.Reason.Length > 0 ? $", since {of.Reason}." : ".")
        );
}
