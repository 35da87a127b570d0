using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>The article's own row.</summary>
/// <param name="Support">The main lobe's support, the shorter period first.</param>
/// <param name="Sidelobes">Where the first sidelobes stand, periods in steps: one at frequency 0, else two, the shorter first.</param>
public sealed record ArticleRow(Period[] Support, double[] Sidelobes);
