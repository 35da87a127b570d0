namespace Lilt.Operations;

/// <summary>Tokens that are never drawn: their logits are minus infinity.</summary>
public sealed record Forbid : Operation
{
    /// <inheritdoc/>
    public override string Name => "forbid";

    /// <summary>Texts of the tokens.</summary>
    public required IReadOnlyList<string> Tokens { get; init; }

    /// <summary>When. Default every step.</summary>
    public StepRange Steps { get; init; } = StepRange.AllSteps;
}
