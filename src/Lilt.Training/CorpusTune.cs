using Lilt.Notation.Tokens;

namespace Lilt.Training;

/// <summary>One tune of a corpus, from the start token to the end token, both held.</summary>
/// <param name="Position">Its place in the corpus, from 0.</param>
/// <param name="Tokens">At least two tokens.</param>
public sealed record CorpusTune(int Position, IReadOnlyList<Token> Tokens)
{
    /// <summary>T, the steps that the network takes over it: every token but the start is written once.</summary>
    public int Steps => Tokens.Count - 1;
}
