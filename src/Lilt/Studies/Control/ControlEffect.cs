namespace Lilt.Studies.Control;

/// <summary>What cutting a layer's target did to one measure, beside what random sets did.</summary>
public sealed record ControlEffect
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>T, the target's change from the baseline.</summary>
    public required double Target { get; init; }

    /// <summary>R, the random sets' changes, [K].</summary>
    public required IReadOnlyList<double> Random { get; init; }

    /// <summary>(1 + #{R at least as harmful})/(K + 1); null where neither way is harm.</summary>
    public required double? P { get; init; }

    /// <summary><see cref="P"/> after Holm over the layers.</summary>
    public required double? Holm { get; init; }

    /// <summary>The 95 % interval of T − mean R: tunes resampled, the same draw for every network, and sets.</summary>
    public required ControlInterval Interval { get; init; }

    /// <summary>The 95 % interval of T: tunes resampled, the same draw for target and baseline.</summary>
    public required ControlInterval TargetInterval { get; init; }
}
