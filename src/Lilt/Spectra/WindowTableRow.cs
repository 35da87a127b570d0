namespace Lilt.Spectra;

/// <summary>What a window makes of one period.</summary>
/// <param name="Period">The period that a sequence has, or infinity for its mean.</param>
/// <param name="SupportLow">1/(1/p + Δ): the shortest period under the main lobe.</param>
/// <param name="SupportHigh">1/(1/p − Δ): the longest; infinity if the main lobe reaches frequency 0.</param>
/// <param name="SidelobeLow">1/(1/p + s): the shorter period at which the first sidelobe stands.</param>
/// <param name="SidelobeHigh">1/(1/p − s): the longer.</param>
/// <remarks>
/// A sidelobe that would stand below frequency 0 or above ½ stands at its mirror image, as it does in a real sequence's spectrum.
/// </remarks>
public readonly record struct WindowTableRow(Period Period, Period SupportLow, Period SupportHigh, Period SidelobeLow, Period SidelobeHigh);
