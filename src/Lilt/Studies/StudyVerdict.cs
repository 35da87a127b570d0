namespace Lilt.Studies;

/// <summary>A claim held against the network, and what came of it.</summary>
/// <param name="Subject"><c>layer N</c>, from 1, or <c>article</c>.</param>
/// <param name="Claim">What is claimed of it, such as <c>serves counting</c>.</param>
/// <param name="Verdict">What the study says of that.</param>
/// <param name="Effect">
/// How much more harm the target does than random sets of as many units, as a share of theirs: 0 is as much, 1 twice as much;
/// for a claim of the article, what its sentence says. Null where nothing was measured.
/// </param>
/// <param name="Low">The low end of the effect's interval, simultaneous over the layers.</param>
/// <param name="High">Its high end.</param>
/// <param name="P">The p-value of the claim alone, 0 to 1; null where none was taken.</param>
/// <param name="Holm">The same after Holm, over all claims that are tested together.</param>
/// <param name="Sentence">The verdict in a whole sentence with its numbers.</param>
public sealed record StudyVerdict(
    string Subject,
    string Claim,
    VerdictKind Verdict,
    double? Effect,
    double? Low,
    double? High,
    double? P,
    double? Holm,
    string Sentence
);
