using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>How far each unit's mean moved, in its own standard deviations, [H].</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Shift">[H] How far each unit's mean h over the body moved, over the unit's own standard deviation there; signed, file
/// order.</param>
public sealed record ShiftLayer(int Layer, double[] Shift)
{
    /// <summary>How many units' means moved by more than one standard deviation, up or down.</summary>
    public int MovedUnits => Shift.Count(shift => Math.Abs(shift) > 1);

    /// <summary>The largest shift, up or down, in standard deviations, at least 0; 0 of no unit.</summary>
    public double LargestShift => Shift.Select(Math.Abs).DefaultIfEmpty().Max();
}
