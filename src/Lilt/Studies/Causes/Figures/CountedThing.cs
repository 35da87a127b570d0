namespace Lilt.Studies.Causes.Figures;

/// <summary>What a network counts from bar to bar.</summary>
public enum CountedThing
{
    /// <summary>It can't be told.</summary>
    Undetermined,

    /// <summary>The notes' durations.</summary>
    Durations,

    /// <summary>The tokens.</summary>
    Tokens,
}
