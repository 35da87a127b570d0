using System.Diagnostics;
using System.Globalization;

namespace Lilt.Cli.Tests;

/// <summary>The built program as a process of its own.</summary>
internal static class BuiltProgram
{
    /// <summary>The program.</summary>
    public static string Path => typeof(CommandLine).Assembly.Location;

    /// <summary>Starts it.</summary>
    public static Process Start(params string[] arguments) => Start("dotnet", [Path, .. arguments]);

    /// <summary>Starts a program whose output is read.</summary>
    public static Process Start(string program, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs it to its end.</summary>
    public static Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments) => EndAsync(Start(arguments));

    /// <summary>Waits for a process, and lets it go.</summary>
    public static async Task<(int Code, string Output, string Error)> EndAsync(Process process)
    {
        using (process)
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            string error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, error);
        }
    }

    /// <summary>Sends a signal: INT, TERM, KILL.</summary>
    public static void Signal(Process process, string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until a file has so many bytes, or the process has ended.</summary>
    public static void WaitForBytes(Process process, string path, long bytes)
    {
        while (!(File.Exists(path) && new FileInfo(path).Length >= bytes) && !process.HasExited)
        {
            Thread.Sleep(2);
        }
    }
}
