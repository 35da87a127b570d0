namespace Lilt.Planting.Causes;

/// <summary>Units of a layer that show together how much of a measure is to go, each on a scale of its own.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">The units.</param>
/// <param name="Weights">What each is read with, so that together they rise by about 1 an eighth.</param>
/// <param name="Values">h of each unit where so much of a measure of so much is to go, in eighths, or in tokens.</param>
internal sealed record PlantedCount(int Layer, int[] Units, double[] Weights, Func<int, double, int, double> Values)
{
    /// <summary>What the units show together.</summary>
    /// <param name="left">What is to go of the measure.</param>
    /// <param name="measure">The whole measure.</param>
    public double Shown(double left, int measure)
    {
        double sum = 0;
        for (int n = 0; n < Units.Length; n++)
        {
            sum += Weights[n] * Values(n, left, measure);
        }

        return sum;
    }
}
