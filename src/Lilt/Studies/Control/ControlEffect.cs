namespace Lilt.Studies.Control;

/// <summary>What cutting a layer's target did to one measure, beside what random sets did.</summary>
public sealed record ControlEffect
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>T, the target's change from the uncut network.</summary>
    public required double Target { get; init; }

    /// <summary>The interval of T: tunes resampled, the same draw for target and uncut network.</summary>
    public required ControlInterval TargetInterval { get; init; }

    /// <summary>R, the random sets' changes, as many as were run.</summary>
    public required IReadOnlyList<double> Random { get; init; }

    /// <summary>The interval of T − mean R: tunes resampled, the same draw for every network, and sets.</summary>
    public required ControlInterval Difference { get; init; }
}
