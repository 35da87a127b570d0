using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Sets, adds to or multiplies values of any site.</summary>
public sealed record Adjust : Operation
{
    /// <inheritdoc/>
    public override string Name =>
        How switch
        {
            Adjustment.Clamp => "clamp",
            Adjustment.Add => "add",
            _ => "scale",
        };

    /// <summary>What is done.</summary>
    public required Adjustment How { get; init; }

    /// <summary>Where.</summary>
    public required Site Site { get; init; }

    /// <summary>Which units, or tokens.</summary>
    public required UnitSet Units { get; init; }

    /// <summary>One number for every step, or one a step from the range's first; after the last of several nothing is done.</summary>
    public IReadOnlyList<double> Values { get; init; } = [];

    /// <summary>
    /// A number a unit in place of <see cref="Values"/>, [T, H] or [T, V] as the site has them: one row for every step, or one a step from
    /// the range's first; after the last of several nothing is done. A plan with it has no JSON. Null for none.
    /// </summary>
    public SiteValues? From { get; init; }

    /// <summary>When. Default every step; −1 reaches c and h before the first.</summary>
    public StepRange Steps { get; init; } = StepRange.AllSteps;
}
