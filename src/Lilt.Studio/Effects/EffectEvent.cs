namespace Lilt.Studio.Effects;

/// <summary>An effect was asked for, came further, or is over.</summary>
/// <param name="Effect">The effect as it is now.</param>
public sealed record EffectEvent(EffectView Effect);
