using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.Abc;

/// <summary>Tunes that people wrote, out and in again: what is written is what was read.</summary>
public sealed class RoundTripTests
{
    private static readonly string[] Tonics = ["C", "G", "D", "A", "E", "B", "F#", "C#", "F", "Bb", "Eb", "Ab", "Db", "Gb"];
    private static readonly Tonic C = new(Letter.C, 0);

    [Fact]
    public void EveryNottinghamTune_ThroughAbc_HasItsTokensAndItsSound() => AssertSameThroughAbc(Nottingham());

    [Fact]
    public void EveryTuneOfOurOwn_ThroughAbc_HasItsTokensAndItsSound() =>
        AssertSameThroughAbc([.. OwnTunes.Texts.Select(text => TuneReader.Read(text).Tunes[0]), .. Shipped()]);

    [Fact]
    public void EveryNottinghamTune_AsTokensThroughAbcInAnyKeyAndBack_IsTheSame() => AssertSameInAnyKey(Nottingham(), 600);

    [Fact]
    public void EveryTuneOfOurOwn_AsTokensThroughAbcInAnyKeyAndBack_IsTheSame() =>
        AssertSameInAnyKey([.. OwnTunes.Texts.Select(text => TuneReader.Read(text).Tunes[0]), .. Shipped()], 200);

    private static void AssertSameThroughAbc(IEnumerable<Tune> tunes)
    {
        List<string> differences = [];
        foreach (Tune tune in tunes)
        {
            Tune again = Assert.Single(TuneReader.Read(AbcWriter.Write(tune)).Tunes);
            string name = $"{tune.Number} {tune.Title}";
            Compare(Tokens(tune, CorpusFormat.V2), Tokens(again, CorpusFormat.V2), name + ", tokens", differences);
            Compare(Tokens(tune, CorpusFormat.V3), Tokens(again, CorpusFormat.V3), name + ", v3 tokens", differences);
            Compare(Sound(tune), Sound(again), name + ", sound", differences);
        }

        Assert.Empty(differences);
    }

    private static void AssertSameInAnyKey(IEnumerable<Tune> tunes, int least)
    {
        List<string> differences = [];
        int taken = 0;
        foreach (Tune tune in tunes)
        {
            if (TuneTokenizer.Tokenize(tune, CorpusFormat.V2, C).Tokens is not { } tokens)
            {
                continue;
            }

            taken++;
            string expected = string.Join(' ', tokens);
            Tune read = Assert.Single(TuneReader.Read($"<s> {expected} </s>").Tunes);
            foreach (string key in Tonics)
            {
                Assert.True(Tonic.TryParse(key, out Tonic away));
                if (Transposer.To(read, away).Tune is { } moved)
                {
                    Tune there = Assert.Single(TuneReader.Read(AbcWriter.Write(moved)).Tunes);
                    Compare(
                        expected,
                        Tokens(Transposer.ForTokens(there, C).Tune!, CorpusFormat.V2),
                        $"{tune.Number} {tune.Title}, by {key}",
                        differences
                    );
                }
            }
        }

        Assert.True(taken > least, $"{taken} tunes taken");
        Assert.Empty(differences);
    }

    [Theory]
    [InlineData("!f!C !5!D .E ~F TG !n!A|")]
    [InlineData("|CDEF GABc|\n|cBAG FEDC|\n||C8|]")]
    [InlineData("CDEF GABc||\nP:B\nK:D\n|cBAG FEDC|")]
    [InlineData("[K:D exp ^f _b]CDEF GABc|[K:HP]CDEF GABc|[K:none]CDEF GABc|")]
    [InlineData("[K:C treble-8]C4 c4[K:octave=1]|C4[|]:|+CE+4 !c4 D!C4 && E4|F4 G4|")]
    [InlineData("CDEF GABc .| [C2E2G2]2 [C-E]4|&C8 & E8|(3:2:2C2D {/g}C>-C x2 Z2|")]
    public void WhatPeopleWrite_ThroughAbc_HasItsTokensItsSoundAndItsSigns(string music)
    {
        Tune tune = Assert.Single(TuneReader.Read($"X:1\nM:4/4\nL:1/8\nK:C\n{music}\n").Tunes);
        Tune again = Assert.Single(TuneReader.Read(AbcWriter.Write(tune)).Tunes);

        Assert.Equal(Tokens(tune, CorpusFormat.V2), Tokens(again, CorpusFormat.V2));
        Assert.Equal(Sound(tune), Sound(again));
        Assert.Equal(Signs(tune), Signs(again));
        Assert.Equal(tune.Voices[0].Measures(tune.Meter).Count, again.Voices[0].Measures(again.Meter).Count);
    }

    private static IEnumerable<string> Signs(Tune tune) => tune.Voices[0].Elements.OfType<Decoration>().Select(sign => sign.Name);

    private static IEnumerable<Tune> Nottingham() =>
        Directory
            .GetFiles(SharedMaterial.Path("corpus/nottingham"), "*.abc")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => TuneReader.Read(File.ReadAllBytes(file)).Tunes);

    private static IEnumerable<Tune> Shipped() =>
        ShippedNetwork.Tunes.Select(text => Assert.Single(TuneReader.Read($"<s> {text} </s>").Tunes));

    private static string Tokens(Tune tune, CorpusFormat format) => string.Join(' ', TuneTokenizer.Tokens(tune, format));

    private static string Sound(Tune tune) =>
        string.Join(
            ' ',
            Timeline
                .Of(tune, new TimelineOptions { SwingHornpipes = false })
                .Notes.Select(note => FormattableString.Invariant($"{note.Onset}+{note.Length}:{note.Pitch}"))
        );

    private static void Compare(string expected, string actual, string name, List<string> differences)
    {
        if (expected != actual)
        {
            differences.Add($"{name}:\n  {expected}\n  {actual}");
        }
    }
}
