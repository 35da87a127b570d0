using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lilt.Files;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>
/// Runs of the built program that are stopped or killed, and gone on with: the file has the bytes of a run that never stopped.
/// </summary>
public sealed class ResumeProcessTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-resume-").FullName;
    private readonly string model;

    public ResumeProcessTests()
    {
        model = In("model.safetensors");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "K:Cmaj"], 2, 24, WanderingModel.Bars), model);
        File.WriteAllText(
            In("plan.json"),
            """{"operations":[{"op":"excise","layer":1,"units":[1,2]},{"op":"bias","tokens":{"C":0.5},"steps":[59,null]}]}"""
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("generate --format tokens")]
    [InlineData("generate --format abc")]
    [InlineData("generate --format abc --key D --first 7")]
    [InlineData("generate --json --plan plan.json")]
    [InlineData("generate --format tokens --rng stream --prime M:4/4")]
    [InlineData("generate --format tokens --rng webapp --temperature 1.2 --prime M:4/4")]
    [InlineData("record --sites h,posterior")]
    [InlineData("record --sites c --plan plan.json --first 3")]
    [InlineData("record --sites h --rng stream")]
    public async Task Resume_KilledAgainAndAgain_EndsWithTheSameBytes(string verb)
    {
        string[] arguments =
        [
            .. verb.Split(' ').Select(word => word == "plan.json" ? In(word) : word),
            "--model",
            model,
            "--limit",
            "60",
            "--tunes",
            verb.StartsWith('r') ? "60" : "400",
        ];

        // A recording holds its command line, so both go to one place.
        string place = In("tunes");
        Assert.Equal(CommandLine.Done, (await BuiltProgram.RunAsync([.. arguments, "--out", place])).Code);
        byte[] whole = File.ReadAllBytes(place);
        File.Delete(place);
        int kills = 0;
        for (int part = 1; part < 4; part++)
        {
            using Process run = BuiltProgram.Start([
                .. arguments,
                "--out",
                place,
                .. File.Exists(place + ".resume") ? (string[])["--resume"] : [],
            ]);
            BuiltProgram.WaitForBytes(run, place + ".partial", whole.Length * part / 4);
            BuiltProgram.Signal(run, "KILL");
            run.WaitForExit();
            kills += run.ExitCode == CommandLine.Done ? 0 : 1;
            Assert.True(run.ExitCode != CommandLine.Done || File.Exists(place), "a run that ended well left no file");
            if (File.Exists(place))
            {
                // Over, or killed when the file was in its place already: whole in either case, but journal and lock may still lie there.
                File.Delete(place + ".resume");
                File.Delete(place + PlaceLock.Suffix);
                break;
            }
        }

        Assert.True(kills > 0, "every run was over before it could be killed");
        if (!File.Exists(place))
        {
            (int code, _, string error) = await BuiltProgram.RunAsync([.. arguments, "--out", place, "--resume"]);
            Assert.True(code == CommandLine.Done, error);
        }

        Assert.True(whole.AsSpan().SequenceEqual(File.ReadAllBytes(place)), "the bytes differ");
        Assert.Equal(place, Assert.Single(Directory.GetFiles(folder, "tunes*")));
    }

    /// <summary>The first half is asked for by itself, the second with --first: set one behind the other they are the whole.</summary>
    [Fact]
    public async Task First_TheRestOfARun_IsWhatIsMissing()
    {
        string[] arguments = ["generate", "--model", model, "--limit", "40", "--format", "abc"];
        string whole = (await BuiltProgram.RunAsync([.. arguments, "--tunes", "9"])).Output;
        string begun = (await BuiltProgram.RunAsync([.. arguments, "--tunes", "4"])).Output;
        string rest = (await BuiltProgram.RunAsync([.. arguments, "--first", "4", "--tunes", "5"])).Output;

        Assert.Equal(whole, begun + rest);
    }

    /// <summary>A pipe has no length and cannot be gone on with; it is written to as it stands.</summary>
    [Fact]
    public async Task Generate_ToADevice_IsWhatStandardOutputGets()
    {
        Assert.SkipUnless(File.Exists("/dev/stdout"), "there is no /dev/stdout here");
        string[] arguments = ["generate", "--model", model, "--limit", "40", "--tunes", "5", "--json"];

        Assert.Equal(await BuiltProgram.RunAsync(arguments), await BuiltProgram.RunAsync([.. arguments, "--out", "/dev/stdout"]));
    }

    [Theory]
    [InlineData("generate", "TERM", 143)]
    [InlineData("generate", "INT", 130)]
    [InlineData("record", "TERM", 143)]
    [InlineData("record", "INT", 130)]
    public async Task Stopped_KeepsTheWholeTunesAndSaysHowToGoOn(string verb, string signal, int expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send.");
        string place = In("tunes");
        string[] own = verb == "record" ? ["--sites", "h"] : ["--format", "tokens"];

        // The first signal is one that a program started in the background is told to ignore: env takes that back.
        using Process run = BuiltProgram.Start(
            "env",
            [
                "--default-signal=INT",
                "dotnet",
                BuiltProgram.Path,
                verb,
                "--model",
                model,
                "--limit",
                "60",
                "--tunes",
                "200000",
                .. own,
                "--out",
                place,
            ]
        );
        BuiltProgram.WaitForBytes(run, place + ".partial", 200_000);
        BuiltProgram.Signal(run, signal);
        string said = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, run.ExitCode);
        Assert.Contains("--resume", said, StringComparison.Ordinal);
        Assert.Single(said.TrimEnd().Split('\n'));
        Assert.Equal(
            ["tunes.partial", "tunes.resume"],
            Directory.GetFiles(folder, "tunes*").Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        int kept = int.Parse(said.Split(' ')[3], CultureInfo.InvariantCulture);
        if (verb == "record")
        {
            // What was kept can be opened as it stands, too.
            using RecordingReader reader = new(place + ".partial");
            Assert.Equal(kept, reader.Count);
        }
    }

    [Fact]
    public async Task StoppedOnStandardOutput_IsWholeJsonAndSaysHowToGoOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no signal to send.");
        using Process run = BuiltProgram.Start("generate", "--model", model, "--limit", "60", "--tunes", "200000", "--json");
        char[] some = new char[1000];
        int read = await run.StandardOutput.ReadBlockAsync(some, TestContext.Current.CancellationToken);
        BuiltProgram.Signal(run, "TERM");
        (int code, string rest, string said) = await BuiltProgram.EndAsync(run);

        using JsonDocument tunes = JsonDocument.Parse(new string(some, 0, read) + rest);
        int written = tunes.RootElement.GetArrayLength();
        Assert.Equal(143, code);
        Assert.Contains(
            string.Create(CultureInfo.InvariantCulture, $"--first {written} --tunes {200_000 - written}."),
            said,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--seed 43", "the seed '42', and this one '43'")]
    [InlineData("--tunes 200001", "the number of tunes")]
    [InlineData("--temperature 1.1", "the temperature")]
    [InlineData("--limit 61", "the limit")]
    [InlineData("--json", "the format")]
    [InlineData("--first 1", "the first tune")]
    public async Task Resume_WithOtherOptions_IsRefusedAndKeepsWhatIsThere(string option, string expected)
    {
        string place = In("tunes");
        string[] begun = ["generate", "--model", model, "--limit", "60", "--tunes", "200000", "--format", "tokens", "--out", place];
        using (Process run = BuiltProgram.Start(begun))
        {
            BuiltProgram.WaitForBytes(run, place + ".partial", 10_000);
            BuiltProgram.Signal(run, "KILL");
            run.WaitForExit();
        }

        byte[] kept = File.ReadAllBytes(place + ".partial");
        List<string> arguments = [.. begun, "--resume"];
        string[] changed = option.Split(' ');
        int at = arguments.IndexOf(changed[0]);
        if (at >= 0)
        {
            arguments.RemoveRange(at, changed.Length);
        }

        (int code, _, string error) = await BuiltProgram.RunAsync([.. arguments, .. changed]);
        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(kept, File.ReadAllBytes(place + ".partial"));
    }

    private string In(string name) => Path.Combine(folder, name);
}
