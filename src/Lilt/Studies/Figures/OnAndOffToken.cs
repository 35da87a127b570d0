using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>A token whose posterior goes on and off.</summary>
/// <param name="Token">The token.</param>
/// <param name="Period">The period of its largest bin, frequency 0 left out.</param>
/// <param name="Share">The share of its power, frequency 0 left out, at periods from 2 to 2.5 steps, 0 to 1.</param>
/// <param name="Drawn">How often it is drawn.</param>
/// <param name="P">[T] Its probability at each step.</param>
public sealed record OnAndOffToken(string Token, Period Period, double Share, int Drawn, float[] P);
