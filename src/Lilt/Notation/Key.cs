using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Lilt.Notation.Abc;

namespace Lilt.Notation;

/// <summary>A key: its tonic, its mode and the alterations that its signature lays on the seven letters. Immutable.</summary>
public sealed class Key : IEquatable<Key>
{
    private static readonly ImmutableArray<int> NoAlterations = [0, 0, 0, 0, 0, 0, 0];

    private readonly ImmutableArray<int> alterations;

    /// <summary>The key of a tonic and a mode with the usual signature.</summary>
    /// <param name="tonic">The tonic; null for a key that names only its mode, as folk-rnn v3 does: it has no signature.</param>
    /// <param name="mode">The mode.</param>
    public Key(Tonic? tonic, Mode mode)
        : this(tonic, mode, tonic is { } named && mode != Mode.None ? Signature(SharpsOf(named, mode)) : NoAlterations) { }

    internal Key(Tonic? tonic, Mode mode, ImmutableArray<int> alterations)
    {
        Tonic = tonic;
        Mode = mode;
        this.alterations = alterations;
    }

    /// <summary>C major.</summary>
    public static Key CMajor { get; } = new(new Tonic(Letter.C, 0), Mode.Major);

    /// <summary>No key: <c>K:none</c>, no signature.</summary>
    public static Key None { get; } = new(null, Mode.None);

    /// <summary>The tonic; null where none is named.</summary>
    public Tonic? Tonic { get; }

    /// <summary>The mode.</summary>
    public Mode Mode { get; }

    /// <summary>Whether the signature is more than tonic and mode say: explicit accidentals were written.</summary>
    public bool HasExplicitAccidentals => !alterations.AsSpan().SequenceEqual(new Key(Tonic, Mode).alterations.AsSpan());

    /// <summary>The sharps of a usual signature, flats negative: 2 for D major, −3 for C minor. Beyond ±7 no signature exists.</summary>
    public static int SharpsOf(Tonic tonic, Mode mode)
    {
        ReadOnlySpan<int> major = [0, 2, 4, -1, 1, 3, 5];
        int shift = mode switch
        {
            Mode.Lydian => 1,
            Mode.Mixolydian => -1,
            Mode.Dorian => -2,
            Mode.Minor => -3,
            Mode.Phrygian => -4,
            Mode.Locrian => -5,
            _ => 0,
        };
        return major[(int)tonic.Letter] + (7 * tonic.Alteration) + shift;
    }

    /// <summary>
    /// Reads a key as a person types it: <c>G</c>, <c>Bb minor</c>, <c>Ddor</c>, <c>D dorian</c>, <c>dorian</c>, with accidentals of its own
    /// behind it (<c>D ^c</c>).
    /// </summary>
    /// <param name="text">The text, as it follows ABC's <c>K:</c>.</param>
    /// <param name="key">The key; null where it is none.</param>
    /// <returns>Whether it is one, and nothing else.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Key? key)
    {
        ArgumentNullException.ThrowIfNull(text);
        KeyText read = KeyText.Parse(text);
        key = read is { Unread: [], Staff: null } && !string.IsNullOrWhiteSpace(text) ? read.Key : null;
        return key is not null;
    }

    /// <summary>The semitones that the signature lays on a letter, −2 to 2.</summary>
    public int Alteration(Letter letter) => alterations[(int)letter];

    /// <inheritdoc/>
    public bool Equals(Key? other) =>
        other is not null && Tonic == other.Tonic && Mode == other.Mode && alterations.AsSpan().SequenceEqual(other.alterations.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Key);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Tonic, Mode, alterations[0], alterations[3], alterations[6]);

    /// <summary>
    /// The key as ABC writes it, as <c>Bbdor</c>, <c>Cmaj</c> or <c>none</c>; explicit accidentals follow, behind <c>D exp</c> in place of
    /// a signature.
    /// </summary>
    public override string ToString()
    {
        string mode = Mode switch
        {
            Mode.Major => "maj",
            Mode.Minor => "min",
            Mode.Dorian => "dor",
            Mode.Mixolydian => "mix",
            Mode.Phrygian => "phr",
            Mode.Lydian => "lyd",
            Mode.Locrian => "loc",
            _ => Tonic is null ? "none" : " exp",
        };
        string text = $"{Tonic}{mode}";
        Key usual = new(Tonic, Mode);
        for (Letter letter = Letter.C; letter <= Letter.B; letter++)
        {
            if (Alteration(letter) != usual.Alteration(letter))
            {
                text += " " + new Pitch(letter, Alteration(letter), 1);
            }
        }

        return text;
    }

    /// <summary>The alterations of a signature of sharps (flats negative), C to B; more than seven wrap to double ones.</summary>
    internal static ImmutableArray<int> Signature(int sharps)
    {
        ReadOnlySpan<Letter> order = [Letter.F, Letter.C, Letter.G, Letter.D, Letter.A, Letter.E, Letter.B];
        int[] result = new int[7];
        for (int i = 0; i < Math.Min(Math.Abs(sharps), 14); i++)
        {
            result[(int)order[sharps > 0 ? i % 7 : 6 - (i % 7)]] += Math.Sign(sharps);
        }

        return [.. result];
    }

    /// <summary>This key with explicit accidentals laid over its signature.</summary>
    internal Key With(IReadOnlyList<(Letter Letter, int Alteration)> accidentals)
    {
        ImmutableArray<int>.Builder changed = alterations.ToBuilder();
        foreach ((Letter letter, int alteration) in accidentals)
        {
            changed[(int)letter] = alteration;
        }

        return new Key(Tonic, Mode, changed.MoveToImmutable());
    }
}
