using Lilt.Spectra;

namespace Lilt.Studio.Analyses;

/// <summary>The mean spectra of a tune's layers.</summary>
/// <param name="Site">h, c, i, f, g, o, or posterior.</param>
/// <param name="Window">The window.</param>
/// <param name="Steps">T.</param>
/// <param name="Frequencies">[F] Cycles a step, ascending from 0 to ½; a period is 1/f steps.</param>
/// <param name="MeasureInterval">The median steps from one measure token to the next; null with too few measures.</param>
/// <param name="Band">The band around that interval by which the study cuts, in steps; null without it.</param>
/// <param name="Layers">The layers, or the posterior as layer 0.</param>
public sealed record SpectraView(
    string Site,
    WindowShape Window,
    int Steps,
    IReadOnlyList<double> Frequencies,
    double? MeasureInterval,
    IReadOnlyList<double>? Band,
    IReadOnlyList<LayerSpectrumView> Layers
);
