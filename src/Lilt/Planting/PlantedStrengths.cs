using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Planting;

/// <summary>
/// Makes the units of a layer alike in strength, sd(h) times the norm of all weights that leave a unit, whatever their roles.
/// </summary>
/// <remarks>
/// What a unit lacks is added as a weight into the shut gate of the layer's silent unit, which changes nothing else. sd(h) is measured on
/// tunes of the network itself.
/// </remarks>
internal static class PlantedStrengths
{
    private const int Steps = 1500;
    private const int Longest = 300;

    // Strengths are drawn from once to so many times the largest that a unit has of itself.
    private const double Range = 1.6;

    /// <summary>Adds the weights.</summary>
    /// <param name="wiring">The finished network.</param>
    /// <param name="seed">Of the tunes.</param>
    public static void Even(PlantedWiring wiring, Seed seed)
    {
        double[][] deviations = Deviations(wiring, seed);
        for (int layer = 1; layer <= wiring.Shape.Layers; layer++)
        {
            double[] squares = OutgoingSquares(wiring.Weights, layer);
            int silent = wiring.Units(layer, PlantedRole.Silent)[0];
            int[] units =
            [
                .. Enumerable
                    .Range(0, wiring.Shape.Units)
                    .Where(unit => wiring.Roles(layer)[unit] is not (PlantedRole.Silent or PlantedRole.Grammar)),
            ];
            double largest = units.Max(unit => deviations[layer - 1][unit] * Math.Sqrt(squares[unit]));
            foreach (int unit in units.Where(unit => deviations[layer - 1][unit] > 0))
            {
                double norm = wiring.Between(largest, Range * largest) / deviations[layer - 1][unit];
                wiring.ReadsBack(layer, silent, Gate.Output, unit, Math.Sqrt(Math.Max(0, (norm * norm) - squares[unit])));
            }
        }
    }

    private static double[][] Deviations(PlantedWiring wiring, Seed seed)
    {
        NetworkShape shape = wiring.Shape;
        double[][] sums = [.. Enumerable.Range(0, shape.Layers).Select(_ => new double[shape.Units])];
        double[][] squares = [.. Enumerable.Range(0, shape.Layers).Select(_ => new double[shape.Units])];
        SplitMix64 random = new(seed.Derive("strengths"));

        // The weights are copied by what steps with them, and change afterwards.
        using StepBatch batch = new(new Model(PlantedTokens.Vocabulary, wiring.Weights, ModelProvenance.Named("under construction")), 1);
        NoProbe none = default;
        Queue<Token> prime = [];
        int length = Longest;
        Token next = PlantedTokens.Vocabulary.End;
        for (int step = 0; step < Steps; step++)
        {
            if (next == PlantedTokens.Vocabulary.End || length == Longest)
            {
                batch.Reset(0, ref none);
                prime = new Queue<Token>(PlantedTokens.Header);
                next = PlantedTokens.Vocabulary.Start;
                length = 0;
            }

            batch.SetInput(0, next);
            batch.Step([0], 1, ref none);
            for (int layer = 1; layer <= shape.Layers; layer++)
            {
                ReadOnlySpan<float> h = batch.Hidden(0, layer);
                for (int unit = 0; unit < h.Length; unit++)
                {
                    sums[layer - 1][unit] += h[unit];
                    squares[layer - 1][unit] += (double)h[unit] * h[unit];
                }
            }

            next = prime.TryDequeue(out Token given) ? given : Draw(batch.Posterior(0), (random.Next() >> 11) * Math.ScaleB(1, -53));
            length++;
        }

        return
        [
            .. sums.Zip(
                squares,
                (sum, square) => sum.Zip(square, (s, q) => Math.Sqrt(Math.Max(0, (q / Steps) - (s / Steps * (s / Steps))))).ToArray()
            ),
        ];
    }

    private static Token Draw(ReadOnlySpan<float> posterior, double at)
    {
        double sum = 0;
        for (int token = 0; token < posterior.Length; token++)
        {
            sum += posterior[token];
            if (at < sum)
            {
                return new Token(token);
            }
        }

        return new Token(posterior.Length - 1);
    }

    private static double[] OutgoingSquares(NetworkWeights weights, int layer)
    {
        double[] sums = new double[weights.Shape.Units];
        IEnumerable<float[]> leaving = layer == weights.Shape.Layers ? [weights.OutputWeights] : weights.Layers[layer].InputWeights;
        foreach (float[] rows in weights.Layers[layer - 1].RecurrentWeights.Concat(leaving))
        {
            int width = rows.Length / sums.Length;
            for (int at = 0; at < rows.Length; at++)
            {
                sums[at / width] += (double)rows[at] * rows[at];
            }
        }

        return sums;
    }
}
