namespace Lilt.Assessment;

/// <summary>What was found on a set of tunes.</summary>
/// <param name="Figures">The figures, in the order of docs/definitions/assessment.md.</param>
/// <param name="Tunes">Each tune's own figures, in the order given.</param>
/// <param name="Originality">What each tune shares with the corpus; null for a tune without notes. Empty without a corpus.</param>
/// <param name="CorpusTunes">How many tunes the corpus holds.</param>
/// <param name="HeldOutTunes">How many of them, the last, are held out.</param>
public sealed record SetAssessment(
    IReadOnlyList<AssessmentFigure> Figures,
    IReadOnlyList<TuneFigures> Tunes,
    IReadOnlyList<TuneOriginality?> Originality,
    int CorpusTunes,
    int HeldOutTunes
);
