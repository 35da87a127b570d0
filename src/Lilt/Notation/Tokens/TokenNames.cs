using System.Globalization;
using Lilt.Notation.Abc;
using Lilt.Notation.Elements;

namespace Lilt.Notation.Tokens;

/// <summary>
/// What pitch tokens sound, by name, as a transcription goes on: <c>E</c> under <c>K:Cmaj</c> is E, and F♯ where the tune is shown in D.
/// </summary>
/// <remarks>
/// A name is the letter as ABC writes it, small from the C above middle C up; then ♯ or ♭, twice for double ones and nothing for a
/// natural; then the octave's marks: <c>c♯'</c>, <c>B♭,</c>. The signature holds, and an accidental to the bar's end, as
/// <see cref="TuneReader"/> reads them; the tune is moved as <see cref="Transposer"/> moves it, so that names and notation agree.
/// Not for several threads at once.
/// </remarks>
public sealed class TokenNames
{
    private readonly Tonic? tonic;
    private readonly Tonic home;
    private readonly Tonic? writtenIn;
    private readonly VoicePitches pitches = new(Key.None, AccidentalReach.Pitch);
    private Interval interval;
    private Key? respelled;
    private bool hasMusic;

    /// <summary>Names from the beginning of a transcription on.</summary>
    /// <param name="tonic">The tonic that the tune is shown in; null for its own.</param>
    /// <param name="home">The tonic that a key without one, as folk-rnn v3 writes it, stands for; null for C.</param>
    /// <param name="writtenIn">The tonic of the notation that the tokens were made of; null where a model wrote them.</param>
    public TokenNames(Tonic? tonic, Tonic? home = null, Tonic? writtenIn = null)
    {
        this.tonic = tonic;
        this.writtenIn = writtenIn;
        this.home = home ?? Key.CMajor.Tonic!.Value;
    }

    /// <summary>Goes on past a token.</summary>
    /// <param name="token">Its text; one that is no token changes nothing.</param>
    public void Take(string token)
    {
        TokenMeaning meaning = TokenGrammar.Read(token);
        switch (meaning.Kind)
        {
            case TokenKind.Key:
                Enter(KeyText.Parse(meaning.Field).Key!);
                break;
            case TokenKind.Measure:
                hasMusic = true;
                if (meaning.Bar is { Length: > 0, Line: not BarLine.None })
                {
                    pitches.EndMeasure();
                }

                break;
            case TokenKind.Pitch:
                hasMusic = true;
                pitches.Alteration(meaning.Letter, meaning.Octave, meaning.Alteration, isGrace: false);
                break;
            case TokenKind.Rest or TokenKind.Tuplet or TokenKind.ChordStart:
                hasMusic = true;
                break;
        }
    }

    /// <summary>What a token would sound if it came next.</summary>
    /// <param name="token">Its text.</param>
    /// <returns>The name; null for what is no pitch.</returns>
    public string? Of(string token)
    {
        TokenMeaning meaning = TokenGrammar.Read(token);
        if (meaning.Kind != TokenKind.Pitch)
        {
            return null;
        }

        int alteration = meaning.Alteration ?? pitches.Alteration(meaning.Letter, meaning.Octave, null, isGrace: false);
        Pitch pitch = new(meaning.Letter, alteration, meaning.Octave);
        pitch = respelled is { } key ? V3Spelling.Spell(pitch, key) : pitch;
        return Name(interval.Move(pitch) ?? pitch);
    }

    // The heading's key says how far the tune is moved; a key inside it moves as far.
    private void Enter(Key key)
    {
        bool isV3 = key.Tonic is null && key.Mode != Mode.None;
        if (!hasMusic)
        {
            Tonic? from = isV3 ? home : key.Tonic;
            interval =
                tonic is { } to && from is { } own ? Interval.OfTokens(own, Transposer.WithSignature(to, key.Mode), writtenIn) : default;
            respelled = null;
        }

        respelled = isV3 ? new Key(home, key.Mode) : respelled;
        pitches.ChangeKey(key);
    }

    private static string Name(Pitch pitch)
    {
        string letter = pitch.Letter.ToString();
        string sign = pitch.Alteration switch
        {
            -2 => "♭♭",
            -1 => "♭",
            1 => "♯",
            2 => "♯♯",
            _ => string.Empty,
        };
        return pitch.Octave > 0
            ? letter.ToLower(CultureInfo.InvariantCulture) + sign + new string('\'', pitch.Octave - 1)
            : letter + sign + new string(',', -pitch.Octave);
    }
}
