namespace Lilt.Planting.Causes;

/// <summary>Units of a layer that are on together and off together: 0 when off.</summary>
/// <param name="Layer">From 1; 0 for the tokens that layer 1 reads.</param>
/// <param name="Units">The units, or the tokens, of which one is on at a time.</param>
/// <param name="Levels">h of each unit when it is on; of tokens 1.</param>
internal sealed record PlantedSignal(int Layer, int[] Units, double[] Levels)
{
    /// <summary>That one of some tokens is read.</summary>
    public static PlantedSignal OfTokens(params int[] tokens) => new(0, tokens, [.. tokens.Select(_ => 1.0)]);
}
