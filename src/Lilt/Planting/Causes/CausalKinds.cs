namespace Lilt.Planting.Causes;

/// <summary>What can be asked of each kind.</summary>
public static class CausalKinds
{
    private const int Layers = 3;

    /// <summary>The layers that may be the keeper; 0 alone where nothing is kept.</summary>
    /// <param name="kind">The kind.</param>
    public static IReadOnlyList<int> Keepers(CausalKind kind) =>
        kind switch
        {
            CausalKind.Relay => [1, 2],
            CausalKind.Reminded => [2, 3],
            CausalKind.Marker or CausalKind.Chance or CausalKind.Misleading or CausalKind.Random => [0],
            _ => [1, 2, 3],
        };

    /// <summary>Whether the kind can be made to count what has gone as well as what is to go.</summary>
    /// <param name="kind">The kind.</param>
    public static bool HasDirections(CausalKind kind) => kind is CausalKind.Durations or CausalKind.Tokens or CausalKind.Decoys;

    /// <summary>The second layer that keeps something of the count; 0 for none.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="keeper">The first.</param>
    public static int Second(CausalKind kind, int keeper) =>
        kind is CausalKind.Twice or CausalKind.Shared or CausalKind.Cancelling or CausalKind.Balanced ? (keeper % Layers) + 1 : 0;
}
