using Lilt.Assessment;

namespace Lilt.Studio.Effects;

/// <summary>An effect of the store.</summary>
/// <param name="View">What was asked for and found.</param>
/// <param name="Pairs">What each pair of tunes adds to it, in the order of their seeds.</param>
internal sealed record KeptEffect(EffectView View, IReadOnlyList<PairedTune> Pairs);
