namespace Lilt.Studies;

/// <summary>One measure of a tune, as counting judges it.</summary>
/// <param name="From">The first step of its own tokens; its bars are not among them.</param>
/// <param name="To">The step after its last.</param>
/// <param name="Duration">In whole notes, a reduced fraction: <c>7/8</c>.</param>
/// <param name="Verdict">What it is.</param>
/// <param name="Difference">Duration less the meter's measure, a reduced fraction; null where there is none.</param>
/// <param name="Findings">What was found in it, sentences.</param>
public sealed record StudyMeasure(
    int From,
    int To,
    string Duration,
    MeasureVerdict Verdict,
    string? Difference,
    IReadOnlyList<string> Findings
);
