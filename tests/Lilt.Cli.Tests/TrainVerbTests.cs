using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class TrainVerbTests : IDisposable
{
    private const string Recipe = """{"layers":2,"units":24,"epochs":6,"batchSize":6,"tunesAShard":3,"learningRate":0.01}""";
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-train-").FullName;

    public TrainVerbTests()
    {
        StringBuilder text = new();
        for (int tune = 0; tune < 120; tune++)
        {
            text.Append("M:4/4\nK:Cmaj\n");
            for (int note = 0; note < 20 + (tune % 7); note++)
            {
                text.Append("CDEFGABc"[(tune + (note * (1 + (tune % 3)))) % 8]).Append(note % 8 == 7 ? " | " : " ");
            }

            text.Append("\n\n");
        }

        File.WriteAllText(In("tunes.txt"), text.ToString());
        File.WriteAllText(In("recipe.json"), Recipe);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>
    /// Killed by the system, without a chance to write anything, when it has put down one checkpoint, or some: every batch makes one.
    /// </summary>
    [Fact]
    public async Task Train_KilledAndResumed_LeavesTheSameFile()
    {
        Assert.Equal(
            (CommandLine.Done, string.Empty),
            await Run("train", In("tunes.txt"), "--config", In("recipe.json"), "--run", In("whole"), "--seed", "3")
        );
        const int MostKills = 12;
        int kills = 0;
        while (kills < MostKills && KilledAfter(1 + (kills % 4)))
        {
            kills++;
        }

        Assert.True(kills > 0, "the run was over before a checkpoint of it was seen");
        if (kills == MostKills)
        {
            Assert.Equal((CommandLine.Done, string.Empty), await Run("train", In("tunes.txt"), "--run", In("broken"), "--resume"));
        }

        Assert.Equal(File.ReadAllBytes(In("whole/best.safetensors")), File.ReadAllBytes(In("broken/best.safetensors")));
    }

    [Fact]
    public async Task Train_WithOut_WritesAModelThatInspectReads()
    {
        Assert.Equal(
            (CommandLine.Done, string.Empty),
            await Run("train", In("tunes.txt"), "--config", In("recipe.json"), "--epochs", "1", "--out", In("model.safetensors"))
        );
        Assert.True(File.Exists(In("model.run/report.html")));
        Assert.Equal((CommandLine.Done, string.Empty), await Run("inspect", In("model.safetensors")));
    }

    /// <summary>A model is called as its file is: the name is no part of what the run gives.</summary>
    [Fact]
    public async Task Train_ToAnotherName_GivesTheSameBytes()
    {
        foreach (string name in (string[])["one", "two"])
        {
            Assert.Equal(
                (CommandLine.Done, string.Empty),
                await Run(
                    "train",
                    In("tunes.txt"),
                    "--config",
                    In("recipe.json"),
                    "--epochs",
                    "1",
                    "--run",
                    In(name + ".run"),
                    "--out",
                    In(name + ".safetensors")
                )
            );
            Assert.Equal(name, Lilt.WeightFiles.ModelFile.Read(In(name + ".safetensors")).Provenance.Name);
        }

        Assert.Equal(File.ReadAllBytes(In("one.safetensors")), File.ReadAllBytes(In("two.safetensors")));
    }

    [Fact]
    public void Train_Stopped_SaysHowToGoOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send.");
        using Process run = BuiltProgram.Start(
            "train",
            In("tunes.txt"),
            "--config",
            In("recipe.json"),
            "--epochs",
            "100000",
            "--run",
            In("run")
        );
        BuiltProgram.WaitForBytes(run, In("run/checkpoint.lilt"), 1);
        BuiltProgram.Signal(run, "TERM");
        string said = run.StandardError.ReadToEnd();
        run.WaitForExit();

        Assert.Equal(143, run.ExitCode);
        Assert.Contains($"The checkpoint stands in {In("run")}: go on with --resume.", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--epochs 0", "epochs")]
    [InlineData("--threads 0", "--threads")]
    [InlineData("--resume", "no checkpoint")]
    [InlineData("--config nowhere.json", "nowhere.json")]
    public async Task Train_BadArguments_AreOneLineAndExitCodeTwo(string arguments, string expected)
    {
        (int code, string error) = await Run(["train", In("tunes.txt"), "--run", In("run"), .. arguments.Split(' ')]);
        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Train_WhereARunStands_IsRefused()
    {
        string[] arguments = ["train", In("tunes.txt"), "--config", In("recipe.json"), "--epochs", "1", "--run", In("run")];
        Assert.Equal(CommandLine.Done, (await Run(arguments)).Code);
        (int code, string error) = await Run(arguments);
        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("--resume", error, StringComparison.Ordinal);
    }

    private string In(string name) => Path.Combine(folder, name);

    /// <summary>The exit code, and the error text where the code is not 0.</summary>
    private static async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        StringWriter error = new(CultureInfo.InvariantCulture);
        int code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Error = error, Output = TextWriter.Null });
        return (code, code == CommandLine.Done ? string.Empty : error.ToString());
    }

    /// <summary>Whether a run, begun or resumed, was killed after so many checkpoints of its own; false where it was over before.</summary>
    private bool KilledAfter(int checkpoints)
    {
        string checkpoint = In("broken/checkpoint.lilt");
        DateTime last = File.GetLastWriteTimeUtc(checkpoint);
        string[] start = File.Exists(checkpoint) ? ["--resume"] : ["--config", In("recipe.json"), "--seed", "3"];
        using Process process = StartProcess([
            "train",
            In("tunes.txt"),
            "--run",
            In("broken"),
            "--checkpoint-minutes",
            "0.00001",
            .. start,
        ]);
        while (!process.WaitForExit(1))
        {
            DateTime now = File.GetLastWriteTimeUtc(checkpoint);
            if (now == last)
            {
                continue;
            }

            last = now;
            if (--checkpoints == 0)
            {
                process.Kill();
                process.WaitForExit();
                return true;
            }
        }

        Assert.Equal(CommandLine.Done, process.ExitCode);
        return false;
    }

    private static Process StartProcess(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(CommandLine).Assembly.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }
}
