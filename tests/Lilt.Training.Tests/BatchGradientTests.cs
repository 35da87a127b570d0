using Lilt.Gradients;
using Lilt.Gradients.Kernels;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Training.Tests.Reference;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class BatchGradientTests
{
    // Float32 against double: a gradient is a sum over some 40 rows of products of a chain of some ten factors, each rounded to
    // 6e-8; 3e-6 of the largest gradient holds them with room, and a missing term is thousands of times larger.
    private const double RelativeTolerance = 3e-6;

    private const double LossTolerance = 1e-6;

    [Theory]
    [InlineData(1, 5, 4, 1, 3)]
    [InlineData(2, 7, 9, 1, 2)]
    [InlineData(3, 20, 11, 4, 4)]
    [InlineData(3, 33, 40, 16, 5)]
    public void Compute_AgainstDoublePrecision_EveryGradientAgrees(int layers, int units, int tokens, int lanes, int tunesAShard)
    {
        using SmallNetwork network = new(layers, units, tokens, lanes);
        CorpusTune[] tunes = network.Tunes(1, 9, 4, 9, 2, 13, 6);
        Check(network, new DoubleLstm(network.Shape), tunes, tunesAShard, default, false);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Compute_WithDropout_IsTheGradientOfTheMaskedNetwork(bool dropOutput)
    {
        using SmallNetwork network = new(3, 12, 10);
        Dropout dropout = new(0.4, CounterRandom.OfSeed(3));
        DoubleLstm reference = new(network.Shape)
        {
            Masks = (tune, layer, step) => layer < 3 || dropOutput ? Mask(dropout, tune, layer, step, network.Layout.PaddedUnits) : null,
        };
        Check(network, reference, network.Tunes(5, 8, 3, 8), 2, dropout, dropOutput);
    }

    [Fact]
    public void Compute_WithLimitedGates_LimitsEachStepsGradient()
    {
        const float Limit = 2e-3f;
        using SmallNetwork network = new(2, 10, 8, 0, Limit);
        DoubleLstm reference = new(network.Shape) { GateLimit = Limit };
        Check(network, reference, network.Tunes(6, 9, 4), 2, default, false);
    }

    [Fact]
    public void Compute_OneThreadOrMany_SameBits()
    {
        using SmallNetwork one = new(3, 40, 30, 0, float.PositiveInfinity, 1);
        using SmallNetwork many = new(3, 40, 30, 0, float.PositiveInfinity, 4);
        IReadOnlyList<PackedTunes> shards = BatchPlan.Shards(one.Tunes(30, 12, 17, 5, 29, 8, 30, 21, 2), 2);
        Dropout dropout = new(0.3, CounterRandom.OfSeed(8));

        double lossOfOne = one.Gradient.Compute(shards, dropout, true, 0.01f);
        double lossOfMany = many.Gradient.Compute(shards, dropout, true, 0.01f);

        Assert.Equal(lossOfOne, lossOfMany);
        Assert.Equal(one.Gradient.Norm(), many.Gradient.Norm());
        Assert.True(Same(one.Gradient.Gradient, many.Gradient.Gradient));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void Compute_AnyLanes_SameBitsAsOneLane(int lanes)
    {
        using SmallNetwork scalar = new(2, 40, 30, 1);
        using SmallNetwork wide = new(2, 40, 30, lanes);
        IReadOnlyList<PackedTunes> shards = BatchPlan.Shards(scalar.Tunes(11, 4, 9, 7, 7), 3);

        Assert.Equal(scalar.Gradient.Compute(shards, default, false, 0.1f), wide.Gradient.Compute(shards, default, false, 0.1f));
        Assert.True(Same(scalar.Gradient.Gradient, wide.Gradient.Gradient));
    }

    [Fact]
    public void Compute_ManyRows_CrossesEveryBlockOfTheProducts()
    {
        // Over 256 rows and 252 units, so that the outer product takes several blocks both ways.
        using SmallNetwork network = new(2, 270, 6);
        CorpusTune[] tunes = network.Tunes(90, 80, 70, 60);
        Check(network, new DoubleLstm(network.Shape), tunes, 4, default, false);
    }

    private static void Check(
        SmallNetwork network,
        DoubleLstm reference,
        CorpusTune[] tunes,
        int tunesAShard,
        Dropout dropout,
        bool dropOutput
    )
    {
        double[] parameters = DoubleLstm.Flatten(network.Plain);
        double[] expected = new double[parameters.Length];
        double expectedLoss = 0.0;
        int rows = tunes.Sum(tune => tune.Steps);
        double scale = 1.0 / rows;
        foreach (CorpusTune tune in tunes)
        {
            expectedLoss += reference.Tune(parameters, tune.Position, [.. tune.Tokens.Select(token => token.Index)], scale, expected);
        }

        double loss = network.Gradient.Compute(BatchPlan.Shards(tunes, tunesAShard), dropout, dropOutput, (float)scale);
        NetworkWeights plain = ParameterCopy.Write(network.Layout, network.Gradient.Gradient);
        double[] gradient = DoubleLstm.Flatten(plain);

        Assert.Equal(expectedLoss / rows, loss / rows, LossTolerance);
        double largest = expected.Max(Math.Abs);
        for (int n = 0; n < expected.Length; n++)
        {
            Assert.Equal(expected[n], gradient[n], RelativeTolerance * largest);
        }
    }

    private static unsafe double[] Mask(Dropout dropout, int tune, int layer, int step, int units)
    {
        float[] ones = new float[units];
        Array.Fill(ones, 1f);
        float[] masked = new float[units];
        byte[] kept = new byte[units];
        fixed (
            float* source = ones,
                destination = masked
        )
        {
            fixed (byte* bits = kept)
            {
                dropout.Apply(tune, layer, step, source, bits, destination, units);
            }
        }

        return [.. masked.Select(value => (double)value)];
    }

    private static bool Same(FloatMemory left, FloatMemory right) =>
        left.Part(0, (int)left.Length).SequenceEqual(right.Part(0, (int)right.Length));
}
