using System.Globalization;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.Tokens;

public sealed class TokenNamesTests
{
    private static readonly string[] Tonics = ["C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"];

    [Theory]
    [InlineData("K:Cmaj", "D", "E", "F♯")]
    [InlineData("K:Cmaj", "D", "F", "G")]
    [InlineData("K:Cmaj", "C", "^c'", "c♯'")]
    [InlineData("K:Cmaj", "D", "=B,", "C♯")]
    [InlineData("K:Cdor", "D", "E", "F")]
    [InlineData("K:Cdor", "C", "E", "E♭")]
    [InlineData("K:Cdor", "G", "=B", "f♯")]
    [InlineData("K:Cmin", "Db", "E", "E")]
    [InlineData("K:Cmin", "A", "A", "F")]
    [InlineData("K:Cmaj", "F#", "^f", "b♯")]
    [InlineData("K:Cmaj", "F#", "^c", "f♯♯")]
    public void Of_ATokenUnderItsKey_IsWhatItSoundsThere(string key, string tonic, string token, string name) =>
        Assert.Equal(name, After(tonic, "M:4/4", key).Of(token));

    [Theory]
    [InlineData("M:4/4")]
    [InlineData("K:Cmaj")]
    [InlineData("|:")]
    [InlineData("2")]
    [InlineData("z")]
    [InlineData("</s>")]
    [InlineData("nothing")]
    public void Of_WhatIsNoPitch_IsNull(string token) => Assert.Null(After("D", "M:4/4", "K:Cmaj").Of(token));

    [Fact]
    public void Of_AfterAnAccidental_HoldsItToTheBar()
    {
        TokenNames names = After("D", "M:4/4", "K:Cmaj", "^F");

        Assert.Equal(("G♯", "g♯", "E"), (names.Of("F"), names.Of("f"), names.Of("D")));
        names.Take("|");
        Assert.Equal("G", names.Of("F"));
    }

    [Fact]
    public void Of_BeforeTheKey_IsTheLetter() => Assert.Equal("E", After("D", "M:4/4").Of("E"));

    [Fact]
    public void Of_EveryTokenInEveryKey_IsTheNoteOfTheNotation()
    {
        string[] pitches = [.. ShippedNetwork.Model.Vocabulary.Texts.Where(text => TokenKinds.Of(text) == TokenKind.Pitch)];
        Assert.Equal(137, ShippedNetwork.Model.Vocabulary.Count);
        foreach (string key in ShippedNetwork.Model.Vocabulary.Texts.Where(text => TokenKinds.Of(text) == TokenKind.Key))
        {
            foreach (string tonic in Tonics)
            {
                TokenNames names = After(tonic, "M:4/4", key);
                string[] written = [.. pitches.Select(pitch => Written(["M:4/4", key, pitch], tonic).Single().Name)];

                Assert.Equal(written, pitches.Select(names.Of));
            }
        }
    }

    [Theory]
    [InlineData("K:Cmaj")]
    [InlineData("K:Cmix")]
    [InlineData("K:min")]
    public void Of_ALongTranscription_IsTheNotesOfTheNotation(string key)
    {
        // Accidentals that hold, bars and endings that end them, chords, and another key inside.
        string[] some =
            key == "K:min"
                ? ["=C", "^C", "=D", "=E", "^F", "=c", "^d", "|", "2", "z", "[", "]", "K:maj"]
                : ["C", "^C", "=E", "E", "_B", "B", "^f", "f", "_e'", "B,", "|", ":|", "|1", "2", "z", "[", "]", "K:Cdor"];
        Random random = new(3);
        List<string> tokens = ["M:4/4", key];
        for (int i = 0; i < 3000; i++)
        {
            tokens.Add(some[random.Next(some.Length)]);
        }

        foreach (string tonic in (string[])["C", "D", "Eb", "B"])
        {
            Tune tune = Read(tokens);
            TokenNames names = new(Tonic.TryParse(tonic, out Tonic to) ? to : default, Transposer.HomeOf(tune));
            List<string> told = [];
            foreach (string token in tokens)
            {
                told.Add(names.Of(token) ?? string.Empty);
                names.Take(token);
            }

            List<(int Step, string Name)> notes = [.. Written(tokens, tonic)];
            Assert.True(notes.Count > 1000);
            Assert.All(notes, note => Assert.Equal(note.Name, told[note.Step]));
        }
    }

    private static TokenNames After(string tonic, params string[] tokens)
    {
        Assert.True(Tonic.TryParse(tonic, out Tonic to));
        TokenNames names = new(to);
        Array.ForEach(tokens, names.Take);
        return names;
    }

    private static Tune Read(IEnumerable<string> tokens) => TuneReader.Read($"<s> {string.Join(' ', tokens)} </s>").Tunes[0];

    // The notes of the moved notation, each with the place of the token that it was made of.
    private static IEnumerable<(int Step, string Name)> Written(List<string> tokens, string tonic)
    {
        Assert.True(Tonic.TryParse(tonic, out Tonic to));
        Dictionary<int, int> steps = [];
        int column = "<s> ".Length + 1;
        for (int step = 0; step < tokens.Count; step++)
        {
            steps[column] = step;
            column += tokens[step].Length + 1;
        }

        TransposedTune moved = Transposer.To(Read(tokens), to);
        Assert.Null(moved.Reason);
        foreach (TuneElement element in moved.Tune!.Voices[0].Elements)
        {
            foreach (
                Note note in element is Chord chord ? chord.Notes
                : element is Note one ? [one]
                : []
            )
            {
                yield return (steps[note.Position.Column], Text(note.Pitch));
            }
        }
    }

    private static string Text(Pitch pitch)
    {
        string letter = pitch.Octave > 0 ? pitch.Letter.ToString().ToLower(CultureInfo.InvariantCulture) : pitch.Letter.ToString();
        string sign = new(pitch.Alteration > 0 ? '♯' : '♭', Math.Abs(pitch.Alteration));
        return letter + sign + (pitch.Octave > 0 ? new string('\'', pitch.Octave - 1) : new string(',', -pitch.Octave));
    }
}
