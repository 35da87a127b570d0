using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.Abc;

public sealed class Abc2MidiTests
{
    [Fact]
    public void Timeline_OurOwnTunes_SoundAsAbc2MidiPlaysThem()
    {
        Abc2Midi.Require();
        IReadOnlyList<string> texts = OwnTunes.Texts;
        List<MidiReader.Note>[] theirs = Abc2Midi.Play(texts);
        List<string> differences = [];
        for (int i = 0; i < texts.Count; i++)
        {
            Assert.NotEmpty(theirs[i]);
            if (PlayedComparison.Difference(TuneReader.Read(texts[i]).Tunes[0], theirs[i]) is { } difference)
            {
                differences.Add($"{OwnTunes.Abouts[i]}: {difference}");
            }
        }

        Assert.Empty(differences);
    }

    /// <summary>
    /// Without endings, after which a network that leaves a sign out is played in more ways than one (docs/playing.md), and without chords.
    /// </summary>
    [Fact]
    public void Timeline_TunesOfTheShippedNetwork_SoundAsAbc2MidiPlaysThem()
    {
        const double LeastEqual = 0.97;
        Abc2Midi.Require();
        string[] plain =
        [
            .. ShippedNetwork.Tunes.Where(text =>
                !text.Contains("|1", StringComparison.Ordinal) && !text.Contains("|2", StringComparison.Ordinal) && !text.Contains('[')
            ),
        ];
        string[] texts =
        [
            .. plain.Select(
                (text, i) =>
                    AbcWriter.Write(
                        TuneReader.Read($"<s> {text} </s>").Tunes[0],
                        new AbcHeading { Number = FormattableString.Invariant($"{i + 1}") }
                    )
            ),
        ];
        List<MidiReader.Note>[] theirs = Abc2Midi.Play(texts);
        List<string> differences = [];
        for (int i = 0; i < texts.Length; i++)
        {
            if (PlayedComparison.Difference(TuneReader.Read(texts[i]).Tunes[0], theirs[i]) is { } difference)
            {
                differences.Add($"{difference}: {plain[i]}");
            }
        }

        Assert.True(plain.Length > 50);
        Assert.True(differences.Count <= (1 - LeastEqual) * texts.Length, string.Join('\n', differences));
    }

    [Fact]
    public void Difference_AnotherNote_IsFound()
    {
        Abc2Midi.Require();
        List<MidiReader.Note>[] theirs = Abc2Midi.Play(["X:1\nT:a\nM:4/4\nL:1/4\nK:C\nCDEF|\n"]);

        Assert.NotNull(PlayedComparison.Difference(TuneReader.Read("X:1\nT:a\nM:4/4\nL:1/4\nK:C\nCDEG|\n").Tunes[0], theirs[0]));
    }
}
