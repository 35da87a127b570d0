using System.Text.Json.Nodes;

namespace Lilt.Studio.Models;

/// <summary>A plan that fits a model.</summary>
/// <param name="Plan">Its one text: what has its default is left out.</param>
/// <param name="Hash">SHA-256 of that text.</param>
/// <param name="Sentences">What each operation does, in words.</param>
public sealed record PlanView(JsonNode Plan, string Hash, IReadOnlyList<string> Sentences);
