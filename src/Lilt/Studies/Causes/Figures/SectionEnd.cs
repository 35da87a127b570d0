namespace Lilt.Studies.Causes.Figures;

/// <summary>How likely a section ends with a measure.</summary>
/// <param name="Measure">Of the section, from 1.</param>
/// <param name="R">The mean probability, 0 to 1.</param>
public sealed record SectionEnd(int Measure, double R);
