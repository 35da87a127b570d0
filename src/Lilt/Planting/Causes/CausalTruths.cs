namespace Lilt.Planting.Causes;

/// <summary>What is true of each kind, as it is built.</summary>
internal static class CausalTruths
{
    private const int Layers = 3;
    private const PossibleVerdicts Yes = PossibleVerdicts.Supported;
    private const PossibleVerdicts No = PossibleVerdicts.Contradicted;
    private const PossibleVerdicts Open = PossibleVerdicts.Undetermined;

    /// <summary>The truth of a network.</summary>
    public static CausalTruth Of(CausalKind kind, int keeper, CountDirection direction)
    {
        int second = CausalKinds.Second(kind, keeper);
        return new CausalTruth(
            kind,
            keeper,
            CountedBy(kind),
            DirectionOf(kind, keeper, direction),
            [
                .. Enumerable
                    .Range(1, Layers)
                    .Select(layer => new LayerTruth(
                        layer,
                        Part(kind, keeper, second, layer),
                        Keeps(kind, keeper, second, layer),
                        Sets(kind, keeper, second, layer),
                        HandsOn(kind, keeper, second, layer)
                    )),
            ]
        );
    }

    private static bool KeepsNothing(CausalKind kind) =>
        kind is CausalKind.Marker or CausalKind.Chance or CausalKind.Misleading or CausalKind.Random;

    private static Counted CountedBy(CausalKind kind) =>
        kind switch
        {
            CausalKind.Tokens => Counted.Tokens,
            CausalKind.Clock => Counted.Steps,
            _ when KeepsNothing(kind) => Counted.Nothing,
            _ => Counted.Durations,
        };

    // A clock's layer holds the meter only where it is layer 1, which no layer below can tell.
    private static CountDirection? DirectionOf(CausalKind kind, int keeper, CountDirection direction) =>
        KeepsNothing(kind) ? null
        : kind == CausalKind.Clock && keeper > 1 ? CountDirection.Gone
        : direction;

    private static CountPart Part(CausalKind kind, int keeper, int second, int layer) =>
        layer == keeper || layer == second
            ? kind == CausalKind.Twice
                ? CountPart.Twofold
                : second == 0
                    ? CountPart.Whole
                    : CountPart.Some
            : kind is CausalKind.Decoys or CausalKind.Misleading
                ? CountPart.Idle
                : CountPart.None;

    private static PossibleVerdicts Keeps(CausalKind kind, int keeper, int second, int layer) =>
        KeepsNothing(kind) ? No | Open
        : layer != keeper && layer != second
            ? kind == CausalKind.Reminded && layer == 1 ? No | Open
                : No
        : second == 0 ? Yes
        : kind == CausalKind.Twice ? Yes | Open
        : No | Open;

    private static PossibleVerdicts Sets(CausalKind kind, int keeper, int second, int layer) =>
        KeepsNothing(kind) ? No | Open
        : kind == CausalKind.Clock ? No
        : layer == 1
            ? second > 0 ? Yes | Open
                : Yes
        : layer > Math.Max(keeper, second) ? No
        : No | Open;

    private static PossibleVerdicts HandsOn(CausalKind kind, int keeper, int second, int layer)
    {
        if (kind == CausalKind.Marker)
        {
            return Yes;
        }

        int first = second > 0 ? Math.Min(keeper, second) : keeper;
        bool isPartial = second > 0 && kind != CausalKind.Twice && layer < Math.Max(keeper, second);
        return KeepsNothing(kind) || layer < first ? No | Open
            : isPartial ? Yes | No | Open
            : Yes;
    }
}
