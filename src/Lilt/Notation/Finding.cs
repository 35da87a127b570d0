namespace Lilt.Notation;

/// <summary>Something in a text that could not be read, was read in a doubtful way, or does not add up.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 units.</param>
/// <param name="Text">What is wrong and what was made of it, one sentence.</param>
public sealed record Finding(int Line, int Column, string Text)
{
    /// <summary>Whether the music is whole all the same: a field that is not used, a missing blank line.</summary>
    public bool IsHarmless { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}: {Text}");
}
