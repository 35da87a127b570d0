using System.CommandLine;
using System.Globalization;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;

namespace Lilt.Cli;

/// <summary><c>lilt sweep work</c>: makes given shards of a sweep that was begun.</summary>
internal static class SweepWorkVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> folder = SweepVerb.FolderOf();
        Option<string> shards = new("--shards")
        {
            Description = "Which, from 0: numbers and ranges with commas between, or all (default).",
            DefaultValueFactory = _ => "all",
            HelpName = "0-15,17",
        };
        Option<bool> again = new("--again") { Description = "Try those again that were set aside after three failures." };
        Option<int> threads = WholeNumber.Threads();
        Command command = new(
            "work",
            "Makes shards of a sweep that was begun; any number of these may run at once, on machines that share the folder.\n"
                + "Example: lilt sweep work sweep --shards 0-15"
        )
        {
            folder,
            shards,
            again,
            threads,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        SweepFolder opened = SweepFolder.Open(parsed.GetValue(folder)!);
                        return Run(
                            opened,
                            ShardNumbers.Parse(parsed.GetValue(shards)!, opened.Shards.Count),
                            parsed.GetValue(again),
                            WholeNumber.ThreadsOf(parsed, threads),
                            parsed.InvocationConfiguration.Error,
                            cancellation
                        );
                    },
                    cancellation
                )
        );
        return command;
    }

    /// <summary>Works at shards under a progress display.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(
        SweepFolder folder,
        IReadOnlyList<long> shards,
        bool again,
        int threads,
        TextWriter messages,
        CancellationToken cancellation
    )
    {
        SweepOutcome outcome;
        SweepProgress at = default;
        try
        {
            outcome = ProgressDisplay.Run(
                "Sweeping",
                shards.Count,
                display =>
                    new SweepWorker(folder, threads).Run(shards, again, new SweepDisplay(display, progress => at = progress), cancellation)
            );
        }
        catch (OperationCanceledException)
        {
            throw new StoppedException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"stopped with {at.Done} of {at.All} shards whole. What is made is kept, of the shards under way too: the same command goes on."
                )
            );
        }

        SweepText.WriteOutcome(folder, outcome, messages);
        return outcome.Failed.Count == 0 ? CommandLine.Done : CommandLine.Failed;
    }
}
