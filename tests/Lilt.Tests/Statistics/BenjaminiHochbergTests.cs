using Lilt.Statistics;
using Xunit;

namespace Lilt.Tests.Statistics;

public sealed class BenjaminiHochbergTests
{
    private const double Rounding = 1e-12;

    [Fact]
    public void Adjust_TheAuthorsFifteen_FindsTheirFour()
    {
        // Benjamini and Hochberg (1995), section 4: at 0.05 the first four are found.
        double[] p =
        [
            0.0001,
            0.0004,
            0.0019,
            0.0095,
            0.0201,
            0.0278,
            0.0298,
            0.0344,
            0.0459,
            0.3240,
            0.4262,
            0.5719,
            0.6528,
            0.7590,
            1.0000,
        ];

        double[] q = BenjaminiHochberg.Adjust(p);

        Assert.Equal(4, q.Count(value => value <= 0.05));
        Assert.Equal(15 * 0.0001, q[0], Rounding);
        Assert.Equal(15 * 0.0095 / 4, q[3], Rounding);
        Assert.Equal(1, q[^1], Rounding);
    }

    [Fact]
    public void Adjust_ALargerPWithASmallerProduct_LowersThoseBeforeIt() =>
        Assert.Equal([0.03, 0.03, 0.03], BenjaminiHochberg.Adjust([0.03, 0.02, 0.025]).Select(q => Math.Round(q, 12)));

    [Fact]
    public void Adjust_TestsThatWereNotMade_CountForNothing()
    {
        double[] q = BenjaminiHochberg.Adjust([0.01, double.NaN, 0.04]);

        Assert.Equal([0.02, 0.04], [q[0], q[2]]);
        Assert.True(double.IsNaN(q[1]));
        Assert.Empty(BenjaminiHochberg.Adjust([]));
    }
}
