using Lilt.Anatomy;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Anatomy;

public sealed class OutputAnatomyTests
{
    // Double-precision factorisations of matrices of at most 40 × 12 numbers near 1.
    private const double FactorTolerance = 1e-12;

    [Theory]
    [InlineData(12, 40)]
    [InlineData(40, 12)]
    [InlineData(9, 9)]
    public void SingularVectors_AnyShape_MakeTheWeightsAgain(int tokens, int units)
    {
        Model model = RandomModel(tokens, units);
        OutputAnatomy anatomy = new(model);
        double[,] sum = new double[tokens, units];
        for (int index = 0; index < anatomy.SingularValues.Length; index++)
        {
            double[] overTokens = anatomy.TokenVector(index);
            double[] overUnits = anatomy.UnitVector(index);
            Assert.Equal(1, overTokens.Sum(value => value * value), FactorTolerance);
            Assert.Equal(1, overUnits.Sum(value => value * value), FactorTolerance);
            Assert.True(overTokens.MaxBy(Math.Abs) > 0);
            for (int token = 0; token < tokens; token++)
            {
                for (int unit = 0; unit < units; unit++)
                {
                    sum[token, unit] += anatomy.SingularValues[index] * overTokens[token] * overUnits[unit];
                }
            }
        }

        Assert.Equal(Math.Min(tokens, units), anatomy.SingularValues.Length);
        for (int index = 1; index < anatomy.SingularValues.Length; index++)
        {
            Assert.True(anatomy.SingularValues[index] <= anatomy.SingularValues[index - 1]);
        }

        for (int token = 0; token < tokens; token++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                Assert.Equal(model.Weights.OutputWeights.Span[(unit * tokens) + token], sum[token, unit], FactorTolerance * 10);
            }
        }
    }

    [Fact]
    public void SingularValues_OneShapeForAllUnits_AreOneAndNoughts()
    {
        Model model = RandomModels.Changed(
            RandomModel(8, 5),
            weights =>
            {
                for (int unit = 0; unit < 5; unit++)
                {
                    for (int token = 0; token < 8; token++)
                    {
                        weights.OutputWeights[(unit * 8) + token] = (unit + 1) * (token - 2);
                    }
                }
            }
        );

        OutputAnatomy anatomy = new(model);

        // Σ (unit + 1)² = 55, Σ (token − 2)² = 4 + 1 + 0 + 1 + 4 + 9 + 16 + 25 = 60.
        Assert.Equal(Math.Sqrt(55.0 * 60), anatomy.SingularValues[0], FactorTolerance * 100);
        Assert.Equal(0, anatomy.SingularValues[1], FactorTolerance * 100);
        Assert.Equal(5 / Math.Sqrt(60), anatomy.TokenVector(0)[7], FactorTolerance);
        Assert.All(anatomy.Correlations().Cast<double>(), correlation => Assert.Equal(1, correlation, FactorTolerance));
    }

    [Fact]
    public void Correlations_RandomWeights_ArePearsons()
    {
        Model model = RandomModels.Changed(RandomModel(12, 6), weights => weights.OutputWeights.AsSpan(3 * 12, 12).Fill(0.3f));
        OutputAnatomy anatomy = new(model);
        double[,] correlations = anatomy.Correlations();
        double[] withBias = anatomy.CorrelationsWithBias();

        for (int one = 0; one < 6; one++)
        {
            Assert.Equal(one == 3 ? 0 : Pearson(anatomy.Shape(one), model.Weights.OutputBias.Span), withBias[one], FactorTolerance);
            for (int other = 0; other < 6; other++)
            {
                double expected =
                    one == other ? 1
                    : one == 3 || other == 3 ? 0
                    : Pearson(anatomy.Shape(one), anatomy.Shape(other));
                Assert.Equal(expected, correlations[one, other], FactorTolerance);
            }
        }
    }

    [Fact]
    public void Favoured_Unit_NamesTheTokensItRaises()
    {
        Model model = RandomModels.Changed(
            RandomModel(5, 2),
            weights => ((float[])[1, 5, 3, 3, -2]).CopyTo(weights.OutputWeights.AsSpan(5))
        );
        OutputAnatomy anatomy = new(model);

        Assert.Equal([(1, 3), (2, 1), (3, 1)], anatomy.Favoured(1, 3).Select(weight => (weight.Token.Index, Math.Round(weight.Weight, 6))));
        Assert.Equal([(4, -4), (0, -1)], anatomy.Disfavoured(1, 2).Select(weight => (weight.Token.Index, Math.Round(weight.Weight, 6))));
        Assert.Throws<ArgumentOutOfRangeException>(() => anatomy.Favoured(2, 1));
    }

    private static double Pearson(ReadOnlySpan<float> one, ReadOnlySpan<float> other)
    {
        double[] a = [.. one.ToArray().Select(value => (double)value)];
        double[] b = [.. other.ToArray().Select(value => (double)value)];
        double meanA = a.Average();
        double meanB = b.Average();
        double product = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return product / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }

    private static Model RandomModel(int tokens, int units)
    {
        NetworkWeights weights = new(new NetworkShape(1, units, tokens));
        Random random = new(tokens);
        foreach (float[] array in (float[][])[weights.OutputWeights, weights.OutputBias])
        {
            for (int index = 0; index < array.Length; index++)
            {
                array[index] = (random.NextSingle() * 2) - 1;
            }
        }

        string[] texts = [Vocabulary.StartText, Vocabulary.EndText, .. Enumerable.Range(2, tokens - 2).Select(index => $"t{index}")];
        return new Model(new Vocabulary(texts), weights, ModelProvenance.Named("random"));
    }
}
