namespace Lilt.Studies;

/// <summary>What a study says to somebody who reads nothing else of it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">One sentence: the claim, the answer, how sure it is.</param>
/// <param name="Disagreements">Where two measures point different ways, and why; empty where none do.</param>
/// <param name="Layers">The layers, from 1.</param>
public sealed record StudyHeadline(string Question, string Answer, IReadOnlyList<string> Disagreements, IReadOnlyList<LayerAnswer> Layers);
