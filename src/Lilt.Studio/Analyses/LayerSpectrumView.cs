namespace Lilt.Studio.Analyses;

/// <summary>A layer's mean spectrum.</summary>
/// <param name="Layer">From 1; 0 for the posterior.</param>
/// <param name="Mean">[F] The mean over units of |X|.</param>
/// <param name="Sem">[F] Its standard error over the units of this one run.</param>
/// <param name="Peaks">Its peaks of at least 1 dB, by frequency.</param>
public sealed record LayerSpectrumView(int Layer, IReadOnlyList<double> Mean, IReadOnlyList<double> Sem, IReadOnlyList<PeakView> Peaks);
