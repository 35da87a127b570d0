using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Slurm;
using Lilt.Sweeping.Work;

namespace Lilt.Cli;

/// <summary><c>lilt sweep status</c> and <c>cancel</c>.</summary>
internal static class SweepStatusVerb
{
    /// <summary>How far a sweep is.</summary>
    public static Command Create()
    {
        Argument<string> folder = SweepVerb.FolderOf();
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new("status", "Says how far a sweep is, who works at it and what failed.\nExample: lilt sweep status sweep")
        {
            folder,
            json,
        };
        command.SetAction(parsed =>
        {
            SweepFolder opened = SweepFolder.Open(parsed.GetValue(folder)!);
            SweepStatus status = SweepStatus.Of(opened);
            TextWriter text = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                WriteJson(opened, status, text);
            }
            else
            {
                SweepText.WriteStatus(opened, status, text);
                WriteQueue(opened, text);
            }

            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>Ends those who work at a sweep.</summary>
    public static Command CreateCancel()
    {
        Argument<string> folder = SweepVerb.FolderOf();
        Command command = new(
            "cancel",
            "Ends everybody who works at a sweep, on any machine, and waits until they have; whole tunes are kept.\nExample: lilt sweep cancel sweep"
        )
        {
            folder,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        SweepFolder opened = SweepFolder.Open(parsed.GetValue(folder)!);
                        IReadOnlyList<string> jobs = new SlurmJobs(opened).Cancel();
                        if (jobs.Count > 0)
                        {
                            parsed.InvocationConfiguration.Output.WriteLine($"Jobs {string.Join(", ", jobs)} are taken out of the queue.");
                        }

                        int ended = SweepStatus.Cancel(opened, cancellation);
                        parsed.InvocationConfiguration.Output.WriteLine(
                            ended == 0
                                ? "Nobody works at it."
                                : string.Create(CultureInfo.InvariantCulture, $"{ended} ended. The same commands go on.")
                        );
                        return CommandLine.Done;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static void WriteQueue(SweepFolder folder, TextWriter text)
    {
        try
        {
            if (new SlurmJobs(folder).Waiting() is { } tasks)
            {
                text.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"In Slurm's queue: {tasks.Running} tasks run, {tasks.Pending} wait.")
                );
            }
        }
        catch (SweepFormatException e)
        {
            // Where a sweep is looked at from elsewhere, the rest of the answer stands.
            text.WriteLine($"Of Slurm's queue nothing is known: {e.Message}");
        }
    }

    private static void WriteJson(SweepFolder folder, SweepStatus status, TextWriter text) =>
        text.WriteLine(
            new JsonObject
            {
                ["shards"] = status.Shards,
                ["whole"] = status.Whole,
                ["begun"] = status.Begun,
                ["workers"] = status.Workers,
                ["failures"] = new JsonArray([
                    .. status.Failures.Select(failure => new JsonObject
                    {
                        ["shard"] = failure.Number,
                        ["attempts"] = failure.Attempts,
                        ["setAside"] = failure.IsSetAside,
                        ["sentence"] = failure.Sentence,
                        ["again"] = SweepText.CommandOf(folder, failure),
                    }),
                ]),
            }.ToJsonString(JsonText.Indented)
        );
}
