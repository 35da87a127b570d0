using Lilt.Network;
using Lilt.Randomness;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class InitialisationTests
{
    // The vectors are orthonormal to double precision and rounded to float32, 6e-8 a term.
    private const double Orthonormal = 1e-6;

    [Theory]
    [InlineData(24, 24)]
    [InlineData(30, 7)]
    [InlineData(1, 16)]
    public void Orthogonal_RowsOrColumns_AreOrthonormal(int rows, int columns)
    {
        float[] matrix = new float[rows * columns];
        Initialisation.Orthogonal(matrix, rows, columns, CounterRandom.OfSeed(2));
        int count = Math.Min(rows, columns);
        for (int a = 0; a < count; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double product = 0.0;
                for (int k = 0; k < Math.Max(rows, columns); k++)
                {
                    product +=
                        rows <= columns
                            ? matrix[(a * columns) + k] * (double)matrix[(b * columns) + k]
                            : matrix[(k * columns) + a] * (double)matrix[(k * columns) + b];
                }

                Assert.Equal(a == b ? 1.0 : 0.0, product, Orthonormal);
            }
        }
    }

    [Fact]
    public void Draw_DefaultRecipe_HasItsBiasesAndDeviations()
    {
        // Of 4 · 137 · 60 numbers the deviation is within 2 % with near certainty.
        const double Tolerance = 0.02;
        NetworkWeights weights = Initialisation.Draw(new TrainingConfig(), new NetworkShape(2, 60, 137), CounterRandom.OfSeed(1), 2);
        float[] inputs = [.. weights.Layers[0].InputWeights.SelectMany(gate => gate)];
        Assert.Equal(0.4, Math.Sqrt(inputs.Average(w => (double)w * w)), 0.4 * Tolerance);
        Assert.All(weights.Layers[1].InputWeights.SelectMany(gate => gate), w => Assert.True(Math.Abs(w) <= Math.Sqrt(6.0 / 120)));
        Assert.All(weights.Layers[0].Biases[(int)Gate.Forget], bias => Assert.Equal(1f, bias));
        Assert.All(weights.Layers[0].Biases[(int)Gate.Input], bias => Assert.Equal(0f, bias));
    }

    [Fact]
    public void Draw_OneThreadOrMany_SameWeights()
    {
        NetworkShape shape = new(2, 16, 9);
        NetworkWeights one = Initialisation.Draw(new TrainingConfig(), shape, CounterRandom.OfSeed(1), 1);
        NetworkWeights many = Initialisation.Draw(new TrainingConfig(), shape, CounterRandom.OfSeed(1), 4);
        Assert.Equal(one.Layers[1].RecurrentWeights[2], many.Layers[1].RecurrentWeights[2]);
    }
}
