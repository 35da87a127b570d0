namespace Lilt.Studio.Writing;

/// <summary>Tokens of a tune that is being written.</summary>
/// <param name="Job">The run.</param>
/// <param name="Index">The tune's place in its run, from 0.</param>
/// <param name="From">The step of the first.</param>
/// <param name="Tokens">Their texts.</param>
/// <param name="Names">What they sound in the key that was asked for; of what is no pitch the text.</param>
public sealed record TokensEvent(string Job, int Index, int From, IReadOnlyList<string> Tokens, IReadOnlyList<string> Names);
