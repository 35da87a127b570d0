namespace Lilt.Studies.Causes.Figures;

/// <summary>What an interchange did to the section's end.</summary>
/// <param name="Layers"><c>1</c>, <c>1+2</c>, <c>all</c>; <c>none</c> for nothing.</param>
/// <param name="Dose">How many measures further the donors were; 0 for shams.</param>
/// <param name="Pairs">How many.</param>
/// <param name="Tunes">Targets in how many tunes.</param>
/// <param name="R">At the end of each measure from the target's on: the probability that the section ends, given that a bar comes.</param>
/// <param name="OwnLost">The share of the loss at the own end that these layers carry of what all carry; null where all lose
/// nothing.</param>
/// <param name="OwnLow">The low end of its interval over tunes.</param>
/// <param name="OwnHigh">The high end.</param>
/// <param name="MovedShare">The same of the gain where the end is due by the donor's count; null where it is not due before the own
/// end.</param>
/// <param name="MovedLow">The low end.</param>
/// <param name="MovedHigh">The high end.</param>
public sealed record SectionSwap(
    string Layers,
    int Dose,
    int Pairs,
    int Tunes,
    IReadOnlyList<SectionEnd> R,
    double? OwnLost,
    double? OwnLow,
    double? OwnHigh,
    double? MovedShare,
    double? MovedLow,
    double? MovedHigh
);
