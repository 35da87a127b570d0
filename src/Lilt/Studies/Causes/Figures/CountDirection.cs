namespace Lilt.Studies.Causes.Figures;

/// <summary>In what form the count is kept, as far as a state from another meter tells.</summary>
public enum CountDirection
{
    /// <summary>It can't be told.</summary>
    Undetermined,

    /// <summary>What is to go till the bar, or as good as that: what has gone together with the meter.</summary>
    Down,

    /// <summary>What has gone since the bar.</summary>
    Up,

    /// <summary>The share of the measure that has gone.</summary>
    Share,
}
