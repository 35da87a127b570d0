using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A layer's mean amplitude at the measure frequency, step by step.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Amplitude">[T] The layer's mean amplitude at each step, in units of h.</param>
public sealed record EnvelopeLayer(int Layer, double[] Amplitude);
