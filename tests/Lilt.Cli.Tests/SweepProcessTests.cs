using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>Sweeps of the built program that are killed, stopped and cancelled, and gone on with: the tables have the same bytes.</summary>
public sealed class SweepProcessTests : IDisposable
{
    private const int Terminated = 128 + 15;
    private const int Interrupted = 128 + 2;

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-sweep-").FullName;

    public SweepProcessTests()
    {
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 96, WanderingModel.Bars), In("model.safetensors"));
        Write("plan.json", tunes: 60);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Sweep_KilledAgainAndAgain_EndsWithTheSameBytes()
    {
        Dictionary<string, byte[]> whole = await WholeAsync();
        int kills = 0;
        for (int part = 1; part < 5; part++)
        {
            // The driver, and one that makes given shards: the same that a cluster's jobs run.
            string[] arguments = part % 2 == 1 ? Sweep("killed") : ["sweep", "work", In("killed"), "--shards", "0-2,4"];
            using Process run = BuiltProgram.Start(arguments);
            WaitForKept(run, In("killed"), 1 + (part * whole.Count / 6));
            BuiltProgram.Signal(run, "KILL");
            await run.WaitForExitAsync(TestContext.Current.CancellationToken);
            kills += run.ExitCode == CommandLine.Done ? 0 : 1;
        }

        Assert.True(kills > 0);
        Assert.Equal(CommandLine.Done, (await BuiltProgram.RunAsync(Sweep("killed"))).Code);
        Assert.Equal(whole, Tables(In("killed")));
        Assert.Equal(0, (await StatusAsync("killed")).GetProperty("workers").GetInt32());
    }

    [Theory]
    [InlineData("TERM", Terminated)]
    [InlineData("INT", Interrupted)]
    public async Task Sweep_Stopped_KeepsItsPartAndGoesOn(string signal, int code)
    {
        Dictionary<string, byte[]> whole = await WholeAsync();
        using Process run = BuiltProgram.Start(Sweep("stopped"));
        WaitForKept(run, In("stopped"), 1);
        BuiltProgram.Signal(run, signal);
        (int ended, _, string error) = await BuiltProgram.EndAsync(run);
        JsonElement status = await StatusAsync("stopped");

        Assert.Equal(code, ended);
        Assert.Contains("the same command goes on", error, StringComparison.Ordinal);
        Assert.True(status.GetProperty("whole").GetInt32() + status.GetProperty("begun").GetInt32() > 0);
        Assert.Equal(CommandLine.Done, (await BuiltProgram.RunAsync(Sweep("stopped"))).Code);
        Assert.Equal(whole, Tables(In("stopped")));
    }

    [Fact]
    public async Task Sweep_TwoDriversOnOneFolder_BothEndWell()
    {
        Dictionary<string, byte[]> whole = await WholeAsync();
        (int Code, string Output, string Error)[] ends = await Task.WhenAll(
            BuiltProgram.RunAsync(Sweep("two")),
            BuiltProgram.RunAsync(Sweep("two"))
        );

        Assert.All(ends, end => Assert.True(end.Code == CommandLine.Done, end.Error));
        Assert.Equal(whole, Tables(In("two")));
    }

    [Fact]
    public async Task Cancel_OfARunningSweep_EndsItAndItGoesOn()
    {
        Write("plan.json", tunes: 100_000);
        using Process run = BuiltProgram.Start(Sweep("cancelled"));
        WaitForKept(run, In("cancelled"), 1);
        (int code, string said, _) = await BuiltProgram.RunAsync("sweep", "cancel", In("cancelled"));
        (int ended, _, string error) = await BuiltProgram.EndAsync(run);

        Assert.Equal(CommandLine.Done, code);
        Assert.StartsWith("1 ended", said, StringComparison.Ordinal);
        Assert.NotEqual(CommandLine.Done, ended);
        Assert.Contains("What is made is kept", error, StringComparison.Ordinal);
        JsonElement status = await StatusAsync("cancelled");
        Assert.Equal(0, status.GetProperty("workers").GetInt32());
        Assert.True(status.GetProperty("whole").GetInt32() + status.GetProperty("begun").GetInt32() > 0);
    }

    [Fact]
    public async Task Ask_InThreeForms_GivesTheSameAnswer()
    {
        await WholeAsync();
        string sql =
            "select plan, count(*) as tunes, avg(tokens) as length, max(text) is null as nothing from tunes group by plan order by plan";
        string table = (await BuiltProgram.RunAsync("sweep", "ask", In("whole"), sql)).Output;
        string csv = (await BuiltProgram.RunAsync("sweep", "ask", In("whole"), sql, "--format", "csv")).Output;
        using JsonDocument json = JsonDocument.Parse(
            (await BuiltProgram.RunAsync("sweep", "ask", In("whole"), sql, "--format", "json")).Output
        );

        string[] lines = csv.TrimEnd().Split('\n');
        Assert.Equal("plan,tunes,length,nothing", lines[0]);
        Assert.Equal(lines.Length - 1, json.RootElement.GetArrayLength());
        Assert.Equal(lines.Length, table.TrimEnd().Split('\n').Length);
        foreach ((JsonElement row, string line) in json.RootElement.EnumerateArray().Zip(lines.Skip(1)))
        {
            string[] cells = line.Split(',');
            Assert.Equal(row.GetProperty("plan").GetString(), cells[0]);
            Assert.Equal(120, row.GetProperty("tunes").GetInt32());
            Assert.Equal(row.GetProperty("length").GetDouble(), double.Parse(cells[2], CultureInfo.InvariantCulture));
            Assert.Equal("false", cells[3]);
        }
    }

    [Fact]
    public async Task DryRun_SaysHowMuchAndMakesNothing()
    {
        (int code, string said, _) = await BuiltProgram.RunAsync("sweep", In("plan.json"), "--dry-run");

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("240 tunes in 8 shards.", said, StringComparison.Ordinal);
        Assert.Contains("tokens a second", said, StringComparison.Ordinal);
        Assert.Equal(["model.safetensors", "plan.json"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("sweep {plan}", "--out DIR")]
    [InlineData("sweep {none} --out {dir}", "nobody.json")]
    [InlineData("sweep work {dir}", "no sweep's folder")]
    [InlineData("sweep status {dir}", "no sweep's folder")]
    [InlineData("sweep ask {dir} x", "no sweep's folder")]
    public async Task Sweep_BadInput_IsOneSentence(string arguments, string says)
    {
        (int code, string output, string error) = await BuiltProgram.RunAsync([
            .. arguments
                .Replace("{plan}", In("plan.json"), StringComparison.Ordinal)
                .Replace("{none}", In("nobody.json"), StringComparison.Ordinal)
                .Replace("{dir}", In("dir"), StringComparison.Ordinal)
                .Split(' '),
        ]);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private void Write(string name, int tunes) =>
        File.WriteAllText(
            In(name),
            """
            {"task":"assess","models":["model.safetensors"],"limit":200,"tunesAShard":60,
             "plans":["none",{"name":"stirred","operations":[{"op":"stimulate","weights":[0.7,0.3],"seed":3}]}],
             "seeds":{"from":5,"count":TUNES},"temperatures":[1,0.8],"headers":["M:4/4 K:Cmaj"]}
            """.Replace("TUNES", tunes.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace(
                "\"tunesAShard\":60",
                tunes == 60 ? "\"tunesAShard\":30" : "\"tunesAShard\":4096",
                StringComparison.Ordinal
            )
        );

    private async Task<Dictionary<string, byte[]>> WholeAsync()
    {
        Assert.Equal(CommandLine.Done, (await BuiltProgram.RunAsync(Sweep("whole"))).Code);
        Dictionary<string, byte[]> tables = Tables(In("whole"));
        Assert.Equal(8, tables.Count);
        return tables;
    }

    private string[] Sweep(string name) => ["sweep", In("plan.json"), "--out", In(name)];

    private async Task<JsonElement> StatusAsync(string name)
    {
        using JsonDocument status = JsonDocument.Parse((await BuiltProgram.RunAsync("sweep", "status", In(name), "--json")).Output);
        return status.RootElement.Clone();
    }

    private static Dictionary<string, byte[]> Tables(string sweep) =>
        Directory
            .EnumerateFiles(Path.Combine(sweep, "shards"), "*.parquet", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes);

    // Until something is kept of so many shards, or the process has ended.
    private static void WaitForKept(Process process, string sweep, int whole)
    {
        string shards = Path.Combine(sweep, "shards");
        while (!process.HasExited && !(Directory.Exists(shards) && Kept(shards) >= whole))
        {
            Thread.Sleep(2);
        }
    }

    private static int Kept(string shards) =>
        Directory
            .EnumerateFiles(shards, "*", SearchOption.AllDirectories)
            .Count(file =>
                file.EndsWith(".parquet", StringComparison.Ordinal)
                || (file.EndsWith(".part.partial", StringComparison.Ordinal) && new FileInfo(file) is { Exists: true, Length: > 0 })
            );

    private string In(string name) => Path.Combine(folder, name);
}
