using Lilt.Randomness;
using Lilt.Studies.Control;
using Xunit;

namespace Lilt.Tests.Studies.Control;

public sealed class DamageResidualsTests
{
    /// <summary>A few roundings of doubles near 1.</summary>
    private const double Rounding = 1e-12;

    [Fact]
    public void Of_ContrastThatDamageExplainsWhole_LeavesNothing()
    {
        double[] residuals = DamageResiduals.Of([-5, -1, -2, -3], [0.5, 0.1, 0.2, 0.3]);

        Assert.All(residuals, residual => Assert.Equal(0, residual, Rounding));
        Assert.Equal(1, DamageResiduals.P(residuals));
    }

    [Fact]
    public void Of_DamageThatGoesWithASmallerLoss_ExplainsNothing() => Assert.Equal([-2, 1, 1], DamageResiduals.Of([-3, 0, 0], [0, 1, 2]));

    [Fact]
    public void Of_TargetThatLosesMoreThanItsDamageExplains_IsLowest()
    {
        double[] damage = [0.2, 0.1, 0.2, 0.3, 0.4];
        double[] residuals = DamageResiduals.Of([-6, -1, -2, -3, -4], damage);

        Assert.Equal(0.2, DamageResiduals.P(residuals), Rounding);
        Assert.Equal(0, residuals.Sum(), Rounding);
    }

    [Fact]
    public void P_DifferencesThatFloat32CannotTell_AreTies() =>
        Assert.Equal(1, DamageResiduals.P(DamageResiduals.Of([-1e-7, 0, 0, 1e-7], [0, 0, 0, 0])));

    /// <summary>Contrast and damage go together in sets and target alike: the rank of the residual is even all the same.</summary>
    [Fact]
    public void P_TargetThatIsADrawAmongItsLike_IsUniform()
    {
        const int Trials = 400;
        const int Sets = 19;
        RandomState random = new(3);
        double[] p =
        [
            .. Enumerable
                .Range(0, Trials)
                .Select(_ =>
                {
                    double[] damage = [.. Enumerable.Range(0, Sets + 1).Select(_ => random.NextDouble())];
                    double[] contrast = [.. damage.Select(of => (-2 * of * of) + random.NextDouble())];
                    return DamageResiduals.P(DamageResiduals.Of(contrast, damage));
                }),
        ];

        Assert.True(Uniformity.Distance(p, Sets + 1) < Uniformity.Bound(Trials));
    }
}
