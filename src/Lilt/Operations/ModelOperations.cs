using Lilt.Network;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Operating on a model.</summary>
public static class ModelOperations
{
    /// <summary>The model under a plan.</summary>
    /// <param name="model">The model; it is shared, not copied.</param>
    /// <param name="plan">What is done to it.</param>
    /// <param name="recordings">Finds the recordings that the plan names.</param>
    /// <exception cref="PlanFormatException">The plan names what the model has not.</exception>
    public static OperatedModel With(this Model model, OperationPlan plan, Func<string, TuneRecording>? recordings = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new OperatedModel(model, plan.Compile(model, recordings));
    }
}
