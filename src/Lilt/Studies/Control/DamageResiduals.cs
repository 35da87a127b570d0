using Lilt.Statistics;

namespace Lilt.Studies.Control;

/// <summary>What of the change of the timing contrast is not explained by damage to everything else.</summary>
/// <remarks>
/// A line is fitted through the changes of all sets, the target's among them, so that nothing tells the target apart from a random set but
/// where it lies: under the null all ranks of its residual are as likely. The line never rises: damage may explain a loss, and a loss
/// alone. Source: docs/control.md.
/// </remarks>
internal static class DamageResiduals
{
    /// <summary>Residuals as near as this are the same, nats: float32 posteriors carry no finer difference of logarithms.</summary>
    public const double Same = 1e-6;

    /// <summary>The residuals.</summary>
    /// <param name="contrast">Changes of the timing contrast, nats, the target's first.</param>
    /// <param name="damage">Changes of the damage to other tokens, nats a token, in the same order.</param>
    public static double[] Of(ReadOnlySpan<double> contrast, ReadOnlySpan<double> damage)
    {
        double meanContrast = Mean(contrast);
        double meanDamage = Mean(damage);
        double together = 0;
        double spread = 0;
        for (int set = 0; set < contrast.Length; set++)
        {
            together += (contrast[set] - meanContrast) * (damage[set] - meanDamage);
            spread += (damage[set] - meanDamage) * (damage[set] - meanDamage);
        }

        double slope = spread > 0 ? Math.Min(0, together / spread) : 0;
        double[] residuals = new double[contrast.Length];
        for (int set = 0; set < contrast.Length; set++)
        {
            residuals[set] = contrast[set] - meanContrast - (slope * (damage[set] - meanDamage));
        }

        return residuals;
    }

    /// <summary>(1 + the number of random sets whose residual is at most the target's)/(sets + 1).</summary>
    /// <param name="residuals">The target's first.</param>
    public static double P(ReadOnlySpan<double> residuals) => PermutationP.Of(AsLow(residuals), residuals.Length - 1);

    /// <summary>How many random sets have a residual that is at most the target's.</summary>
    /// <param name="residuals">The target's first.</param>
    public static int AsLow(ReadOnlySpan<double> residuals)
    {
        int asLow = 0;
        foreach (double residual in residuals[1..])
        {
            asLow += residual <= residuals[0] + Same ? 1 : 0;
        }

        return asLow;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
