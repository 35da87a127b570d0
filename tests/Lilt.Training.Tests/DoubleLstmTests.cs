using Lilt.Network;
using Lilt.Training.Tests.Reference;
using Xunit;

namespace Lilt.Training.Tests;

public sealed class DoubleLstmTests
{
    // A central difference over 1e-5 is off by the third derivative times 2e-11 and by rounding of about 1e-10.
    private const double Step = 1e-5;
    private const double Tolerance = 2e-9;

    [Fact]
    public void Tune_EveryParameter_GradientIsTheDifferenceOfItsLoss()
    {
        using SmallNetwork network = new(2, 3, 5);
        DoubleLstm reference = new(network.Shape)
        {
            Masks = static (tune, layer, step) =>
                [.. Enumerable.Range(0, 3).Select(unit => (tune + layer + step + unit) % 3 == 0 ? 0.0 : 1.5)],
        };
        double[] parameters = DoubleLstm.Flatten(network.Plain);
        int[] tokens = [.. network.Tunes(7)[0].Tokens.Select(token => token.Index)];
        double[] gradient = new double[parameters.Length];
        reference.Tune(parameters, 0, tokens, 1.0, gradient);

        Assert.Equal(reference.Count, parameters.Length);
        for (int n = 0; n < parameters.Length; n++)
        {
            double kept = parameters[n];
            parameters[n] = kept + Step;
            double over = reference.Tune(parameters, 0, tokens);
            parameters[n] = kept - Step;
            double under = reference.Tune(parameters, 0, tokens);
            parameters[n] = kept;
            Assert.Equal((over - under) / (2 * Step), gradient[n], Tolerance);
        }
    }

    [Fact]
    public void Flatten_CountsEveryWeight()
    {
        NetworkShape shape = new(3, 4, 6);
        Assert.Equal(shape.Parameters + shape.InitialStateParameters, new DoubleLstm(shape).Count);
    }
}
