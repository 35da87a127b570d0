using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7;

/// <summary>How far each unit's mean moved, in its own standard deviations, [H].</summary>
internal sealed record ShiftLayer(int Layer, double[] Shift);

/// <summary>The same body under another header token.</summary>
internal sealed record HeaderVariant(string Token, string Instead, IReadOnlyList<ShiftLayer> Layers);

/// <summary>Figure 16: the same body under other meters and modes.</summary>
internal sealed record ConstantTokensFigure : Beside
{
    public required IReadOnlyList<HeaderVariant> Variants { get; init; }

    /// <summary>Makes the figure.</summary>
    public static ConstantTokensFigure Of(Part7Material material, IReadOnlyList<VariantRun> runs)
    {
        List<HeaderVariant> variants = [.. runs.Select(run => run.Variant(material))];
        return new ConstantTokensFigure
        {
            Variants = variants,
            Article = "The power at frequency 0 comes from tokens that are there at every step or once, M:4/4 and K:Cmaj among them.",
            Here = variants.Count == 0
                ? "The tune begins with no meter or key that the vocabulary could change."
                : Sentence(variants),
            Caption = "The tune's own body is fed to the network under each other meter and each other mode of the vocabulary. A unit's shift is the change of its mean h over the steps that read the body, over its own standard deviation there under the tune's own header.",
            Command = material.Options.Commands.Study,
            Files = ["constant-tokens.csv"],
        };
    }

    // Each variant's own counts stand in the picture; the sentences say how they lie.
    private static string Sentence(List<HeaderVariant> variants)
    {
        int layers = variants[0].Layers.Count;
        int[] moved = [.. variants.Select(variant => variant.Layers.Sum(Moved))];
        int most = Array.IndexOf(moved, moved.Max());
        string others = Say.Count(variants.Count, "other meter or mode", "other meters and modes");
        if (moved[most] == 0)
        {
            return $"None of {others} moves the mean of a unit by more than one standard deviation (at the most {Say.Number(Largest(variants))}).";
        }

        string[] unmoved = [.. variants.Where((_, index) => moved[index] == 0).Select(variant => variant.Token)];
        string[] still = [.. Enumerable.Range(0, layers).Where(layer => variants.All(variant => Moved(variant.Layers[layer]) == 0)).Select(layer => $"layer {Say.Number(layer + 1)}")];
        HeaderVariant far = variants[most];
        return $"Of {others} {far.Token} for {far.Instead} moves the mean of most units by more than one standard deviation: "
            + $"{Say.List(far.Layers.Where(layer => Moved(layer) > 0).Select(layer => $"{Say.Count(Moved(layer), "unit")} of layer {Say.Number(layer.Layer)}"))}; the largest shift of all is {Say.Number(Largest(variants))}."
            + (unmoved.Length == 0 ? "" : $" {Say.List(unmoved)} {(unmoved.Length == 1 ? "moves" : "move")} none so far.")
            + (still.Length == 0 ? "" : $" In {Say.List(still)} no unit moves so far under any.");
    }

    private static int Moved(ShiftLayer layer) => layer.Shift.Count(shift => Math.Abs(shift) > 1);

    private static double Largest(IEnumerable<HeaderVariant> variants) => variants.Max(variant => variant.Layers.Max(layer => layer.Shift.Max(Math.Abs)));
}

/// <summary>A variant while it is read.</summary>
/// <param name="Token">The token set in.</param>
/// <param name="Instead">The tune's own.</param>
/// <param name="Run">The reading.</param>
internal sealed record VariantRun(Token Token, Token Instead, WatchedTune Run)
{
    /// <summary>Asks for every other meter and mode of the vocabulary.</summary>
    public static List<VariantRun> Ask(Part7Material material, Part7Runs runs)
    {
        List<VariantRun> variants = [];
        Token[] tune = [.. material.Recording.Output];
        for (int place = 0; place < material.Header.Count; place++)
        {
            TokenKind kind = material.KindOf(tune[place]);
            if (kind is not (TokenKind.Meter or TokenKind.Key))
            {
                continue;
            }

            foreach (Token other in TokenKinds.Select(material.Model.Vocabulary, kind).Where(other => other != tune[place]))
            {
                Token[] changed = [.. tune];
                changed[place] = other;
                variants.Add(new VariantRun(other, tune[place], runs.Read(changed)));
            }
        }

        return variants;
    }

    /// <summary>What came of it.</summary>
    public HeaderVariant Variant(Part7Material material)
    {
        Vocabulary vocabulary = material.Model.Vocabulary;
        int from = Math.Min(material.Header.Count + 1, material.Steps - 1);
        return new HeaderVariant(vocabulary[Token], vocabulary[Instead], [.. material.Layers.Select((own, index) =>
            new ShiftLayer(index + 1, Shifts(own, Part7Material.HiddenOf(Run.Recording!, index + 1), from)))]);
    }

    private static double[] Shifts(UnitSequences own, UnitSequences other, int from)
    {
        double[] shifts = new double[own.Units];
        double[] one = new double[own.Steps];
        double[] changed = new double[own.Steps];
        for (int unit = 0; unit < shifts.Length; unit++)
        {
            own.CopyUnit(unit, one);
            other.CopyUnit(unit, changed);
            int count = own.Steps - from;
            double mean = one.AsSpan(from).ToArray().Sum() / count;
            double moved = (changed.AsSpan(from).ToArray().Sum() / count) - mean;
            double squares = 0;
            foreach (double value in one.AsSpan(from))
            {
                squares += (value - mean) * (value - mean);
            }

            double deviation = Math.Sqrt(squares / Math.Max(1, count - 1));
            shifts[unit] = deviation > 0 ? moved / deviation : 0;
        }

        return shifts;
    }
}
