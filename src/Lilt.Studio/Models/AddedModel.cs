namespace Lilt.Studio.Models;

/// <summary>What became of a model's file that was put in.</summary>
/// <param name="Model">The model.</param>
/// <param name="IsKnown">Whether the studio had the very same already, under the name that stands here.</param>
public sealed record AddedModel(ModelSummary Model, bool IsKnown);
