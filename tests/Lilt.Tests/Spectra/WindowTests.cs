using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Spectra;

public sealed class WindowTests
{
    // A closed form of five terms against a sum of 147 of them in double precision.
    private const double ClosedFormTolerance = 1e-11;

    // Golden-section search finds a maximum to the root of double's precision.
    private const double SearchTolerance = 1e-7;

    public static TheoryData<WindowShape> Shapes => new(Enum.GetValues<WindowShape>());

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Response_AnyFrequency_IsTheDirectSum(WindowShape shape)
    {
        foreach (int length in (int[])[8, 9, 64, 147])
        {
            Window window = new(shape, length);
            foreach (double frequency in (double[])[0, 1e-9, 0.003, 1.0 / (length - 1), 0.11, 0.25, 0.5, 0.93, 1, -0.2])
            {
                Assert.Equal(DirectResponse(window, frequency), window.Response(frequency), ClosedFormTolerance * length);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Values_AnyShape_AreSymmetricAndReachNoMoreThanOne(WindowShape shape)
    {
        Window window = new(shape, 147);

        Assert.Equal(1, window.Values[73], ClosedFormTolerance);
        for (int n = 0; n < window.Length; n++)
        {
            Assert.Equal(window.Values[n], window.Values[^(n + 1)]);
            Assert.InRange(window.Values[n], -ClosedFormTolerance, 1 + ClosedFormTolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Lobes_AnyShape_StandWhereTheResponseSaysSo(WindowShape shape)
    {
        foreach (int length in (int[])[8, 20, 147, 1000])
        {
            Window window = new(shape, length);
            WindowLobes lobes = window.Lobes;
            double height = window.Response(0);

            Assert.Equal(height / 2, window.Response(lobes.HalfWidth), ClosedFormTolerance * length);
            Assert.True(lobes.HalfWidth < lobes.FirstNull && lobes.FirstNull < lobes.Sidelobe && lobes.Sidelobe <= 0.5);
            Assert.Equal(0, window.Response(lobes.FirstNull), ClosedFormTolerance * length);
            double peak = window.Response(lobes.Sidelobe);
            double apart = 1e-3 / length;
            Assert.True(window.Response(lobes.Sidelobe - apart) < peak);
            Assert.True(lobes.Sidelobe + apart > 0.5 || window.Response(lobes.Sidelobe + apart) < peak);
            Assert.Equal(20 * Math.Log10(peak / height), lobes.SidelobeDecibels, SearchTolerance);
        }
    }

    [Fact]
    public void Lobes_RectangularOf147_HasTheDirichletKernelsNullsAndSidelobe()
    {
        WindowLobes lobes = new Window(WindowShape.Rectangular, 147).Lobes;

        Assert.Equal(1.0 / 147, lobes.FirstNull, ClosedFormTolerance);
        // tan x = x has its first root at 1.4303 π; for 147 values the kernel is within 1e-4 of sinc.
        Assert.Equal(1.4303, lobes.Sidelobe * 147, 1e-3);
        Assert.Equal(-13.26, lobes.SidelobeDecibels, 0.01);
    }

    [Fact]
    public void Lobes_HannOf147_HasItsMainLobeOverTwoOf146()
    {
        WindowLobes lobes = new Window(WindowShape.Hann, 147).Lobes;

        // (N − 1)-periodic cosine: half height exactly one 1/(N − 1) away but for the end values' share, 1/N².
        Assert.Equal(1.0 / 146, lobes.HalfWidth, 1e-4 / 146);
        Assert.Equal(2.0 / 146, lobes.FirstNull, 1e-4 / 146);
        Assert.True(lobes.SidelobeDecibels < -30);
    }

    [Fact]
    public void Constructor_TooShort_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Window(WindowShape.Hann, Window.MinimumLength - 1));

    private static double DirectResponse(Window window, double frequency)
    {
        double real = 0;
        double imaginary = 0;
        for (int n = 0; n < window.Length; n++)
        {
            real += window.Values[n] * Math.Cos(2 * Math.PI * frequency * n);
            imaginary -= window.Values[n] * Math.Sin(2 * Math.PI * frequency * n);
        }

        return Math.Sqrt((real * real) + (imaginary * imaginary));
    }
}
