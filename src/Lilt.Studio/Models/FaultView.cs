namespace Lilt.Studio.Models;

/// <summary>A place of a typed text that cannot be read.</summary>
/// <param name="From">Where it begins in the text, from 0, in UTF-16 units.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Token">What stands there.</param>
/// <param name="Message">What is wrong and what to do, a sentence.</param>
/// <param name="Nearest">Tokens of the model that may have been meant, the likeliest first.</param>
public sealed record FaultView(int From, int To, string Token, string Message, IReadOnlyList<string> Nearest);
