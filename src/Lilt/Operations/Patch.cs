using Lilt.Network;

namespace Lilt.Operations;

/// <summary>Units of a site take the values that they had in a recording.</summary>
public sealed record Patch : Operation
{
    /// <inheritdoc/>
    public override string Name => "patch";

    /// <summary>Where.</summary>
    public required Site Site { get; init; }

    /// <summary>Which units, or tokens.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>The recording.</summary>
    public required string Recording { get; init; }

    /// <summary>When. Default every step that the recording has.</summary>
    public StepRange Steps { get; init; } = StepRange.AllSteps;

    /// <summary>The recording's step that the range's first step takes; those that follow take those that follow. Null for the same step.</summary>
    public int? AtStep { get; init; }
}
