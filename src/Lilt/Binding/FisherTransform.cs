using System.Numerics;
using System.Runtime.CompilerServices;

namespace Lilt.Binding;

/// <summary>Fisher's z = atanh r of many correlations at once.</summary>
/// <remarks>
/// With k such that m = (1 + |r|)/(1 − |r|)/2^k lies in [√½, √2), atanh |r| = k ln 2 / 2 + atanh s, s = (m − 1)/(m + 1), |s| under 0.1716;
/// two fused multiply-adds give s to its last places without m, and its series ends with the term of s²¹, whose successors are under 2⁻⁵⁵
/// of the sum. The error is under two units of the last place of double. Made from operations that round alike on every machine: so are the
/// results. Source: R. A. Fisher, "On the 'probable error' of a coefficient of correlation deduced from a small sample", Metron 1 (1921).
/// </remarks>
internal static class FisherTransform
{
    /// <summary>atanh of ±1 is infinite; a unit bound perfectly counts as one at this distance from it (z = 8.4).</summary>
    public const double LargestCorrelation = 1 - 1e-7;

    private const double HalfOfLn2 = 0.34657359027997265;
    private const int ExponentBits = 52;

    // 2^52's bits, and as a number with the exponent's bias: an exponent's bits under the first are that exponent over the second.
    private const long BitsOf2To52 = 0x4330000000000000;
    private const double BiasOver2To52 = 4503599627370496.0 + 1023;

    // 1's bits less those of √½ (its first 20 fraction bits): added to a number's bits, the exponent is that of the nearest power of two.
    private const long ToNearestPower = 0x3FF0000000000000 - 0x3FE6A09E00000000;

    /// <summary>weight · atanh(scale · x), the correlation held within ± <see cref="LargestCorrelation"/>.</summary>
    /// <param name="values">x; as many as whole vectors hold.</param>
    /// <param name="scale">Makes x a correlation.</param>
    /// <param name="weight">What the transform is multiplied by.</param>
    /// <param name="destination">As many, may be the same memory.</param>
    public static void Apply(ReadOnlySpan<float> values, double scale, double weight, Span<float> destination)
    {
        for (int at = 0; at < values.Length; at += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values[at..]), out Vector<double> low, out Vector<double> high);
            Vector.Narrow(weight * Of(scale * low), weight * Of(scale * high)).CopyTo(destination[at..]);
        }
    }

    /// <summary>atanh of each lane, held within ± <see cref="LargestCorrelation"/>.</summary>
    /// <remarks>
    /// Inlined, so that the first loop over it runs compiled in full: a short run would be over before the runtime compiled it again.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<double> Of(Vector<double> correlation)
    {
        Vector<double> one = Vector<double>.One;
        Vector<double> size = Vector.Min(Vector.Abs(correlation), new Vector<double>(LargestCorrelation));
        Vector<long> bits = Vector.AsVectorInt64((one + size) / (one - size)) + new Vector<long>(ToNearestPower);
        Vector<long> exponent = Vector.ShiftRightLogical(bits, ExponentBits);
        Vector<double> power = Vector.AsVectorDouble(Vector.ShiftLeft(exponent, ExponentBits));
        Vector<double> s =
            Vector.FusedMultiplyAdd(size, one + power, one - power) / Vector.FusedMultiplyAdd(size, one - power, one + power);
        Vector<double> square = s * s;
        Vector<double> series = new(1.0 / 21);
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 19));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 17));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 15));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 13));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 11));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 9));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 7));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 5));
        series = Vector.FusedMultiplyAdd(series, square, new Vector<double>(1.0 / 3));
        series = Vector.FusedMultiplyAdd(series, square, one);
        Vector<double> k = Vector.AsVectorDouble(exponent | new Vector<long>(BitsOf2To52)) - new Vector<double>(BiasOver2To52);
        Vector<double> transformed = Vector.FusedMultiplyAdd(k, new Vector<double>(HalfOfLn2), s * series);
        return Vector.CopySign(transformed, correlation);
    }
}
