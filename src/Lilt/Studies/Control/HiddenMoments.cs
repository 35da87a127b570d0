namespace Lilt.Studies.Control;

/// <summary>Sums of h and h² over the steps of one tune, in double: [S, H].</summary>
internal sealed class HiddenMoments(int layers, int units)
{
    private readonly double[] sums = new double[layers * units];
    private readonly double[] squares = new double[layers * units];
    private int steps;

    /// <summary>Adds a layer's h at one step.</summary>
    /// <param name="layer">From 1.</param>
    /// <param name="hidden">[H].</param>
    public void Add(int layer, ReadOnlySpan<float> hidden)
    {
        int first = (layer - 1) * units;
        for (int unit = 0; unit < hidden.Length; unit++)
        {
            double h = hidden[unit];
            sums[first + unit] += h;
            squares[first + unit] += h * h;
        }

        steps += layer == 1 ? 1 : 0;
    }

    /// <summary>sd(h) of a layer's units over the steps of all tunes together, [H].</summary>
    public static double[] Deviations(IReadOnlyList<HiddenMoments> tunes, int layer, int units)
    {
        double[] deviations = new double[units];
        for (int unit = 0; unit < units; unit++)
        {
            double sum = 0;
            double square = 0;
            long steps = 0;
            foreach (HiddenMoments tune in tunes)
            {
                sum += tune.sums[((layer - 1) * units) + unit];
                square += tune.squares[((layer - 1) * units) + unit];
                steps += tune.steps;
            }

            double mean = sum / steps;
            deviations[unit] = Math.Sqrt(Math.Max(0, (square / steps) - (mean * mean)));
        }

        return deviations;
    }
}
