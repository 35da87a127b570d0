using Lilt.Network;

namespace Lilt.Operations;

/// <summary>A model with a plan: a new model that shares the weights. Nothing is changed in the model itself.</summary>
/// <param name="Model">The model.</param>
/// <param name="Plan">What is done to it, compiled for it.</param>
public sealed record OperatedModel(Model Model, CompiledPlan Plan);
