using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>A peak of a curve.</summary>
/// <param name="Curve">The curve it is a peak of.</param>
/// <param name="Period">Its period.</param>
/// <param name="Decibels">Its height, in dB.</param>
/// <param name="Prominence">Height over the higher of the two lowest points that part it from higher ground, dB.</param>
/// <param name="Family">The nearest harmonic of the tune's measure period, in words: <c>1/4 measure</c>.</param>
/// <param name="BinsOff">How many bins the peak is from that.</param>
/// <param name="Verdict">What stronger peaks leave of it.</param>
/// <param name="OnlyHere">Whether only this figure's window shows it; null where windows are not compared.</param>
public sealed record SpectrumPeak(
    string Curve,
    Period Period,
    double Decibels,
    double Prominence,
    string Family,
    double BinsOff,
    PeakStanding Verdict,
    bool? OnlyHere
);
