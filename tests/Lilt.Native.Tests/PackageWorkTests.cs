using System.Diagnostics;
using System.Text.Json;
using Lilt.Planting;
using Lilt.Studies;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>What goes on for longer: studies, Ctrl-C, and memory.</summary>
public sealed class PackageWorkTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    /// <summary>A folder that Python made is the one that the command line makes, file by file and byte by byte.</summary>
    [Fact]
    public void Study_OfEveryKind_IsTheFolderThatTheCommandLineMakes()
    {
        string model = Model("network.safetensors");
        Directory.CreateDirectory(package.In("python"));
        JsonElement said = package.RunJson("study.py", [model, "studies"]);
        Directory.Move(package.In("studies"), package.In("of-python"));
        Study([
            "part7",
            "--model",
            model,
            "--seed",
            "3",
            "--prime",
            "M:4/4 K:Cmaj",
            "--limit",
            "200",
            "--control",
            "3",
            "--tunes",
            "2",
            "--out",
            "studies/part7",
        ]);
        Study(["look", "--model", model, "--seed", "3", "--out", "studies/look"]);
        Study(["causes", "--seed", "7", "--tunes", "12", "--pairs", "20", "--quick", "--out", "studies/causes"]);

        // The page is in both where the web parts were built before the wheel was made, and in neither where not.
        Assert.Equal(File.Exists(package.In("studies/part7/index.html")), said.GetProperty("page").GetBoolean());
        SortedDictionary<string, byte[]> expected = Files(package.In("studies"));
        SortedDictionary<string, byte[]> made = Files(package.In("of-python"));
        Assert.Equal(expected.Keys, made.Keys);
        Assert.All(expected, file => Assert.True(file.Value.AsSpan().SequenceEqual(made[file.Key]), $"{file.Key} differs"));

        Study study = StudyFolder.Read(package.In("studies/part7"));
        Assert.Equal(
            (study.Kind, study.Verdicts.Count, "causes"),
            (said.GetProperty("kind").GetString(), said.GetProperty("verdicts").GetInt32(), said.GetProperty("causes").GetString())
        );
        Assert.Equal(study.Summary, said.GetProperty("summary").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(File.ReadAllLines(package.In("studies/part7/steps.csv")).Length - 1, said.GetProperty("rows").GetInt32());
        Assert.True(said.GetProperty("plan").GetBoolean());
    }

    /// <summary>Ctrl-C ends each at once, what was whole is there, and the sentence says how to go on, which then gives the same.</summary>
    [Fact]
    public void CtrlC_EndsTheWorkAndLosesNothing()
    {
        JsonElement said = package.RunJson("stopping.py", [Model("stopping.safetensors"), Studied("studied.safetensors")]);

        Assert.Equal(
            """["Stopped","stopped after 3 of 1000 tunes, all of them whole. Go on with first=3, tunes=997.",[0,1,2,3,4],true]""",
            Text(said, "generate")
        );
        Assert.Equal(
            """["Stopped","stopped after 2 of 1000 tunes, all of them whole. One stream of random numbers cannot be taken up in the middle: run it again from the start.",2]""",
            Text(said, "record")
        );
        Assert.Equal("""["KeyboardInterrupt",[0,1]]""", Text(said, "each"));

        JsonElement study = said.GetProperty("study");
        Assert.Equal("Stopped", study[0].GetString());
        Assert.Matches(
            "^stopped after [0-9]+ s, at [^.]+\\. [0-9]+ readings of the control are kept: go on with the same command and resume=True\\.$",
            study[1].GetString()
        );
        Assert.Equal(["study.control.partial", "study.control.resume"], study[2].EnumerateArray().Select(name => name.GetString()!));
        Assert.Equal("""["study"]""", Text(said, "resumed"));
        Assert.True(said.GetProperty("same").GetBoolean(), "the study that was gone on with differs");
    }

    /// <summary>An array is a view that outlives its recording; what nothing holds is given back.</summary>
    [Fact]
    public void Arrays_AreViewsThatOutliveTheirRecording()
    {
        const int MostLeft = 30;
        JsonElement said = package.RunJson("memory.py", []);

        Assert.True(said.GetProperty("same").GetBoolean());
        Assert.True(said.GetProperty("outlives").GetBoolean());
        double left = said.GetProperty("recordings").GetDouble();
        Assert.True(left < MostLeft, $"{said.GetProperty("of")} recordings left as much memory as {left:F1} of them hold");
    }

    private string Model(string name)
    {
        _ = PythonPackage.Wheel;
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars), package.In(name));
        return name;
    }

    private string Studied(string name)
    {
        ModelFile.Write(PlantedNetwork.Make(PlantedKind.Relay, 96, seed: 2).Model, package.In(name));
        return name;
    }

    private void Study(string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [PythonPackage.Program, "study", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(package.In("x"))!,
        };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
    }

    private static string Text(JsonElement said, string name) =>
        System.Text.Json.Nodes.JsonNode.Parse(said.GetProperty(name).GetRawText())!.ToJsonString();

    private static SortedDictionary<string, byte[]> Files(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllBytes),
            StringComparer.Ordinal
        );
}
