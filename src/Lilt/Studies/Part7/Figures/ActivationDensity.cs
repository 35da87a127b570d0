using Lilt.Network;
using Lilt.Selection;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A layer of figure 3.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Values">[100] The middles of the bins over [−1, 1], equal in width.</param>
/// <param name="Density">[100] Probability density, one over the unit of h: it integrates to 1. 0 where a bin is empty.</param>
/// <param name="ShareUnderTenth">The share of values with |h| under 0.1, 0 to 1.</param>
/// <param name="Kurtosis">The fourth standardised moment, 3 for a normal distribution.</param>
public sealed record ActivationDensity(int Layer, double[] Values, double[] Density, double ShareUnderTenth, double Kurtosis);
