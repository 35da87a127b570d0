using System.Globalization;
using System.Text;
using Lilt.Files;
using Lilt.Studies;

namespace Lilt.Sweeping.Slurm;

/// <summary>A job array as a file for <c>sbatch</c>, for people to read, change and start as well.</summary>
internal static class SlurmScript
{
    // Not set before the first time.
    private const string Restarts = "${SLURM_RESTART_COUNT:-0}";

    /// <summary>Writes it.</summary>
    /// <returns>Its path.</returns>
    public static string Write(SlurmArray array, SlurmProfile profile, string name, string sweep, string folder)
    {
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"sweep-{array.Number:0000}.sbatch"));
        byte[] text = Encoding.UTF8.GetBytes(Text(array, profile, name, sweep, folder, path));
        ReplacedFile.Write(path, stream => stream.Write(text));
        return path;
    }

    internal static string Text(SlurmArray array, SlurmProfile profile, string name, string sweep, string folder, string path)
    {
        StringBuilder text = new();
        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        void Asked(string option, string? value)
        {
            if (value is not null)
            {
                Line($"#SBATCH --{option}={value}");
            }
        }

        string atOnce = profile.AtOnce is { } most ? string.Create(CultureInfo.InvariantCulture, $"%{most}") : string.Empty;
        Line($"#!/bin/bash");
        Line(
            $"# Shards {array.FirstShard} to {array.LastShard} of a sweep, {array.ShardsATask} a task. To start it by hand: sbatch {ShellWord.Of(path)}"
        );
        Line($"# A task that is started again makes what is missing; two of one task do no harm.");
        Asked("job-name", name);
        Asked("array", array.TaskList + atOnce);
        Asked("time", string.Create(CultureInfo.InvariantCulture, $"{profile.Minutes}"));
        Asked("cpus-per-task", string.Create(CultureInfo.InvariantCulture, $"{profile.Cpus}"));
        Asked("mem", profile.Memory);
        Asked("partition", profile.Partition);
        Asked("account", profile.Account);
        Asked("qos", profile.Qos);
        Line($"#SBATCH --requeue");
        Line($"#SBATCH --open-mode=append");
        Asked("signal", string.Create(CultureInfo.InvariantCulture, $"B:USR1@{profile.SecondsToStop}"));
        Asked("output", ShellWord.Of(Path.Combine(folder, "%A_%a.log")));
        text.Append('\n');
        foreach (string module in profile.Modules)
        {
            Line($"module load {module}");
        }

        foreach (string line in profile.Setup)
        {
            Line($"{line}");
        }

        text.Append(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                first=$(({array.FirstShard} + SLURM_ARRAY_TASK_ID * {array.ShardsATask}))
                last=$((first + {array.ShardsATask - 1}))
                [ "$last" -le {array.LastShard} ] || last={array.LastShard}

                # Before its time limit the task is told so by USR1: what it has is kept, and it is queued again.
                late=
                trap 'late=yes; kill -TERM "$work"' USR1
                trap 'kill -TERM "$work"' TERM INT
                {profile.Program} sweep work {ShellWord.Of(sweep)} --shards "$first-$last" --threads "$SLURM_CPUS_PER_TASK" &
                work=$!
                wait "$work"
                code=$?
                # A signal ends the first wait, not the work.
                while kill -0 "$work" 2>/dev/null; do wait "$work"; code=$?; done
                if [ -n "$late" ] && [ "$code" -ne 0 ] && [ "{Restarts}" -lt {profile.Requeues} ]; then
                  scontrol requeue "$SLURM_JOB_ID"
                fi
                exit "$code"

                """
            )
        );
        return text.ToString();
    }
}
