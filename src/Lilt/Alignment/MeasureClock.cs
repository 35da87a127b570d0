using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Alignment;

/// <summary>
/// How far a tune has come in its measure, token by token as it is written: what <see cref="OpenPlaces"/> says of it once it is whole.
/// </summary>
/// <param name="meter">The meter.</param>
/// <param name="unit">L, in whole notes.</param>
internal sealed class MeasureClock(Meter meter, Fraction unit)
{
    private readonly VoiceLengths lengths = new(new FindingList(), meter, unit);
    private Fraction last;
    private bool inChord;
    private bool hasFirst;
    private bool takesLength;
    private Fraction? length;
    private bool inBroken;
    private int tupletNotes;

    /// <summary>The duration of notes and rests since the last measure token, in whole notes; a note's own length may still follow.</summary>
    public Fraction Distance { get; private set; }

    /// <summary>Whether nothing is under way but the last note's own length.</summary>
    public bool IsOpen => !inChord && !inBroken && tupletNotes == 0;

    /// <summary>Whether the last token is a note, a rest, a chord or its length: what broken rhythm and ties follow.</summary>
    public bool EndsInNote => takesLength;

    /// <summary><see cref="Distance"/> after a length; null where there is no note whose it could be.</summary>
    /// <remarks>A second length is a fraction upon a whole number: the Swedish format writes 3/2 as <c>3 /2</c>.</remarks>
    /// <param name="multiplier">Of the length.</param>
    public Fraction? After(Fraction multiplier) =>
        takesLength && (length is not { } first || (first.Denominator == 1 && multiplier is { Numerator: 1, Denominator: > 1 }))
            ? Distance - last + (last * multiplier)
            : null;

    /// <summary>Takes the next token.</summary>
    public void Take(TokenMeaning meaning)
    {
        if (meaning.Kind == TokenKind.Duration)
        {
            if (After(meaning.Multiplier) is { } to)
            {
                length = (length ?? Fraction.One) * meaning.Multiplier;
                Lengthen(to);
                if (meaning.BrokenDepth > 0)
                {
                    Break(meaning);
                }
            }

            return;
        }

        takesLength = false;
        length = null;
        switch (meaning.Kind)
        {
            case TokenKind.Measure:
                lengths.CrossBar();
                Distance = Fraction.Zero;
                inChord = inBroken = false;
                tupletNotes = 0;
                break;
            case TokenKind.Meter when Meter.Parse(meaning.Field) is { } changed:
                lengths.ChangeMeter(changed);
                break;
            case TokenKind.Tuplet:
                lengths.Tuplet(default, meaning.Tuplet, 0, 0, isPlain: true);
                tupletNotes = meaning.Tuplet;
                break;
            case TokenKind.ChordStart:
                inChord = true;
                hasFirst = false;
                break;
            case TokenKind.ChordEnd:
                inChord = false;
                takesLength = hasFirst;
                break;
            case TokenKind.Pitch or TokenKind.Rest:
                Note();
                break;
            case TokenKind.Broken:
                Break(meaning);
                break;
        }
    }

    private void Note()
    {
        takesLength = !inChord || !hasFirst;
        if (!takesLength)
        {
            return;
        }

        hasFirst = true;
        inBroken = false;
        tupletNotes = Math.Max(tupletNotes - 1, 0);
        last = lengths.Next(default, Fraction.One);
        Distance += last;
    }

    private void Lengthen(Fraction to)
    {
        last += to - Distance;
        Distance = to;
    }

    private void Break(TokenMeaning meaning)
    {
        Fraction factor = lengths.Break(new BrokenRhythm(default, meaning.BrokenDepth, meaning.IsFirstLonger));
        Lengthen(Distance - last + (last * factor));
        takesLength = false;
        inBroken = true;
    }
}
