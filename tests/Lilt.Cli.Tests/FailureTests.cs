using System.CommandLine;
using Lilt.Network;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>
/// What goes wrong outside Lilt: one sentence that says what, where, and what to do, never the system's own message, never a stack trace.
/// </summary>
public sealed class FailureTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-failure-").FullName;
    private readonly string model;

    public FailureTests()
    {
        model = In("model.safetensors");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars), model);
        Directory.CreateDirectory(In("folder"));
        File.WriteAllText(In("tunes.txt"), "C D E F\n\n");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("generate --model MODEL --plan FOLDER", "is a folder: name a file in it")]
    [InlineData("generate --model MODEL --plan NONE", "there is no such file")]
    [InlineData("generate --model MODEL --plan NONE/NONE", "there is no such file or folder")]
    [InlineData("generate --model MODEL --out FOLDER", "is a folder: name a file in it")]
    [InlineData("generate --model MODEL --out NONE/x", "there is no folder")]
    [InlineData("generate --model FOLDER", "folder")]
    [InlineData("record --model MODEL --out FOLDER", "is a folder: name a file in it")]
    [InlineData("spectra FOLDER", "is a folder: name a file in it")]
    [InlineData("units FOLDER", "is a folder: name a file in it")]
    [InlineData("spectra NONE", "there is no such file")]
    [InlineData("inspect FOLDER", "folder")]
    [InlineData("train FOLDER --run NONE", "is a folder: name a file in it")]
    [InlineData("train TUNES --config FOLDER --run NONE", "is a folder: name a file in it")]
    [InlineData("train TUNES --vocabulary FOLDER --run NONE", "is a folder: name a file in it")]
    [InlineData("train NONE --run NONE", "there is no such file")]
    public async Task PathThatIsNoFile_IsNamedInASentence(string verb, string expected)
    {
        string[] arguments =
        [
            .. verb.Split(' ')
                .Select(word =>
                    word.Replace("MODEL", model, StringComparison.Ordinal)
                        .Replace("FOLDER", In("folder"), StringComparison.Ordinal)
                        .Replace("NONE", In("none"), StringComparison.Ordinal)
                        .Replace("TUNES", In("tunes.txt"), StringComparison.Ordinal)
                ),
        ];
        (int code, string error) = await Run(arguments);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Contains(folder, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Access to the path", error, StringComparison.Ordinal);
        Assert.DoesNotContain("Could not find", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task PlanWhoseRecordingIsAFolder_IsNamedInASentence()
    {
        File.WriteAllText(
            In("plan.json"),
            """{"operations":[{"op":"patch","site":"L1.h","units":"all","recording":"folder","steps":[0,1]}]}"""
        );
        (int code, string error) = await Run("generate", "--model", model, "--plan", In("plan.json"));

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("is a folder", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task FullDisk_IsASentence()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");
        (int code, string error) = await Run("generate", "--model", model, "--out", "/dev/full");

        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("no room left", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("because the disk was full.")]
    [InlineData("because the file was too large.")]
    public void Of_NoRoomForALengthThatIsKnownBefore_IsASentence(string why)
    {
        IOException thrown = new($"Failed to create '/a place/index.html' with allocation size '2651460' {why}");

        Assert.Equal(
            new Failure(CommandLine.Failed, "/a place/index.html: there is no room left to write: make some, or write elsewhere."),
            Failure.Of(thrown)
        );
    }

    [Theory]
    [InlineData("train tunes.txt --run x")]
    [InlineData("generate --tunes 1")]
    [InlineData("record --out x.npz")]
    [InlineData("study part7 --out x")]
    [InlineData("windows")]
    public async Task CurrentFolderDeleted_IsASentence(string verb)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A folder that is in use cannot be deleted there.");
        (int code, _, string error) = await BuiltProgram.EndAsync(
            BuiltProgram.Start(
                "sh",
                [
                    "-c",
                    $"mkdir '{In("gone")}' && cd '{In("gone")}' && rmdir '{In("gone")}' && exec dotnet \"$@\"",
                    "sh",
                    BuiltProgram.Path,
                    .. verb.Split(' '),
                ]
            )
        );

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("current folder has been deleted", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task MemoryUsedUp_IsASentence()
    {
        // 3 × 512 are some twenty megabytes of weights; the heap may have sixteen.
        ModelFile.Write(RandomModels.Create(new NetworkShape(3, 512, 20)), In("large.safetensors"));
        (int code, _, string error) = await BuiltProgram.EndAsync(
            BuiltProgram.Start(
                "dotnet",
                [BuiltProgram.Path, "generate", "--model", In("large.safetensors")],
                ("DOTNET_GCHeapHardLimit", "0x1000000")
            )
        );

        Assert.Equal(CommandLine.Failed, code);
        Assert.Contains("the memory is used up", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData(typeof(OutOfMemoryException), "memory is used up")]
    public void Of_WhatWorkersThrew_IsExplained(Type thrown, string expected)
    {
        Exception inner = (Exception)Activator.CreateInstance(thrown)!;

        Assert.Contains(expected, Failure.Of(inner)!.Sentence, StringComparison.Ordinal);
        Assert.Contains(expected, Failure.Of(new AggregateException(new AggregateException(inner)))!.Sentence, StringComparison.Ordinal);
        Assert.Null(Failure.Of(new InvalidOperationException("a fault of the program")));
    }

    [Fact]
    public async Task ManyTunesInARecording_TheFirstIsTakenAndThatIsSaid()
    {
        Assert.Equal(
            CommandLine.Done,
            (
                await Run("record", "--model", model, "--tunes", "2", "--limit", "80", "--prime", "M:4/4 K:Cmaj", "--out", In("many.npz"))
            ).Code
        );
        foreach (string verb in (string[])["spectra", "units"])
        {
            string[] band = verb == "units" ? ["--band", "3", "5"] : [];
            Assert.Contains(
                "The first of 2 tunes is taken; --tune N",
                (await Run([verb, In("many.npz"), .. band])).Error,
                StringComparison.Ordinal
            );
            Assert.Equal((CommandLine.Done, string.Empty), await Run([verb, In("many.npz"), "--tune", "0", .. band]));
        }
    }

    /// <summary>It kept the program busy for half a minute and more.</summary>
    [Theory]
    [InlineData("wav", "[", "", "]", "up to 1024|the first 128 are kept")]
    [InlineData("wav", "", " & ", "", "notes sound at once")]
    [InlineData("midi", "[", "", "]", "the first 128 are kept")]
    public async Task Render_ManyNotesAtOnce_IsToldInOneSentence(string to, string before, string between, string after, string expected)
    {
        File.WriteAllText(
            In("chord.abc"),
            $"X:1\nM:4/4\nL:1/8\nK:C\n{before}{string.Join(between, Enumerable.Repeat("C", 200_000))}{after}|\n"
        );
        (_, string error) = await Run("render", In("chord.abc"), "--to", to, "--out", In("out"));

        Assert.Contains(expected.Split('|'), part => error.Contains(part, StringComparison.Ordinal));
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    private static async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = TextWriter.Null, Error = error });
        return (code, error.ToString());
    }

    private string In(string name) => Path.Combine(folder, name);
}
