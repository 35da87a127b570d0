using System.Numerics;
using Lilt.Binding;
using Xunit;

namespace Lilt.Tests.Binding;

public sealed class FisherTransformTests
{
    // Two units of double's last place, and the platform's own atanh may miss by one.
    private const double Relative = 3.5 * 2.2204460492503131e-16;

    [Fact]
    public void Of_FromTinyToTheLargest_IsAtanh()
    {
        Random random = new(1);
        for (int trial = 0; trial < 20_000; trial++)
        {
            // Evenly over the magnitudes of r, and of 1 − |r|.
            double near = Math.Pow(10, -7 * random.NextDouble());
            double r = (trial % 2 == 0 ? near : 1 - near) * (trial % 4 < 2 ? 1 : -1);
            double expected = Math.Atanh(Math.Clamp(r, -FisherTransform.LargestCorrelation, FisherTransform.LargestCorrelation));

            Assert.InRange(FisherTransform.Of(new Vector<double>(r))[0] / expected, 1 - Relative, 1 + Relative);
        }
    }

    [Theory]
    [InlineData(0.0, 0.0)]
    [InlineData(0.5, 0.54930614433405484570)] // ln 3 / 2
    [InlineData(-0.8, -1.09861228866810969140)] // −ln 3
    [InlineData(1.0, 8.405621391)] // as 1 − 1e-7
    [InlineData(-1.5, -8.405621391)] // a float32 sum can pass 1 by its rounding
    public void Of_KnownValues_AreThose(double r, double z) => Assert.Equal(z, FisherTransform.Of(new Vector<double>(r))[0], 1e-9);

    [Fact]
    public void Apply_AnyLane_ScalesAndWeighs()
    {
        float[] values = [.. Enumerable.Range(0, 8 * Vector<float>.Count).Select(index => 0.01f * index)];
        float[] transformed = new float[values.Length];
        FisherTransform.Apply(values, 1.25, -3, transformed);

        for (int index = 0; index < values.Length; index++)
        {
            double r = Math.Min(1.25 * values[index], FisherTransform.LargestCorrelation);
            Assert.Equal(-3 * Math.Atanh(r), transformed[index], 2e-6); // half of float32's last place at 25
        }
    }
}
