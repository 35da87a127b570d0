namespace Lilt.Robustness.Killed;

/// <summary>A verb whose runs are killed and gone on with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What it is called with, in a folder of its own.</param>
/// <param name="Place">What it makes there: a file or a folder.</param>
/// <param name="Unfinished">What stands there where a killed run can be gone on with.</param>
internal sealed record KilledVerb(string Name, IReadOnlyList<string> Arguments, string Place, string Unfinished);
