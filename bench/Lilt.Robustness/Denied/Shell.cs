using System.Diagnostics;

namespace Lilt.Robustness.Denied;

/// <summary>Programs of the system.</summary>
internal static class Shell
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Runs one.</summary>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static void Run(string program, params IReadOnlyList<string> arguments)
    {
        (int code, _, string said) = Ask(new ProcessStartInfo(program, arguments));
        if (code != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {said.Trim()}");
        }
    }

    /// <summary>Runs one to its end.</summary>
    /// <param name="start">What is run.</param>
    /// <param name="heard">Is called with each line that it prints, and the process; null for nobody.</param>
    /// <returns>Its exit code, what it printed, and what it said on standard error.</returns>
    public static (int Code, string Printed, string Said) Ask(ProcessStartInfo start, Action<string, Process>? heard = null)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        Task<string> said = process.StandardError.ReadToEndAsync();
        Task<string> printed = Task.Run(() =>
        {
            List<string> lines = [];
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lines.Add(line);
                heard?.Invoke(line, process);
            }

            return string.Join('\n', lines);
        });
        if (!process.WaitForExit(Longest))
        {
            process.Kill();
            process.WaitForExit();
            return (-1, printed.Result, said.Result + $"\nit did not end in {Longest.TotalMinutes} minutes");
        }

        return (process.ExitCode, printed.Result, said.Result);
    }
}
