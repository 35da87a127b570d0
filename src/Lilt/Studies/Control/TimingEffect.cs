namespace Lilt.Studies.Control;

/// <summary>
/// What cutting a layer's target did to the timing contrast, how much more than random sets did, and what p says of that.
/// </summary>
/// <remarks>All intervals are simultaneous over the layers: each at 1 − 0.05/S.</remarks>
public sealed record TimingEffect
{
    /// <summary>The changes of the timing contrast, nats.</summary>
    public required ControlEffect Change { get; init; }

    /// <summary>From 1.</summary>
    public int Layer => Change.Layer;

    /// <summary>T, the target's change, nats.</summary>
    public double Target => Change.Target;

    /// <summary>The interval of T.</summary>
    public ControlInterval TargetInterval => Change.TargetInterval;

    /// <summary>R, the random sets' changes, nats, as many as were run.</summary>
    public IReadOnlyList<double> Random => Change.Random;

    /// <summary>The interval of T − mean R.</summary>
    public ControlInterval Difference => Change.Difference;

    /// <summary>
    /// (mean R − T)/|mean R|, how much more harm the target does than random sets: 0 is as much, 1 is twice as much. Null where the sets'
    /// mean change is under a hundredth of the uncut network's contrast, so that the ratio means nothing.
    /// </summary>
    public required double? Excess { get; init; }

    /// <summary>The interval of <see cref="Excess"/>: tunes and sets resampled.</summary>
    public required ControlInterval? ExcessInterval { get; init; }

    /// <summary>The target's change of the damage to other tokens, nats a token.</summary>
    public required double Damage { get; init; }

    /// <summary>The random sets' changes of the damage.</summary>
    public required IReadOnlyList<double> DamageRandom { get; init; }

    /// <summary>What of T the damage does not explain (<see cref="DamageResiduals"/>), nats.</summary>
    public required double Residual { get; init; }

    /// <summary>The same of each R.</summary>
    public required IReadOnlyList<double> ResidualRandom { get; init; }

    /// <summary>
    /// (1 + #{sets whose residual is at most the target's})/(sets + 1); null for the cut at all steps, which is only described.
    /// </summary>
    public required double? P { get; init; }

    /// <summary><see cref="P"/> after Holm over the layers.</summary>
    public double? Holm { get; init; }

    /// <summary>Whether no more sets were run since the verdict could no longer change.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>The share of random sets that take nearly all of the uncut network's contrast.</summary>
    public required double Saturated { get; init; }
}
