namespace Lilt.Studies;

/// <summary>A study beside one made again from its own command.</summary>
/// <param name="Differences">What the study holds and the one made again has not, or has otherwise, a line each; empty if every number is the
/// same.</param>
/// <param name="NewMembers">
/// What an object of the one made again has and the study's has not, each once for all entries of a list:
/// <c>figures.excision.control.cuts[].layers[].randomMean</c>. A build that says more of a figure than the study's own did writes them; the
/// study can say nothing of them, so they are named and no difference.
/// </param>
public sealed record StudyComparison(IReadOnlyList<string> Differences, IReadOnlyList<string> NewMembers);
