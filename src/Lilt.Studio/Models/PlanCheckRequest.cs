using System.Text.Json.Nodes;

namespace Lilt.Studio.Models;

/// <summary>Asks whether a plan fits a model.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Plan">The plan, as docs/operations.md has it; a recording is named by a tune's id.</param>
public sealed record PlanCheckRequest(string Model, JsonNode? Plan);
