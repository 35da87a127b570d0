namespace Lilt.Studio.Writing;

/// <summary>Tokens of a tune that is being written.</summary>
/// <param name="Index">The tune's place in its run, from 0.</param>
/// <param name="From">The step of the first.</param>
/// <param name="Tokens">Their texts.</param>
public sealed record TokensEvent(int Index, int From, IReadOnlyList<string> Tokens);
