namespace Lilt.Studio.Effects;

/// <summary>What an effect is exported as.</summary>
public enum EffectTable
{
    /// <summary>A row a figure.</summary>
    Figures,

    /// <summary>A row a seed: what the two tunes of it add to every figure.</summary>
    Tunes,

    /// <summary>The plan, as the command line reads it.</summary>
    Plan,
}
