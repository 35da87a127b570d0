using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>Sweeps on a real Slurm of two nodes: whatever happens to its tasks, the tables are those that this machine makes alone.</summary>
public sealed class SlurmSweepTests : IClassFixture<VirtualCluster>, IDisposable
{
    private const int Shards = 14;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly VirtualCluster cluster;
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-slurm-").FullName;

    public SlurmSweepTests(VirtualCluster cluster)
    {
        this.cluster = cluster;
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 3, 256, WanderingModel.Bars), In("model.safetensors"));
        File.WriteAllText(
            In("plan.json"),
            $$"""{"task":"generate","models":["model.safetensors"],"limit":200,"seeds":{"from":5,"count":{{Shards * 384}}},"tunesAShard":384}"""
        );
        File.WriteAllText(
            In("site.json"),
            $$"""
            {"program":"dotnet {{BuiltProgram.Path}}","partition":"work","minutes":30,"memory":"400M","shardsATask":1,
             "setup":["export DOTNET_PROCESSOR_COUNT=1"]}
            """
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>
    /// One sweep through all of it: its arrays are as large as the site lets them be; a node is taken down, a task is at its time limit, and
    /// then it is cancelled and submitted again.
    /// </summary>
    [Fact]
    public async Task Sweep_WhateverHappensToItsTasks_HasTheTablesOfThisMachine()
    {
        string[] submit = ["sweep", In("plan.json"), "--out", In("cluster"), "--slurm", In("site.json")];
        string[] jobs = [.. (await LiltAsync(submit)).Split('\n').Where(line => line.StartsWith("job ", StringComparison.Ordinal))];
        Assert.Equal(3, jobs.Length);
        Assert.Contains("#SBATCH --array=0-5\n", File.ReadAllText(In("cluster/slurm/sweep-0001.sbatch")), StringComparison.Ordinal);
        Assert.Contains("#SBATCH --array=0-1\n", File.ReadAllText(In("cluster/slurm/sweep-0003.sbatch")), StringComparison.Ordinal);
        Assert.Contains("has jobs in the queue", await FaultAsync(submit), StringComparison.Ordinal);

        // A node goes down under its task, which the controller puts into the queue again.
        await UntilAsync(async () => Kept() > 0 && (await RunningAsync("n2")).Length > 0);
        string lost = (await RunningAsync("n2"))[0];
        await cluster.RunAsync("scontrol", "update", "nodename=n2", "state=down", "reason=test");
        await UntilAsync(async () => Restarts(await cluster.RunAsync("scontrol", "show", "job", lost)) == 1);
        await cluster.RunAsync("scontrol", "update", "nodename=n2", "state=resume");

        // What Slurm sends before a time limit: the task keeps what it has and asks to be queued again.
        await UntilAsync(async () => (await RunningAsync("n1")).Length > 0);
        string late = (await RunningAsync("n1"))[0];
        await UntilAsync(async () =>
        {
            // Until its script listens nothing hears the signal, and a task that has ended hears none.
            await cluster.TryAsync("scancel", "--batch", "--signal=USR1", late);
            return Restarts(await cluster.RunAsync("scontrol", "show", "job", late)) > 0
                || (await RunningAsync("n1")).FirstOrDefault() != late;
        });

        string cancelled = await LiltAsync("sweep", "cancel", In("cluster"));
        Assert.Contains("taken out of the queue", cancelled, StringComparison.Ordinal);
        await UntilAsync(async () => (await cluster.RunAsync("squeue", "--noheader")).Length == 0);
        Assert.Contains("0 at work", await LiltAsync("sweep", "status", In("cluster")), StringComparison.Ordinal);
        int whole = Directory.EnumerateFiles(In("cluster/shards"), "*.parquet", SearchOption.AllDirectories).Count();
        Assert.InRange(whole, 0, Shards - 1);

        Assert.Contains("job ", await LiltAsync(submit), StringComparison.Ordinal);
        int tasks = Directory
            .EnumerateFiles(In("cluster/slurm"), "*.sbatch")
            .SelectMany(file =>
                File.ReadLines(file).Single(line => line.Contains("--array=", StringComparison.Ordinal)).Split('=')[1].Split(',')
            )
            .Sum(run => run.Split('-') is [{ } first, { } last] ? int.Parse(last) - int.Parse(first) + 1 : 1);
        Assert.Equal(Shards - whole, tasks);
        await UntilAsync(async () => (await StatusAsync()).GetProperty("whole").GetInt32() == Shards);
        Assert.Empty((await StatusAsync()).GetProperty("failures").EnumerateArray());
        await UntilAsync(async () => (await cluster.RunAsync("squeue", "--noheader")).Length == 0);
        Assert.StartsWith("All of it is made", await LiltAsync(submit), StringComparison.Ordinal);

        await LiltAsync("sweep", In("plan.json"), "--out", In("here"));
        Assert.Equal(Shards, Tables("here").Count);
        Assert.Equal(Tables("here"), Tables("cluster"));
    }

    [Fact]
    public async Task Files_ForSlurm_AreWrittenWithoutIt()
    {
        string[] words = ["sweep", In("plan.json"), "--out", In("files"), "--slurm", In("site.json")];
        File.WriteAllText(
            In("site.json"),
            """
            {"program":"apptainer exec 'my lilt.sif' lilt","partition":"cpu-long","account":"music","qos":"low","minutes":90,"cpus":8,"memory":"4G",
             "modules":["dotnet/10"],"setup":["export TMPDIR=/scratch"],"shardsATask":3,"atOnce":20,"maxArraySize":3,"secondsToStop":90,"requeues":4}
            """
        );
        (string Name, string Value) nowhere = ("PATH", "/nowhere");
        (int code, _, string fault) = await BuiltProgram.EndAsync(BuiltProgram.Start(Dotnet(), [BuiltProgram.Path, .. words], nowhere));
        Assert.Equal(CommandLine.BadInput, code);
        Assert.StartsWith("lilt: 'sbatch' is not on this machine", fault, StringComparison.Ordinal);
        Assert.Single(fault.TrimEnd().Split('\n'));

        (code, string output, fault) = await BuiltProgram.EndAsync(
            BuiltProgram.Start(Dotnet(), [BuiltProgram.Path, .. words, "--no-submit"], nowhere)
        );
        Assert.True(code == CommandLine.Done, fault);
        Assert.Equal(In("files/slurm/sweep-0002.sbatch"), output.Split('\n')[1]);
        string script = File.ReadAllText(In("files/slurm/sweep-0002.sbatch"));
        foreach (
            string line in (string[])
                [
                    "#SBATCH --array=0-1%20",
                    "#SBATCH --time=90",
                    "#SBATCH --cpus-per-task=8",
                    "#SBATCH --mem=4G",
                    "#SBATCH --partition=cpu-long",
                    "#SBATCH --account=music",
                    "#SBATCH --qos=low",
                    "#SBATCH --signal=B:USR1@90",
                    "module load dotnet/10",
                    "export TMPDIR=/scratch",
                    "first=$((9 + SLURM_ARRAY_TASK_ID * 3))",
                ]
        )
        {
            Assert.Contains(line + "\n", script, StringComparison.Ordinal);
        }

        Assert.Contains("apptainer exec 'my lilt.sif' lilt sweep work " + In("files") + " --shards", script, StringComparison.Ordinal);
        (code, _, fault) = await BuiltProgram.EndAsync(BuiltProgram.Start("bash", ["-n", In("files/slurm/sweep-0002.sbatch")]));
        Assert.True(code == 0, fault);
    }

    [Theory]
    [InlineData("""{"cpus":0}""", "'cpus' holds 0: it is a whole number from 1 to 1024.")]
    [InlineData("""{"partitions":"x"}""", "has 'partitions', which means nothing there")]
    [InlineData("""{"partition":"a b"}""", "'partition' is 'a b'")]
    [InlineData("""{"setup":["a\nb"]}""", "it is one line of shell")]
    [InlineData("""{"minutes":1,"secondsToStop":60}""", "has a 'secondsToStop' that is not under its time limit")]
    [InlineData("""{""", "is no JSON")]
    public async Task Profile_ThatCannotBeUsed_IsOneSentence(string profile, string says)
    {
        File.WriteAllText(In("site.json"), profile);

        string fault = await FaultAsync("sweep", In("plan.json"), "--out", In("bad"), "--slurm", In("site.json"));

        Assert.Contains(says, fault, StringComparison.Ordinal);
        Assert.Single(fault.TrimEnd().Split('\n'));
        Assert.False(Directory.Exists(In("bad")));
    }

    private static string Dotnet() =>
        Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : Path.GetFullPath("/usr/bin/dotnet");

    private static int Restarts(string job) => int.Parse(job.Split("Restarts=")[1].Split([' ', '\n'])[0], CultureInfo.InvariantCulture);

    private async Task<string[]> RunningAsync(string node) =>
        (await cluster.RunAsync("squeue", "--noheader", "--states=RUNNING", $"--nodelist={node}", "--format=%A")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

    private async Task<string> LiltAsync(params string[] words)
    {
        (int code, string output, string error) = await BuiltProgram.EndAsync(
            BuiltProgram.Start("dotnet", [BuiltProgram.Path, .. words], cluster.Variable)
        );
        Assert.True(code == CommandLine.Done, error);
        return output;
    }

    private async Task<string> FaultAsync(params string[] words)
    {
        (int code, _, string error) = await BuiltProgram.EndAsync(
            BuiltProgram.Start("dotnet", [BuiltProgram.Path, .. words], cluster.Variable)
        );
        Assert.Equal(CommandLine.BadInput, code);
        return error;
    }

    private async Task<JsonElement> StatusAsync()
    {
        using JsonDocument status = JsonDocument.Parse(await LiltAsync("sweep", "status", In("cluster"), "--json"));
        return status.RootElement.Clone();
    }

    private Dictionary<string, byte[]> Tables(string sweep) =>
        Directory
            .EnumerateFiles(In($"{sweep}/shards"), "*.parquet", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    private int Kept() =>
        Directory.Exists(In("cluster/shards"))
            ? Directory
                .EnumerateFiles(In("cluster/shards"), "*.partial", SearchOption.AllDirectories)
                .Count(file => new FileInfo(file) is { Exists: true, Length: > 0 })
            : 0;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "what was waited for did not come");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }

    private string In(string name) => Path.Combine(folder, name);
}
