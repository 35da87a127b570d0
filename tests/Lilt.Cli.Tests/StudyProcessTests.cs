using System.Diagnostics;
using System.Text.Json;
using Lilt.Network;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>Whole studies by the built program on a small network.</summary>
public sealed class StudyProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-study-").FullName;

    public StudyProcessTests() =>
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars), In("model.safetensors"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Study_SmallNetwork_HasTheNumbersThatNumpyMakesOfItsRecording()
    {
        RequireNumpy();
        Assert.Equal(
            (CommandLine.Done, string.Empty),
            Run("dotnet", [Program, "study", "part7", .. Options, "--seed", "3", "--control", "2", "--tunes", "2", "--out", In("study")])
        );
        Assert.Equal((CommandLine.Done, string.Empty), Run("dotnet", Program, "verify", In("study")));

        using Process numpy = Start("/usr/bin/python3", Path.Combine(AppContext.BaseDirectory, "study_numbers.py"), In("study"));
        string said = numpy.StandardOutput.ReadToEnd();
        string error = numpy.StandardError.ReadToEnd();
        numpy.WaitForExit();
        Assert.Equal(string.Empty, error);

        // 2 layers of 4 numbers, 2 of the band, 2 of cuts, 4 of spectra, self-match, surprise, 6 units.
        Assert.Equal("24 compared", said.Trim());
    }

    [Fact]
    public void Look_SmallNetwork_IsWrittenAndEveryNumberIsMadeAgain()
    {
        Assert.Equal(
            (CommandLine.Done, string.Empty),
            Run("dotnet", [Program, "study", "look", .. Options, "--seed", "3", "--out", In("look")])
        );
        Assert.Equal((CommandLine.Done, string.Empty), Run("dotnet", Program, "verify", In("look")));

        File.AppendAllText(Path.Combine(In("look"), "steps.csv"), "one more\n");
        Assert.Equal(CommandLine.Failed, Run("dotnet", Program, "verify", In("look")).Code);
    }

    /// <summary>
    /// Killed by the system, without a chance to write anything: as soon as it has begun, and while its files are written, one after
    /// another.
    /// </summary>
    [Fact]
    public void Study_Killed_LeavesNoHalfStudyAndTheOldOneWhole()
    {
        const int Moments = 5;
        const int MostAttempts = 12;
        string[] arguments = ["study", "part7", .. Options, "--control", "0"];
        Assert.Equal((CommandLine.Done, string.Empty), Run("dotnet", [Program, .. arguments, "--seed", "3", "--out", In("old")]));
        Dictionary<string, byte[]> old = Files(In("old"));
        int killed = 0;
        for (int attempt = 0; attempt < MostAttempts && killed < Moments; attempt++)
        {
            // From no file on: the moments are spread over all that are written.
            int files = killed * old.Count / Moments;
            killed += KilledAt(files, "new", [.. arguments, "--seed", "4", "--out", In("new")]) ? 1 : 0;
            AssertWholeOrAbsent(In("new"), 4);
            KilledAt(files, "old", [.. arguments, "--seed", "4", "--force", "--out", In("old")]);
            if (Directory.Exists(In("old")) && SeedOf(In("old")) == 3)
            {
                Assert.Equal(old, Files(In("old")));
            }
            else
            {
                AssertWholeOrAbsent(In("old"), 4);
                Assert.True(Directory.Exists(In("old")) || Directory.Exists(In("old.replaced")), "the old study is lost");
            }

            if (Directory.Exists(In("new")))
            {
                Directory.Delete(In("new"), recursive: true);
            }
        }

        // On a machine that writes all of it between two looks a late moment may not be caught.
        Assert.True(killed > 0, "no run was seen while it wrote");
        Assert.Equal(
            (CommandLine.Done, string.Empty),
            Run("dotnet", [Program, .. arguments, "--seed", "5", "--force", "--out", In("old")])
        );
        AssertWholeOrAbsent(In("old"), 5);
        Assert.False(Directory.Exists(In("old.partial")) || Directory.Exists(In("old.replaced")), "leavings of a killed run");
    }

    private static string Program => typeof(CommandLine).Assembly.Location;

    private string[] Options => ["--model", In("model.safetensors"), "--prime", "M:4/4 K:Cmaj", "--limit", "300"];

    private static void AssertWholeOrAbsent(string study, int seed)
    {
        if (!Directory.Exists(study))
        {
            return;
        }

        using JsonDocument numbers = JsonDocument.Parse(File.ReadAllText(Path.Combine(study, "study.json")));
        Assert.Equal(seed, SeedOf(study));
        Assert.All(
            numbers.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetProperty("name").GetString()!),
            name => Assert.True(File.Exists(Path.Combine(study, name)), name)
        );
    }

    private static int SeedOf(string study)
    {
        using JsonDocument numbers = JsonDocument.Parse(File.ReadAllText(Path.Combine(study, "study.json")));
        return numbers.RootElement.GetProperty("provenance").GetProperty("seed").GetInt32();
    }

    private static Dictionary<string, byte[]> Files(string study) =>
        Directory
            .EnumerateFiles(study, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(study, file), File.ReadAllBytes);

    /// <summary>Whether a run was killed while so many files of its study lay there; with 0, as soon as its folder was there.</summary>
    private bool KilledAt(int files, string study, string[] arguments)
    {
        string partial = In(study) + ".partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        using Process process = Start("dotnet", [Program, .. arguments]);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        while (!process.WaitForExit(1))
        {
            if (Directory.Exists(partial) && FilesIn(partial) >= files)
            {
                process.Kill();
                process.WaitForExit();
                return Directory.Exists(partial);
            }
        }

        return false;
    }

    private static int FilesIn(string folder)
    {
        try
        {
            return Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Length;
        }
        catch (DirectoryNotFoundException)
        {
            // It was renamed meanwhile.
            return 0;
        }
    }

    /// <summary>The exit code, and the error text where the code is not 0.</summary>
    private static (int Code, string Error) Run(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == CommandLine.Done ? string.Empty : error + output.GetAwaiter().GetResult());
    }

    private static Process Start(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;

    private static void RequireNumpy()
    {
        bool present;
        try
        {
            present = Run("/usr/bin/python3", "-c", "import numpy").Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            present = false;
        }

        Assert.False(!present && Environment.GetEnvironmentVariable("CI") == "true", "python3-numpy is missing.");
        Assert.SkipUnless(present, "python3-numpy is missing");
    }

    private string In(string name) => Path.Combine(folder, name);
}
