using Lilt.Network;
using Lilt.Selection;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A layer of figure 4: max |h| of each unit, descending.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Largest">[H] max over steps of |h|, descending.</param>
public sealed record LargestLayer(int Layer, double[] Largest);
