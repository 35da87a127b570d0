using System.CommandLine;
using System.Text.Json;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class AssessVerbTests : IDisposable
{
    private const string Corpus =
        "M:4/4\nK:Cmaj\nC D E F G A B c | c B A G F E D C |\n\nM:4/4\nK:Cmin\nc c B B A A G G | F F E E D D C 2 |\n";
    private const string Tunes =
        "<s> M:4/4 K:Cmaj C D E F G A B c | c B A G F E D D | </s>\n<s> M:4/4 K:Cdor C 2 C 2 G 2 G 2 | c 4 C 3 | </s>\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lilt-assess-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Assess_Json_HoldsEveryFigureAndEachTunesNearest()
    {
        (int code, string output, _) = await Run("--json");

        Assert.Equal(CommandLine.Done, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(2, root.GetProperty("tunes").GetInt32());
        Assert.Equal(22, root.GetProperty("figures").GetArrayLength());
        JsonElement counted = root.GetProperty("figures")[0];
        Assert.Equal("countedMeasures", counted.GetProperty("name").GetString());
        Assert.Equal(0.75, counted.GetProperty("tunes").GetProperty("value").GetDouble());
        JsonElement first = root.GetProperty("originality")[0];
        Assert.Equal(0, first.GetProperty("nearest").GetInt32());
        Assert.Equal(1, first.GetProperty("edits").GetInt32());
        Assert.True(first.GetProperty("copy").GetBoolean());
    }

    [Fact]
    public async Task Assess_Table_NamesTheCopy()
    {
        (int code, string output, _) = await Run();

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("measures counted", output, StringComparison.Ordinal);
        Assert.Contains("75.0 %", output, StringComparison.Ordinal);
        Assert.Contains("Copy: tune 1 (line 1) of corpus tune 1 (line 1), distance 0.062.", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_TooFewDraws_IsOneLine()
    {
        (int code, _, string error) = await Run("--draws", "3");

        Assert.Equal(CommandLine.BadInput, code);
        Assert.Contains("--draws is from 40", error, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Error)> Run(params string[] options)
    {
        string tunes = Path.Combine(folder.FullName, "tunes.txt");
        string corpus = Path.Combine(folder.FullName, "corpus.txt");
        await File.WriteAllTextAsync(tunes, Tunes);
        await File.WriteAllTextAsync(corpus, Corpus);
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(
            ["assess", tunes, "--corpus", corpus, .. options],
            new InvocationConfiguration { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }
}
