using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>
/// Units of a layer no longer show what they hold: h is replaced, at every step or at those that read given tokens; c runs on.
/// </summary>
/// <remarks>
/// The initial h, step −1, reads nothing: it is replaced where all steps are, and where <see cref="NotReading"/> says which are left out. A
/// step that reads several tokens at once reads each of them.
/// </remarks>
public sealed record Excise : Operation
{
    /// <inheritdoc/>
    public override string Name => "excise";

    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>Which units.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>Only at steps that read one of these tokens; null for no such condition.</summary>
    public IReadOnlyList<string>? Reading { get; init; }

    /// <summary>Only at steps that read none of these tokens; null for no such condition.</summary>
    public IReadOnlyList<string>? NotReading { get; init; }

    /// <summary>What they show. Default zero.</summary>
    public ExciseFill Fill { get; init; } = ExciseFill.Zero;

    /// <summary>
    /// The name of the recording that mean, resample and freeze read; null for zero, and where the values are <see cref="From"/>.
    /// </summary>
    public string? Recording { get; init; }

    /// <summary>
    /// What mean, resample and freeze read, in place of a recording's name, [T, H]; a plan with it has no JSON. Null for none.
    /// </summary>
    public SiteValues? From { get; init; }

    /// <summary>Along which ways the units show it. Default both: to the layer above and to the layer's own next step.</summary>
    public Edge Edge { get; init; }

    /// <summary>The seed of resampling; tune n draws with seed + n.</summary>
    public Seed Seed { get; init; }

    /// <summary>The step of the recording that freeze takes.</summary>
    public int AtStep { get; init; }
}
