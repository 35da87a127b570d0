namespace Lilt.Assessment;

/// <summary>One figure of an assessment: on the tunes, and beside it on the corpus and on its held-out tunes.</summary>
/// <param name="Name">Its name for scripts, as <c>countedMeasures</c>.</param>
/// <param name="Label">Its name for readers.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Tunes">On the tunes; against the whole corpus where it compares.</param>
/// <param name="Corpus">On the whole corpus; null where the figure compares with the corpus, or there is none.</param>
/// <param name="HeldOut">On the corpus' last 5 %; against its first 95 % where it compares; null where there is no corpus.</param>
public sealed record AssessmentFigure(string Name, string Label, FigureUnit Unit, Estimate Tunes, Estimate? Corpus, Estimate? HeldOut);
