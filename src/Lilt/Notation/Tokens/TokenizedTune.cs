namespace Lilt.Notation.Tokens;

/// <summary>A tune as folk-rnn's tokens, or why it cannot be.</summary>
/// <param name="Tokens">Meter, key and music, without start and end token; null where there is a reason.</param>
/// <param name="Reason">Why not, in the same few words for every tune alike; null where it was.</param>
/// <param name="Detail">What in this tune is meant; null where there is nothing to add.</param>
public sealed record TokenizedTune(IReadOnlyList<string>? Tokens, string? Reason, string? Detail)
{
    /// <summary>Where in the text the tune goes wrong; null where that is no one place.</summary>
    public SourcePosition? Position { get; init; }
}
