using System.Diagnostics;
using Lilt.Planting;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>Studies that are killed or stopped in their control and gone on with, by the built program.</summary>
public sealed class StudyResumeProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-study-resume-").FullName;

    public StudyResumeProcessTests() => ModelFile.Write(PlantedNetwork.Make(PlantedKind.Relay, 96, seed: 2).Model, In("model.safetensors"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Resume_StudyKilledInItsControl_EndsWithTheSameFiles()
    {
        Assert.Equal((CommandLine.Done, string.Empty), await EndAsync(BuiltProgram.Start(Arguments())));
        Directory.Move(In("study"), In("whole"));
        using (Process killed = BuiltProgram.Start(Arguments()))
        {
            BuiltProgram.WaitForBytes(killed, Unfinished, 5_000);
            Assert.False(killed.HasExited, "the run was over before it could be killed");
            killed.Kill();
            await killed.WaitForExitAsync();
        }

        Assert.False(Directory.Exists(In("study")));
        Assert.Equal((CommandLine.Done, string.Empty), await EndAsync(BuiltProgram.Start(Arguments("--resume"))));
        Assert.Equal(Files(In("whole")), Files(In("study")));
        Assert.Empty(Directory.GetFiles(folder, "study.control*"));
    }

    [Fact]
    public async Task Resume_StudyThatWasInterrupted_IsToldHowAndRefusesOtherOptions()
    {
        using (Process stopped = BuiltProgram.Start(Arguments()))
        {
            BuiltProgram.WaitForBytes(stopped, Unfinished, 5_000);
            BuiltProgram.Signal(stopped, "TERM");
            (int code, _, string said) = await BuiltProgram.EndAsync(stopped);
            Assert.Equal(128 + 15, code);
            Assert.Contains("readings of the control are kept: go on with the same command and --resume", said, StringComparison.Ordinal);
        }

        (int refused, _, string why) = await BuiltProgram.RunAsync([.. Arguments("--resume"), "--temperature", "0.9"]);
        Assert.NotEqual(CommandLine.Done, refused);
        Assert.Contains("temperature '1', and this one '0.9'", why, StringComparison.Ordinal);
        Assert.True(File.Exists(Unfinished), "what was kept is lost");
    }

    [Fact]
    public async Task Resume_NothingToGoOnWith_IsSaid()
    {
        (int code, _, string said) = await BuiltProgram.RunAsync(Arguments("--resume"));

        Assert.NotEqual(CommandLine.Done, code);
        Assert.Contains("no unfinished run", said, StringComparison.Ordinal);
        Assert.False(Path.Exists(In("study")));
    }

    private string Unfinished => In("study.control.partial");

    private static async Task<(int Code, string Error)> EndAsync(Process process)
    {
        (int code, _, string error) = await BuiltProgram.EndAsync(process);
        return (code, code == CommandLine.Done ? string.Empty : error);
    }

    private static Dictionary<string, byte[]> Files(string study) =>
        Directory
            .EnumerateFiles(study, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(study, file), File.ReadAllBytes);

    private string[] Arguments(params string[] more) =>
        [
            "study",
            "part7",
            "--model",
            In("model.safetensors"),
            "--prime",
            "M:4/4 K:Cmaj",
            "--seed",
            "1",
            "--control",
            "99",
            "--tunes",
            "10",
            "--out",
            In("study"),
            .. more,
        ];

    private string In(string name) => Path.Combine(folder, name);
}
