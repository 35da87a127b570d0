namespace Lilt.Notation;

/// <summary>A place of a typed text that cannot be read.</summary>
/// <param name="From">Where it begins, from 0, in UTF-16 units.</param>
/// <param name="To">Where it ends; over <paramref name="From"/> unless the text is empty.</param>
/// <param name="Text">What stands there, or the token that was made of it.</param>
/// <param name="Message">What is wrong and what to do, a sentence.</param>
/// <param name="Nearest">Tokens that may have been meant, the likeliest first; may be empty.</param>
public sealed record TextFault(int From, int To, string Text, string Message, IReadOnlyList<string> Nearest);
