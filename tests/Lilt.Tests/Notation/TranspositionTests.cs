using FsCheck;
using FsCheck.Fluent;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Microsoft.FSharp.Core;
using Xunit;

namespace Lilt.Tests.Notation;

public sealed class TranspositionTests
{
    private const int Corpus = 4750;

    private static readonly string[] Tonics = ["C", "G", "D", "A", "E", "B", "F#", "C#", "F", "Bb", "Eb", "Ab", "Db", "Gb"];

    private static readonly string[] Words =
    [
        "A",
        "B,",
        "c",
        "=e",
        "_d'",
        "^F",
        "G,",
        "2",
        "/2",
        "3/2",
        "2>",
        ">",
        "<",
        "(3",
        "|",
        ":|",
        "|:",
        "|1",
        "|2",
        "z",
        "[ C E ]",
        "[ c e g ] 2",
    ];

    [Fact]
    public void Tokens_ThroughAbcAndAnyKeyAndBack_AreTheSame()
    {
        Gen<(string Head, string[] Body, string Key)> tunes =
            from mode in Gen.Elements("maj", "min", "dor", "mix")
            from meter in Gen.Elements("4/4", "6/8", "9/8", "3/4")
            from body in Gen.ArrayOf(Gen.Elements(Words))
            from key in Gen.Elements(Tonics)
            select ($"M:{meter} K:C{mode}", body, key);
        Prop.ForAll(
                tunes.ToArbitrary(),
                sample =>
                {
                    // A length needs a note before it, and a tune its first note, to be a text of the format.
                    List<string> tokens = ["C"];
                    foreach (string word in sample.Body)
                    {
                        bool length = char.IsAsciiDigit(word[0]) || word[0] == '/';
                        bool afterNote = char.IsAsciiLetter(tokens[^1][^1]) || tokens[^1][^1] is ',' or '\'' || tokens[^1] == "]";
                        if (!length || afterNote)
                        {
                            tokens.AddRange(word.Split(' '));
                        }
                    }

                    string text = $"{sample.Head} {string.Join(' ', tokens)}";
                    Tune read = TuneReader.Read("<s> " + text + " </s>").Tunes[0];
                    string expected = string.Join(' ', TuneTokenizer.Tokens(read, CorpusFormat.V2));
                    Assert.True(Tonic.TryParse(sample.Key, out Tonic away));
                    TransposedTune moved = Transposer.To(read, away);
                    if (moved.Tune is null)
                    {
                        return moved.Reason!.Contains("triple accidental", StringComparison.Ordinal);
                    }

                    Tune there = TuneReader.Read(AbcWriter.Write(moved.Tune)).Tunes[0];
                    Tune home = Transposer.ForTokens(there, new Tonic(Letter.C, 0)).Tune!;
                    return expected == string.Join(' ', TuneTokenizer.Tokens(home, CorpusFormat.V2));
                }
            )
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(2000)
                    .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20, 21), FSharpOption<int>.None)))
            );
    }

    [Fact]
    public void Write_EveryTuneOfTheV2Corpus_ReadsBackToItsTokens()
    {
        string text = File.ReadAllText(SharedMaterial.Path("corpus/irish-v2.txt"));
        string[] sources = text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Corpus, sources.Length);
        AssertReadBack(sources, TuneReader.Read(text).Tunes);
    }

    [Fact]
    public void Write_EveryTuneOfTheShippedNetwork_ReadsBackToItsTokens()
    {
        // Two lengths that follow each other are one in ABC.
        string[] texts =
        [
            .. ShippedNetwork.Tunes.Where(text =>
                text.Split(' ') is var tokens
                && !tokens
                    .Zip(tokens.Skip(1))
                    .Any(pair => TokenKinds.Of(pair.First) == TokenKind.Duration && TokenKinds.Of(pair.Second) == TokenKind.Duration)
            ),
        ];
        Assert.True(texts.Length > 100);
        AssertReadBack(texts, [.. texts.Select(text => Assert.Single(TuneReader.Read($"<s> {text} </s>").Tunes))]);
    }

    private static void AssertReadBack(string[] sources, IReadOnlyList<Tune> tunes)
    {
        Tonic g = new(Letter.G, 0);
        Assert.Equal(sources.Length, tunes.Count);
        for (int i = 0; i < tunes.Count; i++)
        {
            string expected = string.Join(' ', sources[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Tune back = Assert.Single(TuneReader.Read(AbcWriter.Write(tunes[i])).Tunes);
            Assert.Equal(expected, string.Join(' ', TuneTokenizer.Tokens(back, CorpusFormat.V2)));
            Tune inG = Assert.Single(TuneReader.Read(AbcWriter.Write(Transposer.To(tunes[i], g).Tune!)).Tunes);
            Tune home = Transposer.ForTokens(inG, tunes[i].Key.Tonic!.Value).Tune!;
            Assert.Equal(expected, string.Join(' ', TuneTokenizer.Tokens(home, CorpusFormat.V2)));
        }
    }

    [Theory]
    [InlineData("G", "A", 2)]
    [InlineData("A", "G", -2)]
    [InlineData("G", "C", 5)]
    [InlineData("C", "G", -5)]
    [InlineData("D", "Bb", -4)]
    [InlineData("F", "B", 6)]
    [InlineData("B", "F", -6)]
    [InlineData("F#", "Gb", 0)]
    public void To_NotationInAnotherKey_IsTheNearest(string from, string to, int semitones)
    {
        Assert.True(Tonic.TryParse(from, out Tonic own));
        Assert.True(Tonic.TryParse(to, out Tonic other));
        Tune tune = TuneReader.Read($"X:1\nL:1/8\nK:{from}\nGABc|\n").Tunes[0];
        TransposedTune moved = Transposer.To(tune, other);

        Assert.Equal(semitones, moved.Semitones);
        Assert.Equal(Pitches(tune).Select(pitch => pitch + semitones), Pitches(moved.Tune!));
        Assert.Equal(Pitches(tune), Pitches(Transposer.To(moved.Tune!, own).Tune!));
    }

    [Fact]
    public void To_TokensOfNotation_LandWhereTheNotationDoes()
    {
        string[] tonics = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];
        foreach (string from in tonics)
        {
            Assert.True(Tonic.TryParse(from, out Tonic own));
            Tune tune = TuneReader.Read($"X:1\nM:4/4\nL:1/8\nK:{from}\nGA_Bc =ede|\n").Tunes[0];
            string tokens = string.Join(' ', TuneTokenizer.Tokenize(tune, CorpusFormat.V2, new Tonic(Letter.C, 0)).Tokens!);
            Tune read = TuneReader.Read($"<s> {tokens} </s>").Tunes[0];
            foreach (string to in tonics)
            {
                Assert.True(Tonic.TryParse(to, out Tonic other));

                Assert.Equal(Pitches(Transposer.To(tune, other).Tune!), Pitches(Transposer.To(read, other, own).Tune!));
            }
        }
    }

    private static IEnumerable<int> Pitches(Tune tune) => Timeline.Of(tune).Notes.Select(note => note.Pitch);

    [Fact]
    public void Write_V3Tokens_AreSpelledInTheirKey()
    {
        Tune tune = Assert.Single(TuneReader.Read("M:4/4 K:dor |: ^A, > ^D ^D =F ^F 2 ^G ^A | =c ^c =B ^c ^d 4 :|\n").Tunes);
        string abc = AbcWriter.Write(tune, new AbcHeading { Title = "Try" });

        Assert.Equal("X:1\nT:Try\nM:4/4\nL:1/8\nK:C#dor\n|: A,>DD^E F2GA | ^Bc=Bc d4 :| \n", abc);
        Assert.Equal(
            "M:4/4 K:dor |: ^A, > ^D ^D =F ^F 2 ^G ^A | =c ^c =B ^c ^d 4 :|",
            string.Join(' ', TuneTokenizer.Tokens(Assert.Single(TuneReader.Read(abc).Tunes), CorpusFormat.V3))
        );
    }

    [Fact]
    public void Tokenize_AnAbcTuneInD_IsTransposedToCWithItsAccidentals()
    {
        Tune tune = Assert.Single(TuneReader.Read("X:1\nM:2/4\nK:D\n|:\"D\"f2e2 ~d2(3FGA|B2>A2 ^G2=G2|1 A8::[DF]8|2 {g}d8||\n").Tunes);

        Assert.Equal(
            "M:2/4 K:Cmaj |: e d c (3 E /2 F /2 G /2 | A > G ^F =F |1 G 4 :| |: [ C E ] 4 |2 c 4 |",
            string.Join(' ', TuneTokenizer.Tokenize(tune, CorpusFormat.V2, new Tonic(Letter.C, 0)).Tokens!)
        );
    }

    [Theory]
    [InlineData("K:Elyd\nE2|", "the mode is not major, minor, dorian or mixolydian")]
    [InlineData("K:none\nE2|", "no key is named")]
    [InlineData("K:D\nE2|[M:3/4]E2|", "the meter changes inside it")]
    [InlineData("K:D\nE2|[K:G]E2|", "the key changes inside it")]
    [InlineData("K:D\nE2 § |", "something in it could not be read for certain")]
    [InlineData("K:D\n|:||", "it has no notes")]
    public void Tokenize_WhatTheFormatsCannotSay_IsLeftOutWithTheReason(string music, string reason)
    {
        TokenizedTune tokenized = TuneTokenizer.Tokenize(
            TuneReader.Read($"X:1\nM:4/4\nL:1/8\n{music}\n").Tunes[0],
            CorpusFormat.V2,
            new Tonic(Letter.C, 0)
        );

        Assert.Null(tokenized.Tokens);
        Assert.Equal(reason, tokenized.Reason);
    }
}
