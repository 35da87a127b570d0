using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A layer of figure 5.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Decibels">[H rows, F columns] |X| in dB relative to the largest |X| of layer 1, the same lowest and highest in all layers.
/// Columns are frequencies j/(2(F − 1)) cycles a step, from 0 to ½, F at most 513; bins that fall together show the largest. Rows are units
/// in file order.</param>
/// <param name="ByPeakPeriod">[H] As in figure 2.</param>
/// <param name="Peaks">The units by the period of their largest bin, in bands, the longest periods last; together all units.</param>
/// <param name="ShareOver8">The share of the layer's power, frequency 0 left out, at periods over 8 steps, 0 to 1.</param>
public sealed record UnitSpectraLayer(int Layer, Matrix8 Decibels, int[] ByPeakPeriod, IReadOnlyList<PeakBand> Peaks, double ShareOver8);
