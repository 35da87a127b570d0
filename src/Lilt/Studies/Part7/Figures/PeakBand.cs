using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>How many units have their largest bin at a period from one number of steps up to another.</summary>
/// <param name="From">The shortest period of the band, in steps; it is in the band.</param>
/// <param name="To">The period where the next band begins; infinite for the last.</param>
/// <param name="Units">How many units have their largest bin, frequency 0 left out, in the band.</param>
public sealed record PeakBand(double From, Period To, int Units);
