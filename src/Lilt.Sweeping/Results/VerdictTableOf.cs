using Lilt.Studies;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Results;

/// <summary>The table of a study, a row a verdict; docs/sweeps.md has its columns.</summary>
internal static class VerdictTableOf
{
    public static IReadOnlyList<TableColumn> Study(Shard shard, Study study)
    {
        IReadOnlyList<StudyVerdict> verdicts = study.Verdicts;
        T[] All<T>(Func<StudyVerdict, T> of) => [.. verdicts.Select(of)];
        return
        [
            .. PointColumns.Of(shard, verdicts.Count),
            TableColumn.Texts("study", All(_ => study.Kind)),
            TableColumn.Texts("subject", All(verdict => verdict.Subject)),
            TableColumn.Texts("claim", All(verdict => verdict.Claim)),
            TableColumn.Texts("verdict", All(verdict => Plans.SweepPlanText.Word(verdict.Verdict))),
            TableColumn.Of("effect", All(verdict => verdict.Effect)),
            TableColumn.Of("low", All(verdict => verdict.Low)),
            TableColumn.Of("high", All(verdict => verdict.High)),
            TableColumn.Of("p", All(verdict => verdict.P)),
            TableColumn.Of("holm", All(verdict => verdict.Holm)),
            TableColumn.Texts("sentence", All(verdict => verdict.Sentence)),
            TableColumn.Texts("answer", All(_ => study.Headline?.Answer ?? string.Empty)),
        ];
    }
}
