namespace Lilt.Notation;

/// <summary>All the tunes of one text.</summary>
/// <param name="Tunes">The tunes in the order of the text.</param>
/// <param name="Findings">What stands outside any tune and could not be read; each tune carries its own.</param>
public sealed record TuneBook(IReadOnlyList<Tune> Tunes, IReadOnlyList<Finding> Findings);
