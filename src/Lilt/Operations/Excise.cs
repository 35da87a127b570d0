namespace Lilt.Operations;

/// <summary>Units of a layer no longer show what they hold: h is replaced at every step, the initial h included; c runs on.</summary>
public sealed record Excise : Operation
{
    /// <inheritdoc/>
    public override string Name => "excise";

    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>Which units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>What they show. Default zero.</summary>
    public ExciseFill Fill { get; init; } = ExciseFill.Zero;

    /// <summary>The recording that mean, resample and freeze read; null for zero.</summary>
    public string? Recording { get; init; }

    /// <summary>The seed of resampling; tune n draws with seed + n.</summary>
    public uint Seed { get; init; }

    /// <summary>The step of the recording that freeze takes.</summary>
    public int AtStep { get; init; }
}
