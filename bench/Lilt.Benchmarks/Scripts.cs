using System.Diagnostics;

namespace Lilt.Benchmarks;

/// <summary>Runs other programs and reads what they print.</summary>
internal static class Scripts
{
    /// <summary>All that the program prints.</summary>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="coreType">The processor whose products OpenBLAS is to run; null leaves the choice to it.</param>
    /// <exception cref="ScriptFailedException">The program failed.</exception>
    public static string Run(string program, string arguments, string? coreType = null) =>
        TryRun(program, arguments, coreType, Timeout.InfiniteTimeSpan)!;

    /// <summary>The same; null if the program takes longer than <paramref name="patience"/>, which ends it.</summary>
    /// <exception cref="ScriptFailedException">The program failed.</exception>
    public static string? TryRun(string program, string arguments, string? coreType, TimeSpan patience)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true };
        if (coreType is not null)
        {
            start.Environment["OPENBLAS_CORETYPE"] = coreType;
        }

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(patience))
        {
            process.Kill();
            return null;
        }

        return process.ExitCode == 0
            ? output.Result
            : throw new ScriptFailedException($"{program} {arguments} ended with {process.ExitCode}.");
    }
}
