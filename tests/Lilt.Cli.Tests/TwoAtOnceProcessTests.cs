using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>
/// Two of the built program that write to one place at once: one is whole, the other says so in a sentence, and none ends well over a
/// broken result.
/// </summary>
public sealed class TwoAtOnceProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-two-").FullName;
    private readonly string model;

    public TwoAtOnceProcessTests()
    {
        model = In("model.safetensors");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars), model);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Study_TwoInOneFolder_OneIsWhole()
    {
        for (int round = 0; round < 5; round++)
        {
            string place = In($"study{round}");
            string[] arguments =
            [
                "study",
                "part7",
                "--model",
                model,
                "--prime",
                "M:4/4 K:Cmaj",
                "--limit",
                "300",
                "--seed",
                "3",
                "--control",
                "0",
                "--out",
                place,
            ];
            await OneWinsAsync(
                arguments,
                round * 40,
                () =>
                {
                    using JsonDocument numbers = JsonDocument.Parse(File.ReadAllText(Path.Combine(place, "study.json")));
                    Assert.All(
                        numbers.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!),
                        name => Assert.True(File.Exists(Path.Combine(place, name)), name)
                    );
                }
            );
            Assert.Equal(place, Assert.Single(Directory.GetFileSystemEntries(folder, $"study{round}*")));
        }
    }

    /// <summary>
    /// Where each may replace the other one after the other, both may do so; what stands there in the end is a whole study.
    /// </summary>
    [Fact]
    public async Task Study_ManyThatReplace_LeaveAWholeOne()
    {
        string place = In("study");
        string[] arguments =
        [
            "study",
            "part7",
            "--model",
            model,
            "--prime",
            "M:4/4 K:Cmaj",
            "--limit",
            "300",
            "--control",
            "0",
            "--force",
            "--out",
            place,
        ];
        (int Code, string Output, string Error)[] ends = await Task.WhenAll(
            Enumerable.Range(3, 4).Select(seed => BuiltProgram.RunAsync([.. arguments, "--seed", $"{seed}"]))
        );

        Assert.Contains(ends, end => end.Code == CommandLine.Done);
        Assert.All(
            ends.Where(end => end.Code != CommandLine.Done),
            end => Assert.Contains("another run", end.Error, StringComparison.Ordinal)
        );
        Assert.Equal(CommandLine.Done, (await BuiltProgram.RunAsync("verify", place)).Code);
        Assert.Equal(place, Assert.Single(Directory.GetFileSystemEntries(folder, "study*")));
    }

    [Fact]
    public async Task Generate_TwoToOneFile_OneIsWhole()
    {
        string[] arguments = ["generate", "--model", model, "--limit", "60", "--tunes", "300", "--format", "tokens"];
        string whole = (await BuiltProgram.RunAsync(arguments)).Output;
        for (int round = 0; round < 5; round++)
        {
            string place = In("tunes");
            File.Delete(place);
            int done = await AtOnceAsync([.. arguments, "--out", place], round * 30);
            Assert.InRange(done, 1, 2);
            Assert.Equal(whole, File.ReadAllText(place));
            Assert.Equal(place, Assert.Single(Directory.GetFiles(folder, "tunes*")));
        }
    }

    [Fact]
    public async Task Record_TwoToOneFile_OneIsWhole()
    {
        for (int round = 0; round < 3; round++)
        {
            string place = In("tunes.npz");
            int done = await AtOnceAsync(
                ["record", "--model", model, "--limit", "60", "--tunes", "30", "--sites", "h", "--out", place],
                round * 30
            );
            Assert.InRange(done, 1, 2);
            using RecordingReader reader = new(place);
            Assert.Equal(30, reader.Count);
            Assert.Equal(place, Assert.Single(Directory.GetFiles(folder, "tunes*")));
        }
    }

    [Fact]
    public async Task Train_TwoInOneRun_OneIsWhole()
    {
        StringBuilder text = new();
        for (int tune = 0; tune < 60; tune++)
        {
            text.Append("M:4/4\nK:Cmaj\nC D E F | G A B ").Append("CDEF"[tune % 4]).Append("\n\n");
        }

        File.WriteAllText(In("tunes.txt"), text.ToString());
        File.WriteAllText(In("recipe.json"), """{"layers":1,"units":16,"epochs":4,"batchSize":6,"tunesAShard":3}""");
        for (int round = 0; round < 4; round++)
        {
            string run = In($"run{round}");
            await OneWinsAsync(
                ["train", In("tunes.txt"), "--config", In("recipe.json"), "--run", run],
                round * 30,
                () =>
                {
                    Assert.Equal(5, File.ReadAllLines(Path.Combine(run, "log.csv")).Length);
                    ModelFile.Read(Path.Combine(run, "best.safetensors"));
                }
            );
            Assert.Equal(run, Assert.Single(Directory.GetFileSystemEntries(folder, $"run{round}*")));
            Assert.Empty(Directory.GetFiles(run, "*.partial"));
        }

        // Two that go on with one run: the same.
        int done = await AtOnceAsync(["train", In("tunes.txt"), "--run", In("run0"), "--resume", "--epochs", "6"], 0);
        Assert.InRange(done, 1, 2);
        Assert.Equal(7, File.ReadAllLines(In("run0/log.csv")).Length);
    }

    private string In(string name) => Path.Combine(folder, name);

    /// <summary>Two of one command where the second may not follow the first: exactly one is done, the other says why it is not.</summary>
    private static async Task OneWinsAsync(string[] arguments, int apartMilliseconds, Action assertWhole)
    {
        Assert.Equal(1, await AtOnceAsync(arguments, apartMilliseconds));
        assertWhole();
    }

    /// <summary>Starts two of one command; how many are done. One that is not says one sentence.</summary>
    private static async Task<int> AtOnceAsync(string[] arguments, int apartMilliseconds)
    {
        Process one = BuiltProgram.Start(arguments);
        await Task.Delay(apartMilliseconds);
        Process other = BuiltProgram.Start(arguments);
        (int Code, string Output, string Error)[] ends = await Task.WhenAll(BuiltProgram.EndAsync(one), BuiltProgram.EndAsync(other));
        foreach ((int code, _, string error) in ends.Where(end => end.Code != CommandLine.Done))
        {
            Assert.True(code is CommandLine.Failed or CommandLine.BadInput, $"{code}: {error}");
            string said = Assert.Single(error.TrimEnd().Split('\n'));
            Assert.True(
                said.Contains("is being written by another run", StringComparison.Ordinal)
                    || said.Contains("is there already", StringComparison.Ordinal)
                    || said.Contains("a run stands here", StringComparison.Ordinal),
                said
            );
        }

        return ends.Count(end => end.Code == CommandLine.Done);
    }
}
