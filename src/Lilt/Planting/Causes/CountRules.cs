namespace Lilt.Planting.Causes;

/// <summary>What moves a count.</summary>
internal sealed record CountRules
{
    /// <summary>What sets it.</summary>
    public IReadOnlyList<CountSetting> Sets { get; init; } = [];

    /// <summary>Signals that add to it.</summary>
    public IReadOnlyList<(PlantedSignal On, double Amount)> Adds { get; init; } = [];

    /// <summary>What every step adds.</summary>
    public double Always { get; init; }

    /// <summary>Before the first step.</summary>
    public double First { get; init; }

    /// <summary>Where its units are 0: drawn between the two for each.</summary>
    public (double Low, double High) Zero { get; init; } = (3, 5);

    /// <summary>Of c, for each unit drawn between the two: how much it changes by 1 of the count, up or down.</summary>
    public (double Low, double High) Step { get; init; } = (0.05, 0.12);

    /// <summary>
    /// Whether what is counted is what has gone of a measure, from 0, and not what is to go. What stands for a whole measure is
    /// <see cref="Over"/> more than the measure.
    /// </summary>
    public bool Rises { get; init; }

    /// <summary>What a rising count is over the measure's length when the measure is full.</summary>
    public int Over { get; init; }
}
