using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class HolmTests
{
    /// <summary>A few roundings of doubles near 1.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Adjust_ThreeP_MultipliesByHowManyAreLeftAndNeverFalls()
    {
        double[] holm = Holm.Adjust([0.04, 0.01, 0.03]);

        Assert.Equal(0.06, holm[0], Rounding);
        Assert.Equal(0.03, holm[1], Rounding);
        Assert.Equal(0.06, holm[2], Rounding);
        Assert.Equal([1.0, 1.0], Holm.Adjust([0.6, 0.9]));
    }
}
