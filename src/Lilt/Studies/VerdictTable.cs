namespace Lilt.Studies;

/// <summary>A study's claims as a table.</summary>
internal static class VerdictTable
{
    /// <summary>A row a claim.</summary>
    public static StudyTable Of(IReadOnlyList<StudyVerdict> verdicts) =>
        new(
            "verdicts.csv",
            "each claim and what is said of it",
            ["subject", "claim", "verdict", "effect", "low", "high", "p", "holm", "sentence"],
            verdicts.Select(of =>
                new object?[] { of.Subject, of.Claim, EnumWords.Of(of.Verdict), of.Effect, of.Low, of.High, of.P, of.Holm, of.Sentence }
            )
        );
}
