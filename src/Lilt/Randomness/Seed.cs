using System.Globalization;
using System.Text.Json.Serialization;

namespace Lilt.Randomness;

/// <summary>What random numbers begin from: the same seed gives the same numbers on every machine.</summary>
/// <remarks>
/// A seed that somebody names is a whole number from 0 to 4,294,967,295: what <see cref="RandomState"/>, NumPy's generator, takes, and what
/// files hold. A derived one has 64 bits, which everything takes that is not drawn by that generator: shifts, resamples, random sets,
/// planted networks, training. There are two ways from a seed to another. <c>seed + n</c> is the seed of tune n, by which any tune can be
/// made again alone. <see cref="Derive"/> parts what must have nothing in common: no sum of a seed and a number is safe there.
/// </remarks>
/// <param name="Value">0 to 2⁶⁴ − 1.</param>
[JsonConverter(typeof(SeedText))]
public readonly record struct Seed(ulong Value)
{
    /// <summary>The largest seed that <see cref="RandomState"/> takes: 2³² − 1.</summary>
    public const uint Largest = uint.MaxValue;

    /// <summary>A seed that somebody names.</summary>
    /// <param name="value">0 to <see cref="Largest"/>.</param>
    public static implicit operator Seed(uint value) => new(value);

    /// <summary>The seed of tune n of a run; after <see cref="Largest"/> comes 0.</summary>
    /// <param name="seed">The seed of tune 0, up to <see cref="Largest"/>.</param>
    /// <param name="tunes">How many tunes further on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The seed is over <see cref="Largest"/>: it has no tunes after it.</exception>
    public static Seed operator +(Seed seed, long tunes) => new(unchecked((uint)(seed.OfTunes() + tunes)));

    /// <summary>Whether as many tunes can be drawn, from this seed's on, without one over <see cref="Largest"/>.</summary>
    /// <param name="tunes">How many, at least 1.</param>
    public bool HasRoomFor(long tunes) => Value <= Largest && tunes - 1 <= (long)(Largest - Value);

    /// <summary>The lower 32 bits: a derived seed made one that <see cref="RandomState"/> takes.</summary>
    public Seed LowerBits => new(unchecked((uint)Value));

    /// <summary>The seed of a stream of its own: a mixture of this seed, the stream's name and numbers that tell it from its kind.</summary>
    /// <remarks>
    /// Each value is absorbed by a multiplication with an odd number, an addition and MurmurHash3's finaliser, all of them invertible: for
    /// one name and its numbers no two seeds derive the same, and for one seed no two last numbers do. The length of the name and how many
    /// numbers follow are absorbed as well. Source of the finaliser: A. Appleby, MurmurHash3, fmix64, 2011, another than
    /// <see cref="SplitMix64"/>'s own.
    /// </remarks>
    /// <param name="stream">What the numbers are for.</param>
    /// <param name="numbers">Which of its kind: a layer, a tune.</param>
    /// <returns>A seed of 64 bits.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is empty.</exception>
    public Seed Derive(string stream, params ReadOnlySpan<int> numbers)
    {
        ArgumentException.ThrowIfNullOrEmpty(stream);
        ulong derived = Absorb(Absorb(Value, (ulong)stream.Length), (ulong)numbers.Length);
        foreach (char letter in stream)
        {
            derived = Absorb(derived, letter);
        }

        foreach (int number in numbers)
        {
            derived = Absorb(derived, unchecked((ulong)number));
        }

        return new Seed(derived);
    }

    /// <summary>The number, in digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The seed as <see cref="RandomState"/> takes it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is over <see cref="Largest"/>.</exception>
    internal uint OfTunes() =>
        Value <= Largest
            ? (uint)Value
            : throw new ArgumentOutOfRangeException(
                null,
                $"Seed {this} is over {Largest}, the largest that tunes are drawn with: name a smaller one, or take a derived seed's LowerBits."
            );

    private static ulong Absorb(ulong state, ulong value)
    {
        ulong mixed = unchecked((state * 0xD1342543DE82EF95) + value + 0x2545F4914F6CDD1D);
        mixed = (mixed ^ (mixed >> 33)) * 0xFF51AFD7ED558CCD;
        mixed = (mixed ^ (mixed >> 33)) * 0xC4CEB9FE1A85EC53;
        return mixed ^ (mixed >> 33);
    }
}
