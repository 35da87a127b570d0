using System.Diagnostics;
using Lilt.Tests;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>A real Slurm on this machine: a controller and two nodes of a core each, on loopback, for the tests alone.</summary>
public sealed class VirtualCluster : IDisposable
{
    /// <summary>The largest job array that it takes.</summary>
    public const int MaxArraySize = 6;

    private static readonly string Script = Path.Combine(Checkout.Folder, "bench", "slurm-cluster.sh");
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"lilt-c{Environment.ProcessId}");
    private readonly Lazy<string> configuration;

    /// <summary>Nothing is started before a test asks for it.</summary>
    public VirtualCluster() => configuration = new Lazy<string>(Begin);

    /// <summary>What a program's environment has for it to be this cluster's; skips the running test where there is no Slurm.</summary>
    public (string Name, string Value) Variable
    {
        get
        {
            bool isThere = File.Exists("/usr/sbin/slurmctld") && File.Exists("/usr/sbin/munged");
            Assert.False(!isThere && Environment.GetEnvironmentVariable("CI") == "true", "slurm-wlm and munge are missing");
            Assert.SkipUnless(isThere, "slurm-wlm and munge are missing");
            return ("SLURM_CONF", configuration.Value);
        }
    }

    /// <summary>Runs one of Slurm's commands.</summary>
    /// <returns>What it said.</returns>
    public async Task<string> RunAsync(string command, params string[] arguments)
    {
        (int code, string output, string error) = await BuiltProgram.EndAsync(BuiltProgram.Start(command, arguments, Variable));
        Assert.True(code == 0, $"{command} {string.Join(' ', arguments)}: {error}");
        return output;
    }

    /// <summary>Runs one that may be refused.</summary>
    public async Task TryAsync(string command, params string[] arguments) =>
        await BuiltProgram.EndAsync(BuiltProgram.Start(command, arguments, Variable));

    /// <inheritdoc/>
    public void Dispose()
    {
        if (configuration.IsValueCreated)
        {
            using Process stop = Process.Start(Script, ["stop", folder]);
            stop.WaitForExit();
        }
    }

    private string Begin()
    {
        // Its daemons keep what they inherit, so their output is not read: the answer is known.
        using Process start = Process.Start(
            "bash",
            ["-c", "\"$@\" >/dev/null 2>&1 </dev/null", "bash", Script, "start", folder, "2", $"{MaxArraySize}"]
        );
        start.WaitForExit();
        Assert.True(start.ExitCode == 0, $"{Script} ended with {start.ExitCode}");
        return Path.Combine(folder, "slurm.conf");
    }
}
