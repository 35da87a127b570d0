namespace Lilt.Studies.Control;

/// <summary>What the uncut network made of one of its own tunes, as sums, and what they are summed over.</summary>
/// <param name="Contrast">As in <see cref="ControlSum"/>.</param>
/// <param name="OtherLoss">As in <see cref="ControlSum"/>.</param>
/// <param name="Boundaries">Measure boundaries of the tune, which a contrast is summed over.</param>
/// <param name="Others">Steps that write another token, which a loss is summed over.</param>
public readonly record struct UncutTune(double Contrast, double OtherLoss, int Boundaries, int Others);
