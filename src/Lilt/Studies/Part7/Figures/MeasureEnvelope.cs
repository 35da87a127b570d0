using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>h demodulated at the measure frequency.</summary>
/// <param name="Frequency">The measure frequency, cycles a step.</param>
/// <param name="Layers">The layers, from 1.</param>
public sealed record MeasureEnvelope(double Frequency, IReadOnlyList<EnvelopeLayer> Layers);
