using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

/// <summary>Interchanges the layers that a study cuts, beside its control.</summary>
internal static class Part7Interchange
{
    private const string Page = "docs/causes.md";

    /// <summary>What interchange says of the layers; a sentence of why where it can say nothing.</summary>
    /// <param name="material">The study's, for its network and header.</param>
    /// <param name="of">The study's options; the tunes have seeds of their own.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    public static ControlInterchange Of(StudyMaterial material, Part7Options of, CancellationToken cancellation)
    {
        try
        {
            return Of(
                KeptInBrief.Of(material.Model, of with { Seed = of.Seed.Derive("interchange").LowerBits }, material.Header, cancellation)
            );
        }
        catch (StudyRefusedException e)
        {
            return new ControlInterchange(null, 0, 0, [], $"The layers could not be interchanged: {e.Message}", Page);
        }
    }

    /// <summary>What was found, in a sentence.</summary>
    public static ControlInterchange Of(KeptInBrief kept)
    {
        InterchangedLayer[] layers =
        [
            .. kept.Layers.Select(
                (claim, n) => new InterchangedLayer(n + 1, claim.Verdict, claim.Share, claim.Low, claim.High, kept.Together[n])
            ),
        ];
        LayerClaim first = kept.Layers[0];
        return new ControlInterchange(first.Meter, first.Pairs, first.Tunes, layers, Here(kept, layers), Page);
    }

    private static string Here(KeptInBrief kept, InterchangedLayer[] layers)
    {
        LayerClaim first = kept.Layers[0];
        string where = $"({first.Meter}, {NumberText.Count(first.Pairs, "pair")} in {NumberText.Count(first.Tunes, "tune")})";
        InterchangedLayer[] known = [.. layers.Where(of => of.F is not null).OrderByDescending(of => of.F)];
        string carried =
            known.Length == 0
                ? $"Interchanged instead of cut, no layer's share of the moved bar can be told {where}"
                : $"Interchanged instead of cut, {Carried(known)} {where}";
        return $"{carried}: {Said(kept, layers)}.";
    }

    private static string Carried(InterchangedLayer[] known) =>
        NumberText.List(
            known.Select(
                (of, n) =>
                    n == 0
                        ? $"layer {of.Layer}'s memory carries {Share(of.F!.Value)} of the moved bar [{Share(of.Low!.Value)}, {Share(of.High!.Value)}]"
                        : $"layer {of.Layer}'s {Share(of.F!.Value)}"
            )
        );

    private static string Said(KeptInBrief kept, InterchangedLayer[] layers)
    {
        int[] keepers = [.. layers.Where(of => of.Keeps == VerdictKind.Supported).Select(of => of.Layer)];
        int[] together = [.. layers.Where(of => of.Together.Count > 0).Select(of => of.Layer)];
        int open = Array.FindIndex(layers, of => of.Keeps == VerdictKind.Undetermined);
        return keepers.Length == 1 ? $"layer {keepers[0]} keeps the count"
            : keepers.Length > 1 ? $"layers {NumberText.List(keepers.Select(NumberText.Number))} keep the count, each by itself"
            : together.Length > 0
                ? $"layers {NumberText.List(together.Select(NumberText.Number))} keep the count together, none of them alone"
            : open < 0 ? "no layer keeps the count by itself"
            : $"which layer keeps the count is undetermined, since {kept.Layers[open].Reason}";
    }

    private static string Share(double value) =>
        NumberText.Minus(value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));
}
