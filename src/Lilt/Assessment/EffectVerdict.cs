namespace Lilt.Assessment;

/// <summary>What can be said of a difference between tunes written with and without something.</summary>
public enum EffectVerdict
{
    /// <summary>The interval holds zero, or too few tunes differ: nothing can be said.</summary>
    Undetermined,

    /// <summary>The figure is higher with it.</summary>
    More,

    /// <summary>The figure is lower with it.</summary>
    Less,
}
