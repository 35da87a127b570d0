using System.CommandLine;
using System.Globalization;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Slurm;
using Lilt.Sweeping.Work;

namespace Lilt.Cli;

/// <summary><c>lilt sweep</c>: many networks, many conditions; beside it what is done with a sweep that was begun.</summary>
internal static class SweepVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> plan = Plan();
        Option<string?> output = new("--out")
        {
            Description = "The sweep's folder; one of the same sweep is gone on with.",
            HelpName = "DIR",
        };
        Option<string?> store = new("--store")
        {
            Description = "Where shards are kept, so that several sweeps share them. Default: in the sweep's folder.",
            HelpName = "DIR",
        };
        Option<bool> dry = new("--dry-run")
        {
            Description = "Say how many shards, tunes and tokens, how long and how large, and make nothing.",
        };
        Option<string?> slurm = new("--slurm")
        {
            Description =
                "Have a Slurm cluster make it: the site's profile, a JSON file (docs/sweeps.md). Writes files for sbatch and submits them.",
            HelpName = "PROFILE.json",
        };
        Option<bool> noSubmit = new("--no-submit") { Description = "With --slurm: write the files and submit nothing." };
        Option<int> threads = WholeNumber.Threads();
        Command command = new(
            "sweep",
            "Writes tunes, or makes controls or studies, over a grid of networks, plans, seeds, temperatures and headers. Killed at any moment,\n"
                + "the same command goes on with what is missing and ends with the same bits.\n"
                + "Example: lilt sweep configs/sweeps/each-unit.json --out sweep"
        )
        {
            plan,
            output,
            store,
            dry,
            slurm,
            noSubmit,
            threads,
            Prepare(),
            SweepWorkVerb.Create(),
            SweepStatusVerb.Create(),
            SweepStatusVerb.CreateCancel(),
            SweepAskVerb.Create(),
            SweepEffectsVerb.Create(),
        };
        command.SetAction(
            (parsed, cancellation) =>
                Task.Run(
                    () =>
                    {
                        InvocationConfiguration streams = parsed.InvocationConfiguration;
                        int many = WholeNumber.ThreadsOf(parsed, threads);
                        SweepPlan sweep = Read(parsed.GetValue(plan)!);
                        if (parsed.GetValue(dry))
                        {
                            SweepText.WriteDryRun(sweep, many, streams.Output, cancellation);
                            return CommandLine.Done;
                        }

                        SlurmProfile? profile =
                            parsed.GetValue(slurm) is { } site ? SlurmProfileReader.Read(File.ReadAllText(site), site)
                            : parsed.GetValue(noSubmit)
                                ? throw new InputException("--no-submit is for --slurm: name the site's profile with it.")
                            : null;
                        SweepFolder folder = SweepFolder.Begin(Folder(parsed.GetValue(output)), sweep, parsed.GetValue(store));
                        if (profile is not null)
                        {
                            return Queue(folder, profile, !parsed.GetValue(noSubmit), streams.Output);
                        }

                        return SweepWorkVerb.Run(folder, Every(folder), false, many, streams.Error, cancellation);
                    },
                    cancellation
                )
        );
        return command;
    }

    private static int Queue(SweepFolder folder, SlurmProfile profile, bool submits, TextWriter text)
    {
        SlurmJobs queue = new(folder);
        if (submits)
        {
            queue.ThrowIfWaiting();
        }

        IReadOnlyList<string> scripts = queue.Prepare(profile);
        if (scripts.Count == 0)
        {
            text.WriteLine("All of it is made: there is nothing to submit.");
            return CommandLine.Done;
        }

        IReadOnlyList<string> jobs = submits ? SlurmJobs.Submit(scripts) : [];
        for (int n = 0; n < scripts.Count; n++)
        {
            text.WriteLine(submits ? $"job {jobs[n]}\t{scripts[n]}" : scripts[n]);
        }

        text.WriteLine($"How far it is: lilt sweep status {CommandText.Word(folder.FullPath)}");
        return CommandLine.Done;
    }

    private static Command Prepare()
    {
        Argument<string> plan = Plan();
        Option<string?> output = new("--out") { Description = "The sweep's folder.", HelpName = "DIR" };
        Option<string?> store = new("--store") { Description = "Where shards are kept. Default: in the sweep's folder.", HelpName = "DIR" };
        Command command = new(
            "prepare",
            "Makes a sweep's folder and no shard, for others to work at.\nExample: lilt sweep prepare configs/sweeps/each-unit.json --out sweep"
        )
        {
            plan,
            output,
            store,
        };
        command.SetAction(parsed =>
        {
            SweepFolder folder = SweepFolder.Begin(Folder(parsed.GetValue(output)), Read(parsed.GetValue(plan)!), parsed.GetValue(store));
            parsed.InvocationConfiguration.Output.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{folder.Shards.Count} shards, 0 to {folder.Shards.Count - 1}.")
            );
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>The folder of a sweep that was begun.</summary>
    public static Argument<string> FolderOf() => new("DIR") { Description = "The sweep's folder.", HelpName = "DIR" };

    private static Argument<string> Plan() =>
        new("PLAN") { Description = "The sweep's plan, a JSON file: docs/sweeps.md.", HelpName = "PLAN.json" };

    private static string Folder(string? given) =>
        given
        ?? throw new InputException("no folder is given: say where the sweep goes with --out DIR, or ask with --dry-run what it takes.");

    private static SweepPlan Read(string path)
    {
        SweepPlan sweep = SweepPlanReader.ReadFile(path, name => name.Length > 0 ? ModelOption.Folders().Find(name) : null);
        SweepCheck.Check(sweep);
        return sweep;
    }

    private static long[] Every(SweepFolder folder)
    {
        long[] all = new long[folder.Shards.Count];
        for (long number = 0; number < all.Length; number++)
        {
            all[number] = number;
        }

        return all;
    }
}
