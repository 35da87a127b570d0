using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Slurm;

/// <summary>A sweep's jobs in Slurm's queue.</summary>
public sealed partial class SlurmJobs
{
    // What Slurm has where a site says nothing.
    private const int UsualMaxArraySize = 1001;

    private readonly SweepFolder sweep;
    private readonly string folder;

    /// <param name="sweep">The sweep.</param>
    public SlurmJobs(SweepFolder sweep)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        this.sweep = sweep;
        folder = Path.Combine(sweep.FullPath, "slurm");
    }

    // Of the folder's path, so that files that a person submits count as well.
    private string JobName => "lilt-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sweep.FullPath)))[..12];

    /// <summary>Writes the files for what is left to be made; nothing is submitted.</summary>
    /// <returns>Their paths, in order; none where all is made.</returns>
    public IReadOnlyList<string> Prepare(SlurmProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        int most = profile.MaxArraySize ?? MaxArraySize();
        IReadOnlyList<SlurmArray> arrays = SlurmArray.Of(
            sweep.Shards.Count,
            number => sweep.IsSettled(sweep.Shards[number], out _),
            profile.Shards,
            most
        );
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.EnumerateFiles(folder, "*.sbatch").ToArray())
        {
            File.Delete(old);
        }

        return [.. arrays.Select(array => SlurmScript.Write(array, profile, JobName, sweep.FullPath, folder))];
    }

    /// <summary>Whether the sweep may be submitted: what is in the queue already would be made twice.</summary>
    /// <exception cref="SweepFormatException">Jobs of this sweep are in the queue.</exception>
    public void ThrowIfWaiting()
    {
        if (Waiting() is { Jobs.Count: > 0 } there)
        {
            throw new SweepFormatException(
                $"{sweep.FullPath} has jobs in the queue ({string.Join(", ", there.Jobs)}): wait until they have ended, or end them with lilt sweep cancel."
            );
        }
    }

    /// <summary>Submits files, in order.</summary>
    /// <param name="scripts">What <see cref="Prepare"/> gave.</param>
    /// <returns>The jobs' numbers.</returns>
    /// <exception cref="SweepFormatException">There is no <c>sbatch</c>, or it refused one; those before it are in the queue.</exception>
    public static IReadOnlyList<string> Submit(IReadOnlyList<string> scripts)
    {
        ArgumentNullException.ThrowIfNull(scripts);
        List<string> jobs = [];
        foreach (string script in scripts)
        {
            (string output, string? fault) = SlurmCommand.Run("sbatch", "--parsable", script);
            if (fault is not null)
            {
                string before = jobs.Count == 0 ? "Nothing is in the queue" : $"Jobs {string.Join(", ", jobs)} are in the queue";
                throw new SweepFormatException(
                    $"sbatch refused {script}: {fault}. {before}. Submit it and those behind it with sbatch when the site lets you."
                );
            }

            jobs.Add(JobNumber().Match(output).Value);
        }

        return jobs;
    }

    /// <summary>What is in the queue of this sweep; null where nothing was ever made for Slurm.</summary>
    /// <exception cref="SweepFormatException">There is no <c>squeue</c>, or it does not answer.</exception>
    public SlurmTasks? Waiting()
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        (string output, string? fault) = SlurmCommand.Run("squeue", "--noheader", "--array", "--name=" + JobName, "--format=%F %t");
        if (fault is not null)
        {
            throw new SweepFormatException($"squeue does not answer: {fault}.");
        }

        string[][] tasks =
        [
            .. output
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Where(line => line.Length == 2),
        ];
        return new SlurmTasks(
            [.. tasks.Select(task => task[0]).Distinct()],
            tasks.Count(task => !IsPending(task[1])),
            tasks.Count(task => IsPending(task[1]))
        );
    }

    /// <summary>Takes the sweep's jobs out of the queue; tasks that run are told to end, and keep what they have.</summary>
    /// <returns>The jobs that were there.</returns>
    /// <exception cref="SweepFormatException">There is no Slurm here, or it does not answer.</exception>
    public IReadOnlyList<string> Cancel()
    {
        if (Waiting() is not { Jobs.Count: > 0 } there)
        {
            return [];
        }

        // A task's script hears TERM and ends its work; without --batch it would be killed some seconds later.
        SlurmCommand.Run("scancel", ["--state=PENDING", .. there.Jobs]);
        SlurmCommand.Run("scancel", ["--batch", "--signal=TERM", .. there.Jobs]);
        return there.Jobs;
    }

    private static bool IsPending(string state) => state == "PD";

    private static int MaxArraySize()
    {
        try
        {
            (string output, string? fault) = SlurmCommand.Run("scontrol", "show", "config");
            Match match = MaxArraySizeLine().Match(output);
            return fault is null && match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : UsualMaxArraySize;
        }
        catch (SweepFormatException)
        {
            return UsualMaxArraySize;
        }
    }

    [GeneratedRegex("^[0-9]+")]
    private static partial Regex JobNumber();

    [GeneratedRegex(@"^MaxArraySize\s*=\s*([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex MaxArraySizeLine();
}
