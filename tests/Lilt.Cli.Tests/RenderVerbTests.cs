using System.CommandLine;
using System.Xml.Linq;
using Xunit;

namespace Lilt.Cli.Tests;

public sealed class RenderVerbTests : IDisposable
{
    private const string Music = "X:1\nT:First\nM:6/8\nL:1/8\nK:D\n|:dAF DFA|d3 d3:|\n\nX:2\nT:Second\nM:4/4\nL:1/4\nK:G\nGABc|\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lilt-render-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Render_Midi_WritesAWholeFileAndNothingBesideIt()
    {
        (int code, _, string error) = await Run(Music, "--to", "midi", "--out", Path("a.mid"));

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal("MThd"u8, File.ReadAllBytes(Path("a.mid")).AsSpan(0, 4));
        Assert.Contains("--tune", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("a.mid.partial")));
    }

    [Fact]
    public async Task Render_Wav_LastsAsLongAsItsTempoSays()
    {
        (int code, _, _) = await Run(Music, "--to", "wav", "--tune", "2", "--tempo", "1/4=60", "--out", Path("a.wav"));

        // Four seconds of music and half a second for the last string to fall silent, 44,100 samples of two bytes each.
        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(44 + (2 * 44_100 * 9 / 2), new FileInfo(Path("a.wav")).Length);
    }

    [Theory]
    [InlineData("graces")]
    [InlineData("rolls", "trills")]
    [InlineData("jumps")]
    [InlineData("macros")]
    [InlineData("swing")]
    public async Task Render_WithoutASign_IsAnotherSound(params string[] left)
    {
        const string Signs = "X:1\nR:hornpipe\nm:~g2={b}ga\nM:4/4\nL:1/8\nK:G\n{a}G2~B2 ~g2Td2|GABc defg!D.C.!|\n";
        (int code, _, _) = await Run(Signs, "--to", "midi", "--out", Path("all.mid"));
        (int without, _, _) = await Run(Signs, ["--to", "midi", "--without", .. left, "--out", Path("less.mid")]);

        Assert.Equal((CommandLine.Done, CommandLine.Done), (code, without));
        Assert.NotEqual(await File.ReadAllBytesAsync(Path("all.mid")), await File.ReadAllBytesAsync(Path("less.mid")));
    }

    [Fact]
    public async Task Render_WithoutAllSigns_IsTheTuneThatHasNone()
    {
        const string Signs = "X:1\nR:hornpipe\nm:~g2={b}ga\nM:4/4\nL:1/8\nK:G\n{a}G2~B2 ~g2Td2|GABc defg!D.C.!|\n";
        const string Plain = "X:1\nM:4/4\nL:1/8\nK:G\nG2B2 g2d2|GABc defg|\n";
        await Run(Plain, "--to", "midi", "--out", Path("plain.mid"));
        await Run(Signs, "--to", "midi", "--without", "graces", "rolls", "trills", "jumps", "macros", "swing", "--out", Path("less.mid"));

        Assert.Equal(await File.ReadAllBytesAsync(Path("plain.mid")), await File.ReadAllBytesAsync(Path("less.mid")));
    }

    [Fact]
    public async Task Render_MusicXml_IsReadAgainAsTheSameTune()
    {
        (int code, _, _) = await Run(Music, "--to", "musicxml", "--key", "A", "--out", Path("a.musicxml"));
        StringWriter counted = new();

        int read = await CommandLine.RunAsync(
            ["count", Path("a.musicxml")],
            new InvocationConfiguration { Output = counted, Error = TextWriter.Null }
        );

        Assert.Equal((CommandLine.Done, CommandLine.Done), (code, read));
        Assert.Contains("First  6/8  Amaj  2 measures: 2 full", counted.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_MusicXmlOfPartsInAnOrder_HasItInWordsAndSaysSo()
    {
        const string Parts = "X:1\nT:Parts\nP:AABA\nM:4/4\nL:1/8\nK:C\nP:A\nc8 | d8 |\nP:B\ne8 | f8 |]\n";
        (int code, string output, string error) = await Run(Parts, "--to", "musicxml");

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal("Parts: A A B A", XDocument.Parse(output).Descendants("words").Single().Value);
        Assert.Contains("the order of the parts, AABA", error, StringComparison.Ordinal);
    }

    /// <summary>A person's own tune goes up or down by the nearest way, in every form that it is taken along in.</summary>
    [Theory]
    [InlineData("A", "T:Mine\nM:4/4\nL:1/8\nK:A\n|: ABcd | a2 a2 (3efe c2 :|\n")]
    [InlineData("C", "T:Mine\nM:4/4\nL:1/8\nK:C\n|: cdef | c'2 c'2 (3gag e2 :|\n")]
    [InlineData("F", "T:Mine\nM:4/4\nL:1/8\nK:F\n|: FGAB | f2 f2 (3cdc A2 :|\n")]
    public async Task Render_AnOwnTuneInAnotherKey_SoundsAsTheOneThatIsWrittenThere(string key, string there)
    {
        const string Own = "X:1\nT:Mine\nM:4/4\nL:1/8\nK:G\n|: GABc | g2 g2 (3ded B2 :|\n";
        foreach (string to in (string[])["midi", "wav"])
        {
            await Run(Own, "--to", to, "--key", key, "--out", Path("moved"));
            await Run("X:1\n" + there, "--to", to, "--out", Path("there"));
            Assert.Equal(await File.ReadAllBytesAsync(Path("there")), await File.ReadAllBytesAsync(Path("moved")));
        }

        Assert.Equal(
            Pitches((await Run("X:1\n" + there, "--to", "musicxml")).Output),
            Pitches((await Run(Own, "--to", "musicxml", "--key", key)).Output)
        );
        string page = (await Run(Own, "--to", "abc", "--key", key)).Output;
        Assert.Contains(there[(there.IndexOf("K:", StringComparison.Ordinal) + 4)..].TrimEnd(), page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Pitches(string musicXml) =>
        XDocument.Parse(musicXml).Descendants("pitch").Select(of => of.ToString(SaveOptions.DisableFormatting));

    [Fact]
    public async Task Render_Svg_IsOnePictureOrOneLineThatSaysWhatIsMissing()
    {
        (int code, string output, string error) = await Run(Music, "--to", "svg", "--key", "A");

        if (code == CommandLine.Done)
        {
            XElement root = XDocument.Parse(output).Root!;
            Assert.Equal("svg", root.Name.LocalName);
            Assert.NotNull(root.Attribute("viewBox"));
        }
        else
        {
            Assert.Equal(CommandLine.BadInput, code);
            Assert.Contains("Node.js", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--swing", "reel")]
    [InlineData("--instrument", "whistle")]
    [InlineData("--chords")]
    [InlineData("--metronome")]
    [InlineData("--count-in")]
    public async Task Render_OtherSound_IsAnotherFile(params string[] options)
    {
        const string Reel = "X:1\nM:4/4\nL:1/8\nK:G\n\"G\"GABc defg|\"D\"a8|\n";
        foreach (string to in (string[])["midi", "wav"])
        {
            (int code, _, _) = await Run(Reel, "--to", to, "--out", Path("plain"));
            (int other, _, _) = await Run(Reel, ["--to", to, .. options, "--out", Path("other")]);

            Assert.Equal((CommandLine.Done, CommandLine.Done), (code, other));
            Assert.NotEqual(await File.ReadAllBytesAsync(Path("plain")), await File.ReadAllBytesAsync(Path("other")));
        }
    }

    [Fact]
    public async Task Render_SwungAndWithoutSwing_IsRefused()
    {
        (int code, _, string error) = await Run(Music, "--to", "midi", "--swing", "reel", "--without", "swing", "--out", Path("b.mid"));

        Assert.NotEqual(CommandLine.Done, code);
        Assert.Contains("--without swing", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("b.mid")));
    }

    [Fact]
    public async Task Render_Abc_IsAllTunesInOneFileNumberedFromOne()
    {
        (int code, string text, _) = await Run(Music.Replace("X:1", "X:7", StringComparison.Ordinal), "--to", "abc", "--key", "A");

        Assert.Equal(CommandLine.Done, code);
        Assert.Equal(
            ["X:1", "T:First", "K:Amaj", "", "X:2", "T:Second", "K:Amaj"],
            text.Split('\n').SkipLast(1).Where(line => line.Length == 0 || "XTK".Contains(line[0], StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData(null, 2, "size: A4")]
    [InlineData("2", 1, "size: letter")]
    public async Task Render_Html_HasEveryTuneOrTheOneAskedFor(string? number, int tunes, string size)
    {
        string[] one = number is null ? [] : ["--tune", number, "--paper", "letter"];
        (int code, string page, string error) = await Run(Music, ["--to", "html", "--key", "A", "--title", "Two & more", .. one]);

        if (code == CommandLine.Done)
        {
            Assert.Equal(tunes, page.Split("<section class=\"tune\"").Length - 1);
            Assert.Contains("<title>Two &amp; more</title>", page, StringComparison.Ordinal);
            Assert.Contains(size, page, StringComparison.Ordinal);
            Assert.Equal(tunes > 1, page.Contains("<ol class=\"contents\"", StringComparison.Ordinal));
            Assert.Contains("Second", page, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(CommandLine.BadInput, code);
            Assert.Contains("Node.js", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("--key", "H", "--key")]
    [InlineData("--key", "D dorian", "a tune is moved, its mode is kept")]
    [InlineData("--swing", "waltz", "--swing")]
    [InlineData("--instrument", "tuba", "--instrument")]
    [InlineData("--tempo", "quick", "--tempo")]
    [InlineData("--without", "music", "--without")]
    public async Task Render_BadOption_IsOneLineThatNamesIt(string option, string value, string expected)
    {
        (int code, _, string error) = await Run(Music, "--to", "midi", "--tune", "1", option, value, "--out", Path("b.mid"));

        Assert.NotEqual(CommandLine.Done, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path("b.mid")));
    }

    private string Path(string name) => System.IO.Path.Combine(folder.FullName, name);

    private async Task<(int Code, string Output, string Error)> Run(string music, params string[] options)
    {
        await File.WriteAllTextAsync(Path("tunes.abc"), music);
        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync(
            ["render", Path("tunes.abc"), .. options],
            new InvocationConfiguration { Output = output, Error = error }
        );
        return (code, output.ToString(), error.ToString());
    }
}
