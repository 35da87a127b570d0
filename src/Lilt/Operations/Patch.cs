using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Units of a site take the values that they had in a recording, or those of an array.</summary>
/// <remarks>The recording is named in a file's plan, and may be handed over in a script: <see cref="State"/>, <see cref="From"/>.</remarks>
public sealed record Patch : Operation
{
    /// <inheritdoc/>
    public override string Name => "patch";

    /// <summary>Where.</summary>
    public required Site Site { get; init; }

    /// <summary>Which units, or tokens.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The recording's name; null where the values are <see cref="From"/>.</summary>
    public string? Recording { get; init; }

    /// <summary>The values themselves, [T, H] or [T, V] as the site has them, of any site of that width; a plan with them has no JSON. Null where a recording is named.</summary>
    public SiteValues? From { get; init; }

    /// <summary>When. Default every step that the recording has.</summary>
    public StepRange Steps { get; init; } = StepRange.AllSteps;

    /// <summary>The recording's step that the range's first step takes; those that follow take those that follow. Null for the same step.</summary>
    public int? AtStep { get; init; }

    /// <summary>The state of a layer, c and h of all its units, is at one step what it was in another tune: an interchange.</summary>
    /// <param name="source">The other tune, recorded with c and h.</param>
    /// <param name="sourceStep">After which of its steps.</param>
    /// <param name="layer">From 1.</param>
    /// <param name="step">After which step of the tune that is written or read; what follows from it shows from this step on.</param>
    /// <returns>Two operations: <c>new OperationPlan(Patch.State(…))</c>.</returns>
    /// <exception cref="ArgumentException">The recording has not kept c and h, or has no such layer.</exception>
    public static IReadOnlyList<Patch> State(TuneRecording source, int sourceStep, int layer, int step)
    {
        ArgumentNullException.ThrowIfNull(source);
        return [.. new[] { Site.C(layer), Site.H(layer) }.Select(site =>
            new Patch { Site = site, Units = UnitSet.All, From = source[site], AtStep = sourceStep, Steps = new StepRange(step, step) })];
    }
}
