using System.Globalization;
using Lilt.Studies;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;

namespace Lilt.Cli;

/// <summary>What a sweep's verbs say.</summary>
internal static class SweepText
{
    private static readonly TimeSpan TrialOfAStudy = TimeSpan.FromSeconds(20);

    /// <summary>What is going to be made, and what that takes.</summary>
    public static void WriteDryRun(SweepPlan sweep, int threads, TextWriter text, CancellationToken cancellation)
    {
        long shards = new ShardList(sweep).Count;
        if (sweep.Task == SweepTask.Study)
        {
            WriteDryRunOfStudies(sweep, threads, text, cancellation);
            return;
        }

        if (sweep.Task == SweepTask.Control)
        {
            WriteDryRunOfControls(sweep, shards, threads, text, cancellation);
            return;
        }

        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted(sweep.Points, "tune", "tunes")} in {Counted(shards, "shard", "shards")}."
            )
        );
        SweepTrial trial = SweepTrial.Of(sweep, threads, cancellation);
        double tokens = trial.TokensATune * sweep.Points;
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A trial of {trial.Tunes:N0} tunes on this machine with {threads} threads: {trial.TokensATune:0.0} tokens a tune, {trial.TokensASecond:N0} tokens a second, {trial.BytesATune:0} bytes a tune."
            )
        );
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"So about {tokens:N0} tokens, {Duration(tokens / trial.TokensASecond)}, {Size(trial.BytesATune * sweep.Points)}."
            )
        );
    }

    private static void WriteDryRunOfStudies(SweepPlan sweep, int threads, TextWriter text, CancellationToken cancellation)
    {
        text.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{Counted(sweep.Points, "study", "studies")}, each a shard of its own.")
        );
        try
        {
            StudyTrial trial = StudyTrial.Of(sweep, threads, TrialOfAStudy, cancellation);
            text.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"One was tried on this machine with {threads} threads: {trial.Share:0 %} of it was done after {Duration(trial.Trial)}{(trial.Bytes is { } bytes ? $", and its table takes {Size(bytes)}" : "")}."
                )
            );
            text.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"So about {Duration(trial.Seconds * sweep.Points)}{(trial.Bytes is { } each ? $", {Size(each * (double)sweep.Points)}" : "")}; parts of a study go at different speeds, and its tokens are not counted."
                )
            );
        }
        catch (StudyRefusedException e)
        {
            text.WriteLine($"The one that was tried cannot be made, and would be set aside: {e.Message}");
        }
    }

    private static void WriteDryRunOfControls(SweepPlan sweep, long shards, int threads, TextWriter text, CancellationToken cancellation)
    {
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted(sweep.Points, "control", "controls")} in {Counted(shards, "shard", "shards")}."
            )
        );
        ControlTrial trial = ControlTrial.Of(sweep, threads, cancellation);
        long networks = trial.NetworksAControl * sweep.Points;
        double tokens = trial.TokensANetwork * networks;
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A trial of {trial.Networks:N0} cut networks on this machine with {threads} threads: {trial.TokensANetwork:N0} tokens read by each, {trial.TokensASecond:N0} tokens a second, {trial.BytesANetwork:N0} bytes a network, and {trial.SecondsAShard:0.0} seconds a shard for its own tunes."
            )
        );
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"So {networks:N0} cut networks, about {tokens:N0} tokens, {Duration((tokens / trial.TokensASecond) + (shards * trial.SecondsAShard))}, {Size(trial.BytesANetwork * networks)}."
            )
        );
    }

    /// <summary>What came of working at shards.</summary>
    public static void WriteOutcome(SweepFolder folder, SweepOutcome outcome, TextWriter text)
    {
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"lilt: {Counted(outcome.Made, "shard", "shards")} made, {outcome.Stood:N0} stood already, {outcome.Failed.Count:N0} failed."
            )
        );
        WriteFailures(folder, outcome.Failed, text);
    }

    /// <summary>How far a sweep is.</summary>
    public static void WriteStatus(SweepFolder folder, SweepStatus status, TextWriter text)
    {
        text.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{status.Whole:N0} of {status.Shards:N0} shards whole, {status.Begun:N0} begun, {status.Workers} at work."
            )
        );
        WriteFailures(folder, status.Failures, text);
    }

    private static void WriteFailures(SweepFolder folder, IReadOnlyList<ShardFailure> failures, TextWriter text)
    {
        foreach (ShardFailure failure in failures)
        {
            text.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"shard {failure.Number} failed {failure.Attempts} {(failure.Attempts == 1 ? "time" : "times")}{(failure.IsSetAside ? " and is set aside" : "")}: {failure.Sentence} Make it again: {CommandOf(folder, failure)}"
                )
            );
        }
    }

    /// <summary>The command that makes a shard again.</summary>
    public static string CommandOf(SweepFolder folder, ShardFailure failure) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"lilt sweep work {CommandText.Word(folder.FullPath)} --shards {failure.Number} --again"
        );

    private static string Counted(long count, string one, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : more)}");

    private static string Duration(double seconds) =>
        seconds < 90 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} seconds")
        : seconds < 5400 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} minutes")
        : seconds < 172_800 ? string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{seconds / 86_400:0.0} days");

    private static string Size(double bytes) =>
        bytes < 1e6 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.0} kB")
        : bytes < 1e9 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.0} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB");
}
