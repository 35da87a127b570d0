using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies;

public sealed class StudyTuneReaderTests
{
    private const string Text =
        "X:1\nT:Mine\nM:4/4\nL:1/8\nK:G\nV:1\n|: \"G\"(G2 {a}B>c) [DG]4 | (3GAB \"D\"d/2c/2 z [DG] d3 :|1 d8 :|2 ~d4 g4 |]\nw: no tune\nV:2 clef=bass\nG,8 |\n";

    private static readonly Vocabulary Tokens = new([
        Vocabulary.StartText,
        Vocabulary.EndText,
        .. "M:4/4 K:Cmaj |: :| | 2 C D E F G A".Split(' '),
    ]);

    private static StudyTune Read(WrittenTune written, CorpusFormat format)
    {
        Tune first = written.Tune with { Voices = [written.Tune.Voices[0]], ExpandedVoices = [written.Tune.Voices[0]] };
        IReadOnlyList<string> tokens = TuneTokenizer.Tokenize(first, format, new Tonic(Letter.C, 0)).Tokens!;
        return StudyTuneReader.Read("mine", [.. tokens, Vocabulary.EndText], false, written: written);
    }

    [Theory]
    [InlineData(CorpusFormat.V2)]
    [InlineData(CorpusFormat.V3)]
    public void Read_WrittenTune_TokensHaveTheirPlacesInThePersonsText(CorpusFormat format)
    {
        StudyTune tune = Read(WrittenTune.Parse(Text)!, format);
        string At(int step) => tune.Offsets[step] < 0 ? "" : Text[tune.Offsets[step]..].Split(' ', '\n')[0];

        Assert.Equal(Text, tune.Abc);
        Assert.Equal((4, 4), (tune.Total, tune.Counted));
        Assert.Equal(
            ["", "", "|:", "G2", "2", "B>c)", ">", "c)", "[DG]4", "DG]4", "G]4", "", "", "|"],
            tune.Tokens.Take(14).Select((_, step) => step is 4 or 6 ? Text.Substring(tune.Offsets[step], 1) : At(step))
        );
        Assert.All(
            tune.Tokens.Select((token, step) => (token, step)).Where(of => TokenKinds.Of(of.token) is TokenKind.Pitch),
            of => Assert.Contains(Text[tune.Offsets[of.step]], "ABCDEFGabcdefg")
        );
        Assert.Equal(-1, tune.Offsets[^1]);
    }

    [Fact]
    public void Read_TokensOfAnotherTune_HaveTheirOwnNotation()
    {
        WrittenTune written = WrittenTune.Parse(Text)!;
        StudyTune tune = StudyTuneReader.Read("another", ["M:4/4", "K:Cmaj", "C", "8", "|", Vocabulary.EndText], false, written: written);

        Assert.StartsWith("X:1\nT:another\nM:4/4\n", tune.Abc, StringComparison.Ordinal);
        Assert.Equal('C', tune.Abc[tune.Offsets[2]]);
    }

    [Theory]
    [InlineData("M:4/4 K:Cmaj |: C 2 D E | F 2 G A :|", true)]
    [InlineData("M:4/4 K:Cmaj |:C2(DE) {g}F2GA:|", false)]
    [InlineData("CD (EF)|", false)]
    public void Whole_Beginning_IsATuneWithItsHeaderAndTokensAreNone(string text, bool isTokens)
    {
        TranscriptionText read = TranscriptionText.Parse(text, Tokens);
        Assert.Equal(isTokens, read.Whole is null);
        if (read.Whole is not { } whole)
        {
            return;
        }

        WrittenTune written = WrittenTune.Parse(whole)!;
        StudyTune tune = StudyTuneReader.Read("mine", [.. read.Tokens.Select(token => Tokens[token!.Value])], false, written: written);
        Assert.Equal(written.Drawn, tune.Abc);
    }
}
