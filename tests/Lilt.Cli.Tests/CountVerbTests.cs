using System.CommandLine;
using System.Text.Json;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class CountVerbTests : IDisposable
{
    private const string Abc = "X:7\nT:Try\nM:4/4\nL:1/8\nK:G\nA8 | e6 :| a2 | g8 | c6 |\n";

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-count-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Count_Json_HoldsMeasuresAndTotals()
    {
        (int code, string output, string error) = await Run("count", File("try.abc", Abc), "--json");

        Assert.Equal((CommandLine.Done, string.Empty), (code, error));
        JsonElement tune = Assert.Single(JsonDocument.Parse(output).RootElement.EnumerateArray());
        Assert.Equal(("Try", "4/4"), (tune.GetProperty("title").GetString(), tune.GetProperty("meter").GetString()));
        Assert.Equal(
            (2, 4, 5),
            (tune.GetProperty("full").GetInt32(), tune.GetProperty("counted").GetInt32(), tune.GetProperty("total").GetInt32())
        );
        JsonElement last = tune.GetProperty("measures")[4];
        Assert.Equal(
            (4, "3/4", "short", "-1/4"),
            (
                last.GetProperty("index").GetInt32(),
                last.GetProperty("duration").GetString(),
                last.GetProperty("verdict").GetString(),
                last.GetProperty("difference").GetString()
            )
        );
        Assert.Equal(["c", "6"], last.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()));
        Assert.Contains("lacks 2/8", tune.GetProperty("findings")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_ThreeKindsOfText_AreAllCounted()
    {
        (int code, string output, _) = await Run(
            "count",
            File("a.abc", Abc),
            File("b.txt", "M:4/4\nK:Cmaj\nC 8 | D 8 |\n\nM:6/8\nK:Cdor\nC 3 D 3 |\n"),
            File("c.txt", "<s> M:4/4 K:Cmaj C 8 | D 8 | </s>\n<s> M:4/4 K:maj =C 8 | </s>\n"),
            "--json"
        );

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(
            [5, 2, 1, 2, 1],
            JsonDocument.Parse(output).RootElement.EnumerateArray().Select(tune => tune.GetProperty("total").GetInt32())
        );
    }

    [Fact]
    public async Task Count_Text_ListsEveryMeasure()
    {
        (_, string output, _) = await Run("count", File("try.abc", Abc));

        Assert.Contains(
            "Try  4/4  Gmaj  5 measures: 2 full, 1 pickup, 1 complement, 1 short; 4 of 5 counted",
            output,
            StringComparison.Ordinal
        );
        Assert.Contains("       5  short      6/8     -2/8   c 6", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "no tune in it")]
    [InlineData("Dear diary,\nno music today.\n", "no tune in it")]
    public async Task Count_NoTune_SaysSoAndFails(string text, string message)
    {
        (int code, _, string error) = await Run("count", File("none.abc", text));

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corpus_V2_WritesTokensAndSaysWhatIsLeftOut()
    {
        string path = Path.Combine(folder, "corpus.txt");
        (int code, string output, string error) = await Run(
            "corpus",
            File("two.abc", "X:1\nT:In D\nM:4/4\nL:1/8\nK:D\n|:D4 F4:|\n\nX:2\nT:Odd\nM:4/4\nK:Elyd\nE8|\n"),
            "--out",
            path
        );

        Assert.Equal((CommandLine.Done, string.Empty), (code, output));
        Assert.Equal(
            "M:4/4\nK:Cmaj\n|: C 4 E 4 :|\n\n",
            await System.IO.File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)
        );
        Assert.Contains("1 of 2 tunes taken", error, StringComparison.Ordinal);
        Assert.Contains("1 left out: the mode is not major", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corpus_V3_HoldsEachTuneInCAndCSharp()
    {
        (_, string output, _) = await Run("corpus", File("one.abc", "X:1\nM:4/4\nL:1/8\nK:Ddor\nD4 F4|\n"), "--format", "v3");

        Assert.Equal("M:4/4 K:dor =C 4 ^D 4 |\nM:4/4 K:dor ^C 4 =E 4 |\n", output);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string File(string name, string text)
    {
        string path = Path.Combine(folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }
}
