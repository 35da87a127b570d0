using System.Diagnostics;
using System.Globalization;

namespace Lilt.Robustness.Killed;

/// <summary>The built program as a process that can be killed.</summary>
internal sealed class LiltProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> said;

    /// <param name="program">The program's <c>.dll</c>.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="arguments">What it is called with.</param>
    public LiltProcess(string program, string folder, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process = Process.Start(start)!;
        said = process.StandardError.ReadToEndAsync();
    }

    /// <summary>What it prints.</summary>
    public StreamReader Output => process.StandardOutput;

    /// <summary>Its number.</summary>
    public int Id => process.Id;

    /// <summary>Asks it to end, as Ctrl-C does.</summary>
    public void Interrupt()
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Kills it after a time, as <c>kill -9</c> does.</summary>
    /// <returns>Whether it was alive then.</returns>
    public bool KillAfter(TimeSpan time)
    {
        Task<string> printed = Output.ReadToEndAsync();
        bool ended = process.WaitForExit(time);
        process.Kill();
        process.WaitForExit();
        printed.Wait();
        return !ended;
    }

    /// <summary>Kills it at once.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code and what it said on standard error.</returns>
    public (int Code, string Said) End()
    {
        Output.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said.Result);
    }

    /// <inheritdoc/>
    public void Dispose() => process.Dispose();
}
