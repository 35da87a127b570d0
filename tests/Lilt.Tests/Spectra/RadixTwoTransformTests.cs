using Lilt.Spectra;
using MathNet.Numerics.IntegralTransforms;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class RadixTwoTransformTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(512)]
    [InlineData(2048)]
    public void Forward_Noise_IsMathNetsToTheBit(int points)
    {
        double[] real = TestSequences.Noise(points, 3);
        double[] imaginary = TestSequences.Noise(points, 4);
        double[] expectedReal = [.. real];
        double[] expectedImaginary = [.. imaginary];
        Fourier.Forward(expectedReal, expectedImaginary, FourierOptions.NoScaling);

        new RadixTwoTransform(points).Forward(real, imaginary);

        Assert.Equal(expectedReal.Select(BitConverter.DoubleToInt64Bits), real.Select(BitConverter.DoubleToInt64Bits));
        Assert.Equal(expectedImaginary.Select(BitConverter.DoubleToInt64Bits), imaginary.Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Forward_Twice_TurnsTimeRound()
    {
        const int Points = 64;
        const double Tolerance = 1e-12; // 64 points of noise in double
        double[] noise = TestSequences.Noise(Points, 5);
        double[] real = [.. noise];
        double[] imaginary = new double[Points];
        RadixTwoTransform transform = new(Points);

        transform.Forward(real, imaginary);
        transform.Forward(real, imaginary);

        for (int n = 0; n < Points; n++)
        {
            Assert.Equal(Points * noise[(Points - n) % Points], real[n], Tolerance * Points);
            Assert.Equal(0, imaginary[n], Tolerance * Points);
        }
    }
}
