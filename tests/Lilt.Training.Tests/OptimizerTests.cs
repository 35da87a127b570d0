using Lilt.Gradients.Kernels;
using Lilt.Training.Kernels;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class OptimizerTests
{
    // Three updates of a dozen float32 operations each on numbers near 1.
    private const double Rounding = 2e-6;

    [Fact]
    public void Step_RmsProp_IsLasagnes()
    {
        TrainingConfig config = new()
        {
            Optimizer = OptimizerKind.RmsProp,
            SecondMomentDecay = 0.9,
            Epsilon = 1e-6,
        };
        double square = 0.0;
        double weight = 1.0;
        Check(
            config,
            (gradient, _) =>
            {
                square = (0.9 * square) + (0.1 * gradient * gradient);
                weight -= 0.01 * gradient / Math.Sqrt(square + 1e-6);
                return weight;
            }
        );
    }

    [Theory]
    [InlineData(OptimizerKind.Adam, 0.0)]
    [InlineData(OptimizerKind.AdamW, 0.3)]
    public void Step_Adam_IsKingmaAndBas(OptimizerKind kind, double decay)
    {
        TrainingConfig config = new()
        {
            Optimizer = kind,
            WeightDecay = 0.3,
            Epsilon = 1e-6,
        };
        double m = 0.0;
        double v = 0.0;
        double weight = 1.0;
        Check(
            config,
            (gradient, update) =>
            {
                m = (0.9 * m) + (0.1 * gradient);
                v = (0.99 * v) + (0.01 * gradient * gradient);
                weight *= 1.0 - (0.01 * decay);
                weight -= 0.01 * (m / (1.0 - Math.Pow(0.9, update + 1))) / (Math.Sqrt(v / (1.0 - Math.Pow(0.99, update + 1))) + 1e-6);
                return weight;
            }
        );
    }

    private static void Check(TrainingConfig config, Func<double, int, double> expected)
    {
        using SmallNetwork network = new(1, 4, 3);
        using Optimizer optimizer = new(config, network.Layout, OptimizerKernels.Best, 2);
        using FloatMemory gradient = new(network.Layout.Length);
        long at = network.Layout.Recurrent(1) + 1;
        network.Weights.Part(at, 1)[0] = 1f;
        double[] gradients = [0.5, -0.25, 0.75];
        for (int update = 0; update < gradients.Length; update++)
        {
            // Half of it comes as the gradient and a factor of two as the clipping's.
            gradient.Part(at, 1)[0] = (float)(gradients[update] / 2);
            optimizer.Step(network.Weights, gradient, 2.0, 0.01, update);
            Assert.Equal(expected(gradients[update], update), network.Weights.Part(at, 1)[0], Rounding);
        }
    }
}
