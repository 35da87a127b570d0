using System.CommandLine;
using System.Text.Json;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class GenerateVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-generate").FullName;
    private readonly string model;

    public GenerateVerbTests()
    {
        string[] tokens =
        [
            "<s>",
            "</s>",
            "M:4/4",
            "K:Cmaj",
            "|",
            ":|",
            "|:",
            "C",
            "D",
            "E",
            "F",
            "G",
            "A",
            "B",
            "c",
            "2",
            "/2",
            "(3",
            "z",
            "K:Cdor",
            "M:6/8",
        ];
        Model lively = RandomModels.Create(new NetworkShape(2, 12, tokens.Length));
        model = Path.Combine(folder, "tiny.safetensors");
        ModelFile.Write(new Model(new Vocabulary(tokens), lively.Weights.Copy(), ModelProvenance.Named("tiny")), model);
    }

    [Fact]
    public async Task Tokens_TwoTunes_AreTwoLinesFromStartToEnd()
    {
        (int code, string output, _) = await Run(
            "generate",
            "--model",
            model,
            "--tunes",
            "2",
            "--limit",
            "30",
            "--format",
            "tokens",
            "--prime",
            "M:4/4 K:Cmaj"
        );

        string[] lines = output.TrimEnd('\n').Split('\n');
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.StartsWith("<s> M:4/4 K:Cmaj ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Json_AnyTune_HasSeedTokensCutAndNearDraws()
    {
        (_, string output, _) = await Run("generate", "--model", model, "--tunes", "3", "--seed", "9", "--limit", "12", "--json");

        JsonElement[] tunes = [.. JsonDocument.Parse(output).RootElement.EnumerateArray()];
        Assert.Equal([9, 10, 11], tunes.Select(tune => tune.GetProperty("seed").GetInt32()));
        Assert.All(
            tunes,
            tune =>
                Assert.Equal(tune.GetProperty("cut").GetBoolean(), tune.GetProperty("tokens").EnumerateArray().Last().GetString() != "</s>")
        );
        Assert.All(tunes, tune => Assert.InRange(tune.GetProperty("nearDraws").GetInt32(), 0, 12));
    }

    [Fact]
    public async Task Abc_IsTheDefault_AndTransposedThereAndBackIsTheSame()
    {
        (_, string own, _) = await Run("generate", "--model", model, "--limit", "40", "--prime", "M:4/4 K:Cmaj C D E F | G A B c |");
        (_, string moved, _) = await Run(
            "generate",
            "--model",
            model,
            "--limit",
            "40",
            "--prime",
            "M:4/4 K:Cmaj C D E F | G A B c |",
            "--key",
            "D"
        );

        Assert.Contains("X:1\nT:tiny, seed 42\nM:4/4\nL:1/8\nK:Cmaj\n", own, StringComparison.Ordinal);
        Assert.Contains("K:Dmaj\nDEFG | ABcd", moved, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("M:4/4\nK:Dmaj\nDEFG | ABcd |")]
    [InlineData("M:4/4 K:D major D E F G | A B c d |")]
    [InlineData("M:4/4 D major DEFG | ABcd |")]
    public async Task Prime_InAnotherKey_IsReadInItAndTheTunesStandInIt(string prime)
    {
        (_, string tokens, string error) = await Run("generate", "--model", model, "--limit", "40", "--format", "tokens", "--prime", prime);
        (_, string abc, _) = await Run("generate", "--model", model, "--limit", "40", "--prime", prime);
        (_, string inG, _) = await Run("generate", "--model", model, "--limit", "40", "--prime", prime, "--key", "G");

        Assert.StartsWith("<s> M:4/4 K:Cmaj C D E F | G A B c | ", tokens, StringComparison.Ordinal);
        Assert.Contains("K:Dmaj\nDEFG | ABcd", abc, StringComparison.Ordinal);
        Assert.Contains("K:Gmaj\nGABc | defg", inG, StringComparison.Ordinal);
        Assert.Matches("^--prime: .* is read as K:Cmaj and moved down a tone\\.", error);
    }

    [Theory]
    [InlineData("", "* K:Cdor")]
    [InlineData("M:6/8", "M:6/8 K:Cdor")]
    [InlineData("M:6/8 K:Cdor |:", "M:6/8 K:Cdor |:")]
    [InlineData("|: C D", "* K:Cdor |: C D")]
    public async Task Key_WithAMode_IsAskedForWhereThePrimeNamesNone(string prime, string same)
    {
        (int code, string keyed, _) = await Run("generate", "--model", model, "--limit", "40", "--prime", prime, "--key", "D dorian");
        (_, string plain, _) = await Run("generate", "--model", model, "--limit", "40", "--prime", same, "--key", "D");

        // A network that draws no meter where one is due has its key inside the music, where it is none of the tune's.
        Assert.Equal((CommandLine.Done, plain), (code, keyed));
        Assert.Equal(same[0] == 'M', keyed.Contains("K:Ddor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Key_WithAnotherModeThanThePrime_IsOneSentence()
    {
        (int code, _, string error) = await Run("generate", "--model", model, "--prime", "M:4/4 K:Cmaj", "--key", "Ddor");

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("--key is 'Ddor' and word 2 of --prime is 'K:Cmaj'", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Out_File_IsReplacedWhole_AndAFailureLeavesTheOldOne()
    {
        string path = Path.Combine(folder, "tunes.txt");
        await File.WriteAllTextAsync(path, "old");
        (int bad, _, _) = await Run("generate", "--model", model, "--prime", "K:Cdur", "--out", path);
        Assert.Equal(CommandLine.BadInput, bad);
        Assert.Equal("old", await File.ReadAllTextAsync(path));

        (int good, string output, _) = await Run("generate", "--model", model, "--limit", "9", "--format", "tokens", "--out", path);
        Assert.Equal(CommandLine.Done, good);
        Assert.Empty(output);
        Assert.StartsWith("<s> ", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
    }

    [Fact]
    public async Task Plan_ThatTouchesNothing_IsAnErrorOfOneLine()
    {
        string plan = Path.Combine(folder, "plan.json");
        await File.WriteAllTextAsync(plan, """{"operations":[{"op":"forbid","tokens":["C"],"steps":[900,null]}]}""");
        (int code, _, string error) = await Run("generate", "--model", model, "--limit", "9", "--plan", plan);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("touched nothing", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--temperature", "0", "--temperature is over 0")]
    [InlineData("--seed", "-1", "--seed is from 0")]
    [InlineData("--seed", "4294967296", "--seed is from 0")]
    [InlineData("--tunes", "0", "--tunes is from 1")]
    [InlineData("--limit", "0", "--limit is from 1")]
    [InlineData("--prime", "M:4/4 K:Cdur", "--prime, column 7: 'K:Cdur'")]
    [InlineData("--prime", "M:4/4\nK:Dlyd\nD", "--prime, line 2, column 1: 'K:Dlyd'")]
    [InlineData("--key", "H", "--key is 'H'")]
    [InlineData("--key", "D bebop", "--key is 'D bebop'")]
    [InlineData("--model", "nowhere.pkl", "no model 'nowhere.pkl'")]
    [InlineData("--plan", "nowhere.json", "nowhere.json")]
    public async Task BadArgument_IsOneLineAndExitCodeTwo(string option, string value, string expected)
    {
        string[] arguments = option == "--model" ? ["generate", option, value] : ["generate", "--model", model, option, value];
        (int code, string output, string error) = await Run(arguments);

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
