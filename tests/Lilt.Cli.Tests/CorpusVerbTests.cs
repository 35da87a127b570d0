using System.CommandLine;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class CorpusVerbTests : IDisposable
{
    private const string Full = "X:1\nT:Full\nM:4/4\nL:1/8\nK:C\nCDEF GABc | cBAG FEDC :|\n\n";
    private const string Short = "X:2\nT:Short\nM:4/4\nL:1/8\nK:C\nCDEF GAB | cBAG FED |\n\n";
    private const string Open = "X:3\nT:Open\nM:4/4\nL:1/8\nK:C\nEFGA Bcde |: edcB AGFE |\n\n";

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-corpus-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Corpus_Whole_LeavesOutWhatDoesNotCountOrClose()
    {
        (int code, string output, string error) = await Run("corpus", File("all.abc", Full + Short + Open), "--whole");

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal("M:4/4\nK:Cmaj\nC D E F G A B c | c B A G F E D C :|\n\n", output);
        Assert.Contains("1 of 3 tunes taken", error, StringComparison.Ordinal);
        Assert.Contains("1 left out: not every measure counts", error, StringComparison.Ordinal);
        Assert.Contains("1 left out: a repeat is left open", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corpus_Before_KeepsTheLastOfTheCorpusAndNothingLikeThem()
    {
        // Twenty tunes, of which the last is held out; its notes stand nowhere else.
        const string Held = "C E G c e g c' g e c G E C D F A";
        string corpus = File(
            "corpus.txt",
            string.Concat(Enumerable.Range(0, 19).Select(i => $"M:4/4\nK:Cmaj\nC {2 + (i % 3)} D E F G |\n\n"))
                + $"M:4/4\nK:Cmaj\n{Held} |\n\n"
        );
        string tunes = File("tunes.txt", $"M:4/4\nK:Cmaj\nF F {Held} |\n\nM:4/4\nK:Cmaj\nA B A B c 4 |\n\n");

        (int code, string output, string error) = await Run("corpus", tunes, "--before", corpus);

        Assert.Equal(CommandLine.Done, code);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(5 * 3, lines.Length);
        Assert.Equal("A B A B c 4 |", lines[2]);
        Assert.Equal(Held + " |", lines[^1]);
        Assert.Contains("1 left out: it shares 12 notes in a row or more with a tune that is held out", error, StringComparison.Ordinal);
        Assert.Contains("16 left out: it stands there already", error, StringComparison.Ordinal);
        Assert.Contains("The last 1 of 5 are held out: \"validationShare\": 0.2 in the recipe.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corpus_Model_WritesCutTimeAsCommonAndLeavesOutWhatItLacks()
    {
        string model = Path.Combine(folder, "small.safetensors");
        Vocabulary vocabulary = new(["<s>", "</s>", "M:4/4", "K:Cmaj", "C", "D", "4", "|"]);
        NetworkWeights weights = new(new NetworkShape(1, 4, vocabulary.Count));
        ModelFile.Write(new Model(vocabulary, weights, ModelProvenance.Named("small")), model);
        string tunes = File("cut.abc", "X:1\nM:C|\nL:1/8\nK:C\nC4 D4 |\n\nX:2\nM:4/4\nL:1/8\nK:C\nC4 E4 |\n");

        (int code, string output, string error) = await Run("corpus", tunes, "--model", model, "--all-reasons");

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal("M:4/4\nK:Cmaj\nC 4 D 4 |\n\n", output);
        Assert.Contains("1 left out: the model lacks a token of it", error, StringComparison.Ordinal);
        Assert.Contains("(E)", error, StringComparison.Ordinal);
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
