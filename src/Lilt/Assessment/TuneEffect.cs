namespace Lilt.Assessment;

/// <summary>What was done to a network changed of the tunes that it writes.</summary>
/// <param name="Tunes">How many were written twice.</param>
/// <param name="Changed">The share of them that differ in any token, with Wilson's 95 % interval.</param>
/// <param name="Figures">The figures, in the order of <see cref="PairedTunes.Figures"/>.</param>
public sealed record TuneEffect(int Tunes, Estimate Changed, IReadOnlyList<EffectFigure> Figures);
