using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>Figure 16: the same body under other meters and modes.</summary>
public sealed record ConstantTokensFigure : Figure
{
    /// <summary>The tune's own body under each other meter and mode of the vocabulary.</summary>
    public required IReadOnlyList<HeaderVariant> Variants { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static ConstantTokensFigure Of(StudyMaterial material, IReadOnlyList<VariantRun> runs)
    {
        List<HeaderVariant> variants = [.. runs.Select(run => run.Variant(material))];
        return new ConstantTokensFigure
        {
            Variants = variants,
            Article = "The power at frequency 0 comes from tokens that are there at every step or once, M:4/4 and K:Cmaj among them.",
            Here = variants.Count == 0 ? "The tune begins with no meter or key that the vocabulary could change." : Sentence(variants),
            Caption =
                "The tune's own body is fed to the network under each other meter and each other mode of the vocabulary. A unit's shift is the change of its mean h over the steps that read the body, over its own standard deviation there under the tune's own header.",
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
        string others = NumberText.Count(variants.Count, "other meter or mode", "other meters and modes");
        if (moved[most] == 0)
        {
            return $"None of {others} moves the mean of a unit by more than one standard deviation (at the most {NumberText.Number(Largest(variants))}).";
        }

        string[] unmoved = [.. variants.Where((_, index) => moved[index] == 0).Select(variant => variant.Token)];
        string[] still =
        [
            .. Enumerable
                .Range(0, layers)
                .Where(layer => variants.All(variant => Moved(variant.Layers[layer]) == 0))
                .Select(layer => $"layer {NumberText.Number(layer + 1)}"),
        ];
        HeaderVariant far = variants[most];
        return $"Of {others} {far.Token} for {far.Instead} moves the mean of most units by more than one standard deviation: "
            + $"{NumberText.List(far.Layers.Where(layer => Moved(layer) > 0).Select(layer => $"{NumberText.Count(Moved(layer), "unit")} of layer {NumberText.Number(layer.Layer)}"))}; the largest shift of all is {NumberText.Number(Largest(variants))}."
            + (unmoved.Length == 0 ? "" : $" {NumberText.List(unmoved)} {(unmoved.Length == 1 ? "moves" : "move")} none so far.")
            + (still.Length == 0 ? "" : $" In {NumberText.List(still)} no unit moves so far under any.");
    }

    private static int Moved(ShiftLayer layer) => layer.Shift.Count(shift => Math.Abs(shift) > 1);

    private static double Largest(IEnumerable<HeaderVariant> variants) =>
        variants.Max(variant => variant.Layers.Max(layer => layer.Shift.Max(Math.Abs)));
}
