using System.Globalization;
using System.Numerics;

namespace Lilt.Notation;

/// <summary>An exact rational number: the length of a note, a measure or what a measure lacks, in whole notes.</summary>
/// <remarks>
/// Always reduced, the denominator positive; <c>default</c> is 0. Range: numerator and denominator within ±2⁶³; arithmetic that leaves
/// it throws <see cref="OverflowException"/>. Readers only make lengths on the grid of <see cref="ReaderLimits"/>, whose sums over any
/// text they accept stay inside the range.
/// </remarks>
public readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    private readonly long denominatorLessOne;

    /// <param name="numerator">Any number.</param>
    /// <param name="denominator">Any number but 0.</param>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    /// <exception cref="OverflowException">The reduced fraction is out of range.</exception>
    public Fraction(long numerator, long denominator = 1)
    {
        if (denominator == 0)
        {
            throw new DivideByZeroException("A fraction's denominator is 0.");
        }

        if (denominator < 0)
        {
            numerator = checked(-numerator);
            denominator = checked(-denominator);
        }

        if ((denominator & (denominator - 1)) == 0)
        {
            // Nearly every length in music: a power of two is reduced by shifting.
            int shift =
                numerator == 0
                    ? BitOperations.TrailingZeroCount(denominator)
                    : Math.Min(BitOperations.TrailingZeroCount(numerator), BitOperations.TrailingZeroCount(denominator));
            Numerator = numerator >> shift;
            denominatorLessOne = (denominator >> shift) - 1;
            return;
        }

        long divisor = GreatestCommonDivisor(Math.Abs(numerator), denominator);
        Numerator = numerator / divisor;
        denominatorLessOne = (denominator / divisor) - 1;
    }

    /// <summary>0.</summary>
    public static Fraction Zero => default;

    /// <summary>1.</summary>
    public static Fraction One => new(1);

    /// <summary>The numerator, with the sign.</summary>
    public long Numerator { get; }

    /// <summary>The denominator, at least 1.</summary>
    public long Denominator => denominatorLessOne + 1;

    /// <summary>−1, 0 or 1.</summary>
    public int Sign => Math.Sign(Numerator);

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction left, Fraction right) =>
        left.Denominator == right.Denominator
            ? new Fraction(checked(left.Numerator + right.Numerator), left.Denominator)
            : Sum(left, right);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction left, Fraction right) => left + (-right);

    /// <summary>The opposite.</summary>
    public static Fraction operator -(Fraction value) => new(checked(-value.Numerator), value.Denominator);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction left, Fraction right)
    {
        if (IsSmall(left) && IsSmall(right))
        {
            return new Fraction(left.Numerator * right.Numerator, left.Denominator * right.Denominator);
        }

        long a = GreatestCommonDivisor(Math.Abs(left.Numerator), right.Denominator);
        long b = GreatestCommonDivisor(Math.Abs(right.Numerator), left.Denominator);
        return new Fraction(checked(left.Numerator / a * (right.Numerator / b)), checked(left.Denominator / b * (right.Denominator / a)));
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The right side is 0.</exception>
    public static Fraction operator /(Fraction left, Fraction right) => left * new Fraction(right.Denominator, right.Numerator);

    /// <summary>Whether both are the same number.</summary>
    public static bool operator ==(Fraction left, Fraction right) => left.Equals(right);

    /// <summary>Whether they are different numbers.</summary>
    public static bool operator !=(Fraction left, Fraction right) => !left.Equals(right);

    /// <summary>Whether the left is smaller.</summary>
    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left is larger.</summary>
    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left is smaller or the same.</summary>
    public static bool operator <=(Fraction left, Fraction right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left is larger or the same.</summary>
    public static bool operator >=(Fraction left, Fraction right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) =>
        IsSmall(this) && IsSmall(other)
            ? (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator)
            : ((Int128)Numerator * other.Denominator).CompareTo((Int128)other.Numerator * Denominator);

    /// <inheritdoc/>
    public bool Equals(Fraction other) => Numerator == other.Numerator && denominatorLessOne == other.denominatorLessOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, denominatorLessOne);

    /// <summary>The nearest double.</summary>
    public double ToDouble() => (double)Numerator / Denominator;

    /// <summary>The reduced fraction, as <c>-3/4</c>; a whole number without a denominator, as <c>2</c>.</summary>
    public override string ToString() =>
        Denominator == 1
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");

    private static bool IsSmall(Fraction value) => value.Numerator == (int)value.Numerator && value.Denominator <= int.MaxValue;

    private static Fraction Sum(Fraction left, Fraction right)
    {
        if (IsSmall(left) && IsSmall(right) && left.Denominator <= 1 << 20 && right.Denominator <= 1 << 20)
        {
            return new Fraction(
                (left.Numerator * right.Denominator) + (right.Numerator * left.Denominator),
                left.Denominator * right.Denominator
            );
        }

        long divisor = GreatestCommonDivisor(left.Denominator, right.Denominator);
        long rightFactor = left.Denominator / divisor;
        return checked(
            new Fraction(
                (left.Numerator * (right.Denominator / divisor)) + (right.Numerator * rightFactor),
                rightFactor * right.Denominator
            )
        );
    }

    private static long GreatestCommonDivisor(long a, long b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a == 0 ? 1 : a;
    }
}
