namespace Lilt.Operations;

/// <summary>One thing that is done to a network while it runs. Immutable data; <see cref="OperationPlan"/> holds them in order.</summary>
/// <remarks>Units and tokens are checked when the plan is compiled for a model (<see cref="OperationPlan.Compile"/>).</remarks>
public abstract record Operation
{
    private protected Operation() { }

    /// <summary>What it is called in a plan's JSON: excise, clamp, add, scale, stimulate, bias, forbid, patch.</summary>
    public abstract string Name { get; }
}
