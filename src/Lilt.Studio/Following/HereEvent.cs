namespace Lilt.Studio.Following;

/// <summary>All that went on before has been told.</summary>
/// <param name="Jobs">The runs under way; one that a page knows and that is not among them has ended.</param>
public sealed record HereEvent(IReadOnlyList<string> Jobs);
