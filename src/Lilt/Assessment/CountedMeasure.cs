using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>A measure and its verdict.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Verdict">The verdict.</param>
public sealed record CountedMeasure(Measure Measure, Verdict Verdict)
{
    /// <summary>Its length less the meter's, in whole notes; null in free meter.</summary>
    public Fraction? Difference => Measure.Meter.Measure is { } whole ? Measure.Duration - whole : null;

    /// <summary>Whether it is counted: full, pickup, complement or split.</summary>
    public bool IsCounted => Verdict is Verdict.Full or Verdict.Pickup or Verdict.Complement or Verdict.Split;

    /// <summary>Whether it is counted without split ones.</summary>
    public bool IsStrictlyCounted => Verdict is Verdict.Full or Verdict.Pickup or Verdict.Complement;
}
