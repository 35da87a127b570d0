using System.CommandLine;
using Lilt.Assessment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class RewriteVerbTests : IDisposable
{
    private const string Jig =
        "X:3\nT:A jig\nM:6/8\nL:1/8\nK:G\n|: GAB c2d | ede dBG | AGA BAG | E2G D3 |\nGAB c2d | ede dBG | AcA FGA | G3 G3 :|\n";

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Rewrite_SomeBars_KeepsTheOthersAndTheKey()
    {
        (int code, string output, string error) = await Run("rewrite", Written(), "--bars", "3-4", "--offers", "2", "--candidates", "24");

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("24 candidates", error, StringComparison.Ordinal);
        IReadOnlyList<Tune> offers = TuneReader.Read(output).Tunes;
        Assert.Equal(
            ["A jig, measures 3-4 written again, offer 1", "A jig, measures 3-4 written again, offer 2"],
            offers.Select(of => of.Title)
        );
        foreach (Tune offer in offers)
        {
            TuneCount count = MeasureCounter.Count(offer);
            Assert.Equal("G", offer.Key.Tonic.ToString());
            Assert.Equal((8, 8), (count.Full, count.Total));
            Assert.Equal(["G A B c 2 d", "e d e d B G"], Measures(count).Take(2));
            Assert.Equal(["G A B c 2 d", "e d e d B G", "A c A F G A", "G 3 G 3"], Measures(count).Skip(4));
        }

        static IEnumerable<string> Measures(TuneCount count) =>
            count.Measures.Select(of => string.Join(' ', of.Measure.Tokens).Replace("^", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rewrite_WithinARange_WritesNoOtherNote()
    {
        (int code, string output, _) = await Run(
            "rewrite",
            Written(),
            "--bars",
            "3-4",
            "--offers",
            "3",
            "--candidates",
            "24",
            "--range",
            "G-d",
            "--format",
            "abc"
        );

        Assert.Equal(CommandLine.Done, code);
        foreach (Tune offer in TuneReader.Read(output).Tunes)
        {
            Assert.All(
                MeasureCounter
                    .Count(offer)
                    .Measures.Skip(2)
                    .Take(2)
                    .SelectMany(of => of.Measure.Tokens)
                    .Where(token => char.IsLetter(token[^1]) && token != "z"),
                token => Assert.Contains(token.TrimStart('^', '_', '='), (string[])["G", "A", "B", "c", "d"])
            );
        }
    }

    [Theory]
    [InlineData("say what is to be written", "--seed", "1")]
    [InlineData("say what is to be written", "--bars", "1", "--end", "2")]
    [InlineData("say what is to be written", "--another-ending", "--continue", "2")]
    [InlineData("--lock is for --bars", "--another-ending", "--lock", "8")]
    [InlineData("9 of them cannot stay", "--continue", "10")]
    [InlineData("--octaves moves what goes over a range", "--octaves")]
    [InlineData("--take is from 1 to 2", "--bars", "1-2", "--offers", "2", "--candidates", "8", "--take", "3")]
    [InlineData("give one tune", "--tokens", "M:4/4", "--bars", "1-2")]
    [InlineData("'x': give a measure", "--bars", "x")]
    [InlineData("measures 1 to 8", "--bars", "7-9")]
    [InlineData("Measure 5 is locked", "--bars", "1-2", "--lock", "5")]
    [InlineData("note 9 is none", "--bars", "1-2", "--lock", "1.9")]
    [InlineData("--range is 'H-d'", "--bars", "1-2", "--range", "H-d")]
    [InlineData("--tune", "--bars", "1-2", "--tune", "2")]
    [InlineData("--key is 'H'", "--bars", "1-2", "--key", "H")]
    [InlineData("give abc or tokens", "--bars", "1-2", "--format", "json")]
    public async Task Rewrite_BadInput_SaysWhatIsWrong(string expected, params string[] options)
    {
        (int code, string output, string error) = await Run(["rewrite", Written(), .. options]);

        Assert.NotEqual(CommandLine.Done, code);
        Assert.Empty(output);
        Assert.Contains(expected, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_AnotherEnding_LeavesAllButTheLastTwoMeasures()
    {
        (int code, string output, _) = await Run("rewrite", Written(), "--another-ending", "--offers", "1", "--candidates", "24");

        Assert.Equal(CommandLine.Done, code);
        TuneCount count = MeasureCounter.Count(TuneReader.Read(output).Tunes.Single());
        Assert.Equal("A jig, another ending, offer 1", count.Tune.Title);
        Assert.Equal((8, 8), (count.Full, count.Total));
        Assert.Equal("e d e d B G", string.Join(' ', count.Measures.Skip(5).First().Measure.Tokens));
    }

    [Fact]
    public async Task Rewrite_OctavesOfATuneForAVoice_MovesItAndSaysSo()
    {
        (int code, string output, string error) = await Run("rewrite", Written(), "--octaves", "--range", "d-g'");

        Assert.Equal(CommandLine.Done, code);
        Assert.Contains("The whole tune was moved up an octave.", error, StringComparison.Ordinal);
        Assert.Equal(
            "g a b c' 2 d'",
            string.Join(' ', MeasureCounter.Count(TuneReader.Read(output).Tunes.Single()).Measures.First().Measure.Tokens)
        );
    }

    [Fact]
    public async Task Rewrite_ATuneAsTokens_TakesTheOfferAskedFor()
    {
        const string Tune = "M:4/4 K:Cmaj |: C 2 D 2 E 2 F 2 | G 4 A 4 | c 2 B A G 4 | C 8 :| </s>";
        string[] words = ["rewrite", "--tokens", Tune, "--bars", "2-3", "--candidates", "24", "--format", "tokens"];
        (_, string all, _) = await Run(words);

        (int code, string second, _) = await Run([.. words, "--take", "2"]);

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(all.Split('\n')[1] + "\n", second);
    }

    private string Written()
    {
        string path = Path.Combine(folder, "jig.abc");
        File.WriteAllText(path, Jig);
        return path;
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] args)
    {
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
