using System.Runtime.CompilerServices;

namespace Lilt.Network.Kernels;

/// <summary>
/// exp, sigmoid and tanh in float32, from correctly rounded operations alone, so that their bits are one definition on
/// every machine.
/// </summary>
/// <remarks>
/// The exponential is reduced as e^x = 2^n·e^r with n the whole number nearest x·log₂e and |r| ≤ ½·ln 2 (Cody and Waite's
/// two-part ln 2), and e^r − 1 is a polynomial: the truncated Taylor series to degree 7, whose remainder on the interval,
/// under 6·10⁻⁹, is a tenth of a float32's half ulp. Largest errors over all floats, measured by
/// <c>ActivationsTests</c>: see docs/model.md.
/// Source: W. J. Cody and W. Waite, Software Manual for the Elementary Functions, Prentice-Hall, 1980, chapter 6.
/// </remarks>
internal static class Activations
{
    private const float LogTwoE = 1.44269504f;
    private const float LnTwoHigh = 0.693359375f; // 355/512: n·LnTwoHigh is exact for |n| < 2^14
    private const float LnTwoLow = -2.12194440e-4f;
    private const float Shift = 12582912f; // 1.5·2^23: adding it rounds to the nearest whole number
    private const float LargestExponent = 88.7228394f; // e^x overflows above
    private const float SmallestExponent = -103.972084f; // e^x rounds to zero below
    private const float LargestNear = 87f; // e^-x is normal up to here
    private const float TanhSaturates = 9.5f; // tanh rounds to 1 above 9.02

    /// <summary>e^x; 0 below −103.97, +∞ above 88.72, NaN for NaN; subnormal results are kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector low = TLanes.Broadcast(SmallestExponent);
        TVector high = TLanes.Broadcast(LargestExponent);
        TVector inside = TLanes.SelectLess(x, low, low, TLanes.SelectLess(high, x, high, x));
        TVector n = WholePart<TVector, TLanes>(inside);
        TVector fraction = ExpMinusOne<TVector, TLanes>(inside, n);
        TVector mantissa = TLanes.Add(fraction, TLanes.Broadcast(1f));

        // Two factors, since 2^n itself may be outside the normal range at both ends.
        TVector shift = TLanes.Broadcast(Shift);
        TVector halfShifted = TLanes.FusedMultiplyAdd(n, TLanes.Broadcast(0.5f), shift);
        TVector restShifted = TLanes.Add(TLanes.Subtract(n, TLanes.Subtract(halfShifted, shift)), shift);
        TVector result = TLanes.Multiply(TLanes.Multiply(mantissa, TLanes.PowerOfTwo(halfShifted)), TLanes.PowerOfTwo(restShifted));

        result = TLanes.SelectLess(x, low, TLanes.Broadcast(0f), result);
        return TLanes.SelectLess(high, x, TLanes.Broadcast(float.PositiveInfinity), result);
    }

    /// <summary>1/(1 + e^−x), in (0, 1] and 0 where it is under the smallest subnormal; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Sigmoid<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector zero = TLanes.Broadcast(0f);
        TVector one = TLanes.Broadcast(1f);
        TVector e = Exp<TVector, TLanes>(TLanes.Subtract(zero, TLanes.Abs(x)));
        TVector numerator = TLanes.SelectLess(x, zero, e, one);
        return TLanes.Divide(numerator, TLanes.Add(one, e));
    }

    /// <summary>Whether some lane is so far from 0 that <see cref="NearSigmoid"/> is not for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFarFromZero<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector> => TLanes.AnyLess(TLanes.Broadcast(LargestNear), TLanes.Abs(x));

    /// <summary>
    /// The bits of <see cref="Sigmoid"/> in fewer operations, for |x| up to <see cref="LargestNear"/> and NaN: e^−|x| is normal there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NearSigmoid<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector zero = TLanes.Broadcast(0f);
        TVector one = TLanes.Broadcast(1f);
        TVector negative = TLanes.Subtract(zero, TLanes.Abs(x));
        TVector n = WholePart<TVector, TLanes>(negative);
        TVector mantissa = TLanes.Add(ExpMinusOne<TVector, TLanes>(negative, n), one);
        TVector e = TLanes.Multiply(mantissa, TLanes.PowerOfTwo(TLanes.Add(n, TLanes.Broadcast(Shift))));
        TVector numerator = TLanes.SelectLess(x, zero, e, one);
        return TLanes.Divide(numerator, TLanes.Add(one, e));
    }

    /// <summary>tanh x, in [−1, 1], odd to the bit, −0 for −0; NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        // tanh |x| = m/(m + 2) with m = e^(2|x|) − 1, which loses nothing near 0.
        TVector one = TLanes.Broadcast(1f);
        TVector limit = TLanes.Broadcast(TanhSaturates);
        TVector magnitude = TLanes.Abs(x);
        TVector inside = TLanes.SelectLess(limit, magnitude, limit, magnitude);
        TVector twice = TLanes.Add(inside, inside);
        TVector n = WholePart<TVector, TLanes>(twice);
        TVector fraction = ExpMinusOne<TVector, TLanes>(twice, n);
        TVector scale = TLanes.PowerOfTwo(TLanes.Add(n, TLanes.Broadcast(Shift)));
        TVector m = TLanes.FusedMultiplyAdd(scale, fraction, TLanes.Subtract(scale, one));
        TVector result = TLanes.Divide(m, TLanes.Add(m, TLanes.Broadcast(2f)));
        return TLanes.CopySign(result, x);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector WholePart<TVector, TLanes>(TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector shift = TLanes.Broadcast(Shift);
        return TLanes.Subtract(TLanes.FusedMultiplyAdd(x, TLanes.Broadcast(LogTwoE), shift), shift);
    }

    /// <summary>e^(x − n·ln 2) − 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpMinusOne<TVector, TLanes>(TVector x, TVector n)
        where TVector : struct
        where TLanes : struct, ILanes<TVector>
    {
        TVector r = TLanes.FusedMultiplyAdd(n, TLanes.Broadcast(-LnTwoHigh), x);
        r = TLanes.FusedMultiplyAdd(n, TLanes.Broadcast(-LnTwoLow), r);
        TVector sum = TLanes.Broadcast(1f / 5040f);
        sum = TLanes.FusedMultiplyAdd(sum, r, TLanes.Broadcast(1f / 720f));
        sum = TLanes.FusedMultiplyAdd(sum, r, TLanes.Broadcast(1f / 120f));
        sum = TLanes.FusedMultiplyAdd(sum, r, TLanes.Broadcast(1f / 24f));
        sum = TLanes.FusedMultiplyAdd(sum, r, TLanes.Broadcast(1f / 6f));
        sum = TLanes.FusedMultiplyAdd(sum, r, TLanes.Broadcast(0.5f));
        return TLanes.FusedMultiplyAdd(TLanes.Multiply(r, r), sum, r);
    }
}
