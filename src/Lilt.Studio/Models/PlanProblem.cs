using System.Text.Json.Serialization;

namespace Lilt.Studio.Models;

/// <summary>Problem details (RFC 9457) of a plan.</summary>
/// <param name="Type">Always <c>about:blank</c>.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">HTTP's status.</param>
/// <param name="Detail">A sentence: what happened, what to do.</param>
/// <param name="Operation">Which operation of the plan it speaks of, from 0; left out where it speaks of none.</param>
public sealed record PlanProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Operation = null
);
