using Lilt.Assessment;

namespace Lilt.Native;

/// <summary>How the measures of a tune are counted.</summary>
internal sealed record CountFacts(int Measures, int Full, int Counted, int StrictlyCounted, string[] Verdicts)
{
    /// <summary>Those of a count.</summary>
    public static CountFacts Of(TuneCount count) =>
        new(
            count.Total,
            count.Full,
            count.Counted,
            count.StrictlyCounted,
            [.. count.Measures.Select(measure => measure.Verdict.ToString().ToLowerInvariant())]
        );
}
