using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>The correlation of two curves' dB over the frequencies.</summary>
/// <param name="One">A curve's name.</param>
/// <param name="Other">Another's.</param>
/// <param name="Correlation">Pearson's correlation of their dB over the frequencies, −1 to 1.</param>
public sealed record CurveSimilarity(string One, string Other, double Correlation);
