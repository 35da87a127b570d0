using Lilt.Notation.Tokens;

namespace Lilt.Subspaces;

/// <summary>A target and a donor of an interchange: what the network holds in both, and what is read after it.</summary>
/// <remarks>Arrays are not copied: many pairs may share one.</remarks>
/// <param name="Target">c and h of every layer after the target's step, [2S, H]: c of layer 1, h of layer 1, c of layer 2, …</param>
/// <param name="Donor">The same after the donor's step.</param>
/// <param name="Tokens">The target's own tokens from then on. Those after the last reading are not read.</param>
/// <param name="Readings">Where the event is asked for, at least once.</param>
public sealed record SubspacePair(
    ReadOnlyMemory<float> Target,
    ReadOnlyMemory<float> Donor,
    IReadOnlyList<Token> Tokens,
    IReadOnlyList<EventReading> Readings
)
{
    /// <summary>Tokens that have to be read for the readings.</summary>
    internal int StepsRead => Readings.Max(static reading => reading.Step) + 1;
}
