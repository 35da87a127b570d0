using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studies;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>What cannot be is one sentence, the same on the command line, of the library and in Python.</summary>
public sealed partial class ThreeDoorsTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    private const int Done = 0;

    [Fact]
    public void BadInput_AtEveryDoor_IsTheSameSentence()
    {
        Model model = Material();
        Dictionary<string, (string[] Typed, Action Called)> doors = Doors(model);
        JsonElement raised = package.RunJson("doors.py", [package.In("doors.safetensors")]);

        Assert.Equal(doors.Keys, raised.EnumerateObject().Select(of => of.Name));
        Assert.All(
            doors,
            door =>
            {
                string typed = Typed(door.Value.Typed);
                Assert.Equal((door.Key, Arguments(typed)), (door.Key, raised.GetProperty(door.Key).GetString()));

                // In a script a plan is a text: the file's name stands before what is said of it.
                string called = Assert.ThrowsAny<Exception>(door.Value.Called).Message;
                Assert.Equal((door.Key, PlanName().Replace(typed, "")), (door.Key, called));
            }
        );
        Assert.Equal([package.In("folder/file")], Directory.EnumerateFileSystemEntries(package.In("folder")));
    }

    /// <summary>Each by what is typed and by what is called; what is called in Python stands in doors.py.</summary>
    private Dictionary<string, (string[] Typed, Action Called)> Doors(Model model)
    {
        string[] writes = ["generate", "--limit", "20", "--model", package.In("doors.safetensors")];
        string[] records = ["record", "--limit", "20", "--model", package.In("doors.safetensors"), "--out"];
        string[] looks = ["study", "look", "--model", package.In("doors.safetensors"), "--out"];
        (string[], Action) Plan(string name) => ([.. writes, "--plan", package.In(name)], () => Write(model, package.In(name)));
        (string[], Action) Recording(string name) =>
            (["units", package.In(name)], () => _ = RecordingReader.ReadAll(package.In(name)).First());
        (string[], Action) Saved(string path) =>
            ([.. records, path], () => RecordingWriter.Write(path, TuneRecordings.Record(model, Short)));
        (string[], Action) Look(string path, params string[] options) =>
            ([.. looks, path, .. options], () => StudyFolder.Take(path, force: options.Length > 0).Dispose());
        (string[], Action) Read(string name) => (["generate", "--model", package.In(name)], () => _ = ModelFile.Read(package.In(name)));
        return new()
        {
            ["model without a vocabulary"] = Read("state.safetensors"),
            ["no model"] = Read("other.bin"),
            ["folder as a model"] = Read("folder"),
            ["plan that is no JSON"] = Plan("text.json"),
            ["operation that is none"] = Plan("cut.json"),
            ["layer that is not there"] = Plan("layer.json"),
            ["unit that is not there"] = Plan("unit.json"),
            ["array of a wrong shape"] = Plan("wide.json"),
            ["array of a wrong type"] = Plan("double.json"),
            ["array that is not there"] = Plan("lacking.json"),
            ["recording of a plan that is not there"] = Plan("nowhere.json"),
            ["operation that touched nothing"] = Plan("never.json"),
            ["plan that is not there"] = Plan("none.json"),
            ["folder as a plan"] = Plan("folder"),
            ["no recording"] = Recording("other.bin"),
            ["recording that is not there"] = Recording("none.npz"),
            ["folder as a recording"] = Recording("folder"),
            ["file in a folder that is not there"] = Saved(package.In("none/tune.npz")),
            ["file where nothing can be written"] = Saved("/proc/tune.npz"),
            ["file that is a folder"] = Saved(package.In("folder")),
            ["study where nothing can be written"] = Look("/proc/study"),
            ["study over other things"] = Look(package.In("folder")),
            ["study over other things by force"] = Look(package.In("folder"), "--force"),
            ["study that is a file"] = Look(package.In("other.bin")),
            ["no study"] = (["verify", package.In("folder")], () => _ = StudyFolder.Read(package.In("folder"))),
            ["text without tokens"] = ([.. records, package.In("x.npz"), "--tokens", ""], () => _ = TuneReadings.Read(model, "")),
        };
    }

    private static GenerationOptions Short => new() { Limit = 20 };

    // A script that reads a plan's file says what the system refuses by the sentence that the other doors have.
    private static void Write(Model model, string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(SystemSentence.Of(e), e);
        }

        string folder = Path.GetDirectoryName(path)!;
        CompiledPlan plan = OperationPlan
            .Parse(text)
            .Compile(
                model,
                name => PlanFiles.Recording(Path.Combine(folder, name)),
                name => PlanFiles.Directions(Path.Combine(folder, name))
            );
        _ = TuneGenerator.Generate(new OperatedModel(model, plan), Short).Count();
    }

    /// <summary>A small network, and files that are wrong.</summary>
    private Model Material()
    {
        _ = PythonPackage.Wheel;
        Model model = WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars, end: -3);
        ModelFile.Write(model, package.In("doors.safetensors"));
        StateWithoutVocabulary.Write(package.In("state.safetensors"));
        File.WriteAllText(package.In("other.bin"), "hello");
        Directory.CreateDirectory(package.In("folder"));
        File.WriteAllText(package.In("folder/file"), "");
        RecordingWriter.Write(package.In("tune.npz"), TuneRecordings.Record(model, Short));
        NumpyFile.Write(package.In("wide.npy"), new float[10], [2, 5]);
        NumpyFile.Write(package.In("double.npy"), new int[24], [1, 24]);
        File.WriteAllText(package.In("text.json"), "{");
        string[] operations =
        [
            """cut:{"op":"cut"}""",
            """layer:{"op":"excise","layer":9,"units":[1]}""",
            """unit:{"op":"excise","layer":1,"units":[999]}""",
            """wide:{"op":"patch","site":"L1.h","units":"all","recording":"tune.npz","at":3,"steps":[5,5],"directions":"wide.npy"}""",
            """double:{"op":"patch","site":"L1.h","units":"all","recording":"tune.npz","at":3,"steps":[5,5],"directions":"double.npy"}""",
            """lacking:{"op":"patch","site":"L1.h","units":"all","recording":"tune.npz","at":3,"steps":[5,5],"directions":"none.npy"}""",
            """nowhere:{"op":"patch","site":"L1.h","units":"all","recording":"none.npz"}""",
            """never:{"op":"add","site":"L1.h","units":"all","value":1,"steps":[500,600]}""",
        ];
        foreach (string[] parts in operations.Select(operation => operation.Split(':', 2)))
        {
            File.WriteAllText(package.In($"{parts[0]}.json"), $$"""{"operations":[{{parts[1]}}]}""");
        }

        return model;
    }

    /// <summary>What the program says, without its name.</summary>
    private static string Typed(string[] words)
    {
        ProcessStartInfo start = new("dotnet", [PythonPackage.Program, .. words])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode != Done && said.StartsWith("lilt: ", StringComparison.Ordinal), said + output.Result);
        return said["lilt: ".Length..].TrimEnd('\n');
    }

    /// <summary>The same where options are arguments of Python.</summary>
    private static string Arguments(string sentence) =>
        sentence.Replace("--force", "force=True", StringComparison.Ordinal).Replace("--out", "out=", StringComparison.Ordinal);

    [GeneratedRegex(@"^\S+\.json: (?=the plan|operation)")]
    private static partial Regex PlanName();
}
