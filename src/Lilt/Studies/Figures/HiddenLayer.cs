using Lilt.Network;
using Lilt.Selection;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>A layer of figure 2.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="H">[T rows, H columns] h, from −highest to highest; the highest is the same in all layers. Columns are units in file
/// order.</param>
/// <param name="ByPeakPeriod">[H] The units by the period at which their spectrum is largest, frequency 0 left out: the longest period
/// first, ties by index.</param>
/// <param name="ActiveShare">The share of (unit, step) pairs that are active, 0 to 1.</param>
public sealed record HiddenLayer(int Layer, Matrix8 H, int[] ByPeakPeriod, double ActiveShare);
