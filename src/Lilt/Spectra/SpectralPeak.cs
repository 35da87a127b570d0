namespace Lilt.Spectra;

/// <summary>A local maximum of a mean spectrum.</summary>
/// <param name="Bin">Where.</param>
/// <param name="Period">The period at that bin; infinity for the peak at frequency 0.</param>
/// <param name="Magnitude">m there.</param>
/// <param name="StandardError">SEM there.</param>
/// <param name="Prominence">In dB, the height over the higher of the two lowest points that part it from higher ground.</param>
/// <param name="Leakage">L there: what all stronger peaks together can leak through the window, a magnitude.</param>
/// <param name="Standing">What that leaves of the peak.</param>
public readonly record struct SpectralPeak(
    int Bin,
    Period Period,
    double Magnitude,
    double StandardError,
    double Prominence,
    double Leakage,
    PeakStanding Standing
);
