using System.Diagnostics;
using System.Text.Json;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>Bad input is one sentence, that of the library or of the command line, in an error of Python's own kind.</summary>
public sealed class PackageErrorTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    [Fact]
    public void BadInput_OfEveryKind_IsOneSentenceOfTheLibraryOrTheCommandLine()
    {
        (string model, JsonElement raised) = Raised();
        Model of = ModelFile.Read(model);
        Dictionary<string, (string Kind, string Python, string Sentence)> expected = new()
        {
            ["missing model"] = ("NotFoundError", "FileNotFoundError", $"{package.In("nowhere.safetensors")}: there is no such file."),
            ["no model"] = ("FormatError", "ValueError", Thrown(() => ModelFile.Read(package.In("other.bin")))),
            ["folder as model"] = ("PlaceError", "OSError", $"{package.In("here")} is a folder: name a file in it."),
            ["no vocabulary"] = ("FormatError", "ValueError", Thrown(() => ModelFile.Read(package.In("state.safetensors")))),
            ["seed"] = ("InputError", "ValueError", Typed("--seed", "-1")),
            ["tunes"] = ("InputError", "ValueError", Typed("--tunes", "0")),
            ["temperature"] = ("InputError", "ValueError", Typed("--temperature", "0")),
            ["limit"] = ("InputError", "ValueError", Typed("--limit", "0")),
            ["threads"] = ("InputError", "ValueError", Typed("--threads", "0")),
            ["first"] = ("InputError", "ValueError", Typed("--first", "3", "--rng", "stream")),
            ["last seed"] = ("InputError", "ValueError", Typed("--seed", "4294967295", "--tunes", "3")),
            ["prime"] = ("InputError", "ValueError", Typed("--prime", "M:4/4 K:Zzz")),
            ["fraction"] = ("InputError", "ValueError", "seed is a whole number, and 1.5 is none."),
            ["unknown option"] = (
                "InputError",
                "ValueError",
                "'sed' is no option here: there are first, limit, prime, rng, seed, temperature, threads, tunes."
            ),
            ["token"] = ("InputError", "ValueError", $"Token #999 in a vocabulary of {of.Vocabulary.Count}."),
            ["token under 0"] = ("InputError", "ValueError", $"Token #-1 in a vocabulary of {of.Vocabulary.Count}."),
            ["no tokens"] = ("InputError", "ValueError", "A tune that is read has a token after the start token."),
            ["floats"] = ("InputError", "ValueError", "a tune is an array of whole numbers, [T]; this one holds float64."),
            ["two axes"] = ("InputError", "ValueError", "a tune is an array of one axis, [T]; this one has the shape (2, 3)."),
            ["words"] = ("FormatError", "ValueError", Thrown(() => Generation.TuneReadings.Read(of, "M:4/4 C x9 D"))),
            ["star"] = ("FormatError", "ValueError", Thrown(() => Generation.TuneReadings.Read(of, "C * D"))),
            ["site to keep"] = ("FormatError", "ValueError", Thrown(() => RecordedSites.Parse("q"))),
            ["site not kept"] = ("InputError", "ValueError", "The recording does not hold 'c'. Record it with sites=."),
            ["layer"] = ("InputError", "ValueError", "There is no L9.h: the network has layers 1 to 2."),
            ["site"] = (
                "InputError",
                "ValueError",
                "'L1.q' is no site: a site is L1.i, L1.f, L1.g, L1.o, L1.c, L1.h with the layer's number, the letter alone for all layers, logits, posterior, input or output."
            ),
            ["operation"] = (
                "PlanError",
                "ValueError",
                "cut.json: " + Thrown(() => OperationPlan.Parse("""{"operations":[{"op":"cut"}]}"""))
            ),
            ["operation's layer"] = ("PlanError", "ValueError", Thrown(() => of.With(OperationPlan.Excise(9, 1)))),
            ["missing plan"] = ("NotFoundError", "FileNotFoundError", $"{package.In("nowhere.json")}: there is no such file."),
            ["plan is no JSON"] = ("PlanError", "ValueError", Thrown(() => OperationPlan.Parse("{"))),
            ["values' shape"] = (
                "PlanError",
                "ValueError",
                "operation 1 of the plan (clamp) has values of 4 units from memory for L1.h, which has 24."
            ),
            ["touched nothing"] = (
                "PlanError",
                "ValueError",
                "operation 1 of the plan (add) touched nothing in any tune: its steps were never reached, or nothing was left to apply."
            ),
            ["plan on a plan"] = (
                "InputError",
                "ValueError",
                "the model is under a plan already: put all operations into one plan, in their order."
            ),
            ["missing recording"] = ("NotFoundError", "FileNotFoundError", $"{package.In("nowhere.npz")}: there is no such file."),
            ["no recording"] = (
                "FormatError",
                "ValueError",
                "other.bin: " + Thrown(() => _ = RecordingReader.ReadAll(package.In("other.bin")).First()).Split(": ", 2)[1]
            ),
            ["no folder"] = (
                "NotFoundError",
                "FileNotFoundError",
                $"nowhere/tune.npz cannot be written: there is no folder {package.In("nowhere")}. Make it, or name another file."
            ),
            ["kind of study"] = (
                "StudyError",
                "ValueError",
                "a study of kind 'part8' is not known: there are part7, look and causes. A newer Lilt may know it."
            ),
            ["study's option"] = (
                "InputError",
                "ValueError",
                "'control' is no option here: there are force, limit, out, prime, rng, seed, temperature, threads."
            ),
            ["study's number"] = ("InputError", "ValueError", "control is from 0 to 9999, and -1 is not."),
            ["study not there"] = (
                "StudyError",
                "ValueError",
                "'/proc/study' cannot be made, for nothing can be written into '/proc': give another folder with out=."
            ),
            ["study over others"] = (
                "StudyError",
                "ValueError",
                "'here' is there already: give another folder with out=, or force=True to replace the study in it."
            ),
            ["study to go on with"] = (
                "FormatError",
                "ValueError",
                $"{package.In("study.control")}: there is no unfinished run of it to go on with. Leave resume=True out to begin one."
            ),
            ["study of a plan"] = (
                "InputError",
                "ValueError",
                "a study is made of a model without a plan: it cuts and stimulates the model itself."
            ),
            ["no study"] = ("StudyError", "ValueError", "'here' holds no study.json: give the folder of a study."),
            ["write to an array"] = ("ValueError", "ValueError", "assignment destination is read-only"),
        };

        Assert.Equal(
            expected.Keys.Order(StringComparer.Ordinal),
            raised.EnumerateObject().Select(of => of.Name).Order(StringComparer.Ordinal)
        );
        Assert.All(
            expected,
            of =>
            {
                JsonElement found = raised.GetProperty(of.Key);
                Assert.Equal((of.Key, of.Value.Sentence), (of.Key, found[2].GetString()));
                Assert.Equal((of.Key, of.Value.Kind), (of.Key, found[0].GetString()));
                Assert.Contains(of.Value.Python, found[1].EnumerateArray().Select(ancestor => ancestor.GetString()));
            }
        );
        Assert.Equal([package.In("here/file")], Directory.EnumerateFileSystemEntries(package.In("here")));
    }

    /// <summary>Another system, another processor, and libraries that are asked for by name.</summary>
    [Fact]
    public void Library_ThatDoesNotRunHere_IsNotLoadedAndSaysSo()
    {
        JsonElement said = package.RunJson("platforms.py", []);

        Assert.Contains("is for Linux, and this machine is darwin", said.GetProperty("darwin").GetString(), StringComparison.Ordinal);
        Assert.Contains("and this machine is linux riscv64", said.GetProperty("riscv64").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("LILT_NATIVE is 'v9': this package has ", said.GetProperty("v9").GetString(), StringComparison.Ordinal);
        if (said.GetProperty("machine").GetString() == "x86_64")
        {
            Assert.Equal("baseline", said.GetProperty("without AVX2").GetString());
            Assert.Equal("v3", said.GetProperty("without AVX-512").GetString());
            Assert.Equal("v4", said.GetProperty("with AVX-512").GetString());
            Assert.Equal("v3", said.GetProperty("slow at 512 bits").GetString());
            Assert.Equal("baseline", said.GetProperty("no cpuinfo").GetString());
            Assert.Equal(
                "LILT_NATIVE is 'v4', which this processor cannot run: take v3, baseline, or leave it out.",
                said.GetProperty("v4 without AVX-512").GetString()
            );
        }
    }

    private (string Model, JsonElement Raised) Raised()
    {
        _ = PythonPackage.Wheel;
        string model = package.In("errors.safetensors");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars, end: -3), model);
        StateWithoutVocabulary.Write(package.In("state.safetensors"));
        return (model, package.RunJson("errors.py", [model, "state.safetensors", "/proc"]));
    }

    private static string Thrown(Action work) => Assert.ThrowsAny<Exception>(work).Message;

    /// <summary>What the program says to the same options, without the dashes: they are keyword arguments here.</summary>
    private string Typed(params string[] options)
    {
        ProcessStartInfo start = new("dotnet", [PythonPackage.Program, "generate", "--model", package.In("errors.safetensors"), .. options])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        string said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal((2, "lilt: "), (process.ExitCode, said[..6]));
        return said[6..].TrimEnd('\n').Replace("--", string.Empty, StringComparison.Ordinal);
    }
}
