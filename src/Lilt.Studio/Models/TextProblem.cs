namespace Lilt.Studio.Models;

/// <summary>Problem details (RFC 9457) of a typed text.</summary>
/// <param name="Type">Always <c>about:blank</c>.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">HTTP's status.</param>
/// <param name="Detail">A sentence: what happened, what to do.</param>
/// <param name="Faults">What cannot be read, in the order of the text.</param>
/// <param name="Tunes">The titles of the tunes in the text, where it has to be said which of them is meant; else empty.</param>
public sealed record TextProblem(
    string Type,
    string Title,
    int Status,
    string Detail,
    IReadOnlyList<FaultView> Faults,
    IReadOnlyList<string> Tunes
);
