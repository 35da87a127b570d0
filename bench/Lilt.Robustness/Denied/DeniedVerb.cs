namespace Lilt.Robustness.Denied;

/// <summary>A verb that is to write where it cannot.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Arguments">What it is called with, in the folder that it cannot write.</param>
/// <param name="Place">What it makes there: a file or a folder.</param>
/// <param name="Force">What it needs besides where something stands there already.</param>
internal sealed record DeniedVerb(string Name, IReadOnlyList<string> Arguments, string Place, params IReadOnlyList<string> Force);
