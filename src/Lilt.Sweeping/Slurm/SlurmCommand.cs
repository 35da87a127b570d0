using System.ComponentModel;
using System.Diagnostics;
using Lilt.Sweeping.Plans;

namespace Lilt.Sweeping.Slurm;

/// <summary>Runs one of Slurm's commands to its end.</summary>
internal static class SlurmCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="name">Such as <c>sbatch</c>.</param>
    /// <param name="arguments">What it is given.</param>
    /// <returns>What it said, and why it failed; null for one that succeeded.</returns>
    /// <exception cref="SweepFormatException">There is no such command on this machine.</exception>
    public static (string Output, string? Fault) Run(string name, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(name, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            process.StandardInput.Close();
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            string fault = error.Result.Trim().Split('\n')[0];
            return process.ExitCode == 0
                ? (output, null)
                : (output, fault.Length > 0 ? fault : FormattableString.Invariant($"it ended with {process.ExitCode}"));
        }
        catch (Win32Exception e)
        {
            throw new SweepFormatException(
                $"'{name}' is not on this machine: submit where Slurm's commands are, or write the files alone with --no-submit.",
                e
            );
        }
    }
}
