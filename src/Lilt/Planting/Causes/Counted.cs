namespace Lilt.Planting.Causes;

/// <summary>What a network counts from one bar to the next.</summary>
public enum Counted
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>Durations of notes.</summary>
    Durations,

    /// <summary>Tokens since the measure token, whatever they last.</summary>
    Tokens,

    /// <summary>Steps, of measure tokens too, since a moment that no token sets.</summary>
    Steps,
}
