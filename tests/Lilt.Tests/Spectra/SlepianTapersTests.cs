using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class SlepianTapersTests
{
    private const double Rounding = 1e-10;

    [Theory]
    [InlineData(32, 2, 3)]
    [InlineData(147, 2, 3)]
    [InlineData(500, 2, 3)]
    [InlineData(101, 4, 7)]
    public void Tapers_OfALength_AreOrthonormal(int length, double product, int count)
    {
        SlepianTapers tapers = new(length, product, count);

        for (int one = 0; one < count; one++)
        {
            for (int other = 0; other < count; other++)
            {
                Assert.Equal(one == other ? 1 : 0, Dot(tapers[one], tapers[other]), Rounding);
            }
        }
    }

    // What the tapers are defined by: each is an eigenvector of the kernel sin 2πW(m − n) / π(m − n), its eigenvalue the share of power
    // within W.
    [Theory]
    [InlineData(64, 2, 3)]
    [InlineData(147, 2, 3)]
    [InlineData(100, 3.5, 6)]
    public void Tapers_UnderTheKernelOfTheBand_KeepTheirShape(int length, double product, int count)
    {
        SlepianTapers tapers = new(length, product, count);
        double before = 1;
        for (int taper = 0; taper < count; taper++)
        {
            double[] image = new double[length];
            for (int m = 0; m < length; m++)
            {
                for (int n = 0; n < length; n++)
                {
                    image[m] +=
                        tapers[taper][n]
                        * (
                            m == n ? 2 * tapers.HalfBandwidth : Math.Sin(2 * Math.PI * tapers.HalfBandwidth * (m - n)) / (Math.PI * (m - n))
                        );
                }
            }

            double share = Dot(image, tapers[taper]);
            Assert.InRange(share, taper < count - 1 ? 0.98 : 0.9, before);
            Assert.All(Enumerable.Range(0, length), n => Assert.Equal(share * tapers[taper][n], image[n], Rounding));
            before = share;
        }
    }

    [Fact]
    public void Tapers_NwTwo_HoldTheKnownShares()
    {
        // To four digits, for sequences that are not short.
        SlepianTapers tapers = new(2000, 2, 3);
        double[] shares = [.. Enumerable.Range(0, 3).Select(taper => Share(tapers[taper].ToArray(), tapers.HalfBandwidth))];

        Assert.Equal([0.9999, 0.9976, 0.9594], shares.Select(share => Math.Round(share, 4)));
    }

    [Fact]
    public void Tapers_EvenAndOdd_HaveTheSignsThatAreSaid()
    {
        SlepianTapers tapers = new(90, 2, 3);

        for (int n = 0; n < 90; n++)
        {
            Assert.True(tapers[0][n] > 0);
            Assert.Equal(tapers[0][n], tapers[0][89 - n], Rounding);
            Assert.Equal(tapers[1][n], -tapers[1][89 - n], Rounding);
        }

        Assert.True(tapers[1][20] > 0);
        Assert.True(tapers[2].ToArray().Sum() > 0);
    }

    [Fact]
    public void New_NumbersOutOfRange_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlepianTapers(4, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlepianTapers(64, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlepianTapers(64, 2, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SlepianTapers(64, 2, 65));
    }

    // The kernel's quadratic form by its lags: the autocorrelation of the taper, times the kernel.
    private static double Share(double[] taper, double halfBandwidth)
    {
        double sum = 2 * halfBandwidth * Dot(taper, taper);
        for (int lag = 1; lag < taper.Length; lag++)
        {
            sum +=
                2
                * Dot(taper.AsSpan(lag), taper.AsSpan(0, taper.Length - lag))
                * Math.Sin(2 * Math.PI * halfBandwidth * lag)
                / (Math.PI * lag);
        }

        return sum;
    }

    private static double Dot(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double sum = 0;
        for (int n = 0; n < one.Length; n++)
        {
            sum += one[n] * other[n];
        }

        return sum;
    }
}
