namespace Lilt.Operations;

/// <summary>Adds to tokens' logits; minus infinity forbids a token.</summary>
public sealed record Bias : Operation
{
    /// <inheritdoc/>
    public override string Name => "bias";

    /// <summary>What is added, by token text.</summary>
    public required IReadOnlyDictionary<string, double> Tokens { get; init; }

    /// <summary>When. Default every step.</summary>
    public StepRange Steps { get; init; } = StepRange.AllSteps;
}
