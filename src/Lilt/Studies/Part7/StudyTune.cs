namespace Lilt.Studies.Part7;

/// <summary>One measure of a tune, as counting judges it: the steps from <paramref name="From"/> up to and without <paramref name="To"/>.</summary>
internal sealed record StudyMeasure(int From, int To, string Duration, string Verdict, string? Difference, IReadOnlyList<string> Findings);

/// <summary>A tune that a network wrote or read, in the form of web/figures/data.ts.</summary>
internal sealed record StudyTune
{
    public required string Name { get; init; }

    public required IReadOnlyList<string> Tokens { get; init; }

    public required string Abc { get; init; }

    public required IReadOnlyList<int> Offsets { get; init; }

    public required bool Cut { get; init; }

    public required string Meter { get; init; }

    public required string Measure { get; init; }

    public required IReadOnlyList<StudyMeasure> Measures { get; init; }

    public required int Total { get; init; }

    public required int Counted { get; init; }

    public required int StrictlyCounted { get; init; }

    public required IReadOnlyList<int> MeasureSteps { get; init; }

    /// <summary>How it counts, in words.</summary>
    public string CountInWords() => Total == 0
        ? "no measure held against a meter"
        : $"{Say.Number(Counted)} of {Say.Count(Total, "measure")} counted" + (StrictlyCounted == Counted ? "" : $" ({Say.Number(StrictlyCounted)} strictly)");

    /// <summary>The first step whose token is not the other tune's; null when none differs.</summary>
    public int? FirstDivergence(StudyTune other)
    {
        int shared = Math.Min(Tokens.Count, other.Tokens.Count);
        for (int step = 0; step < shared; step++)
        {
            if (Tokens[step] != other.Tokens[step])
            {
                return step;
            }
        }

        return Tokens.Count == other.Tokens.Count ? null : shared;
    }
}
