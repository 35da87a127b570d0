using Lilt.Spectra;

namespace Lilt.Studio.Analyses;

/// <summary>A unit's spectrum.</summary>
/// <param name="Window">The window.</param>
/// <param name="Frequencies">[F] Cycles a step, ascending from 0 to ½.</param>
/// <param name="Power">[F] |X|².</param>
/// <param name="PeakPeriod">The period of its largest bin, frequency 0 left out, steps; null for a silent unit.</param>
public sealed record UnitSpectrumView(
    WindowShape Window,
    IReadOnlyList<double> Frequencies,
    IReadOnlyList<double> Power,
    double? PeakPeriod
);
