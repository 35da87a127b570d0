using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Subspaces;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed class InterchangePassTests
{
    // A central difference in double, off by the third derivative times 2e-11 and by rounding of some 1e-10.
    private const double Step = 1e-5;

    // Float32 against double: see the gradients of states.
    private const double RelativeTolerance = 1e-5;

    private static readonly NetworkShape Shape = new(3, 6, 9);
    private static readonly Token[] Events = [new Token(2), new Token(5)];

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Take_EveryNumberOfTheBasis_GradientIsTheDifferenceOfTheLoss(int layer, int directions)
    {
        Model model = RandomModels.Create(Shape, 3, 1.2);
        SubspacePair[] pairs = Pairs(5);
        using InterchangePass pass = new(model, layer, pairs, Events, 2);
        double[] basis = RandomSubspace.Rows(directions, pass.Width, 6);
        RowArithmetic.Orthonormalise(basis, pass.Width);
        double[] gradient = new double[basis.Length];

        double loss = pass.Take([4, 0, 3, 1], basis, gradient);

        SubspacePair[] batch = [pairs[4], pairs[0], pairs[3], pairs[1]];
        Assert.Equal(PlainLoss(model, layer, batch, basis), loss, RelativeTolerance * loss);
        double[] expected = new double[basis.Length];
        for (int n = 0; n < basis.Length; n++)
        {
            double kept = basis[n];
            basis[n] = kept + Step;
            double over = PlainLoss(model, layer, batch, basis);
            basis[n] = kept - Step;
            expected[n] = (over - PlainLoss(model, layer, batch, basis)) / (2 * Step);
            basis[n] = kept;
        }

        double largest = expected.Max(Math.Abs);
        for (int n = 0; n < basis.Length; n++)
        {
            Assert.Equal(expected[n], gradient[n], RelativeTolerance * largest);
        }

        Assert.True(largest > 1e-3, "there must be a gradient");
    }

    [Fact]
    public void Take_OneThreadOrMany_SameBits()
    {
        Model model = RandomModels.Create(new NetworkShape(2, 40, 9), 3, 1.2);
        SubspacePair[] pairs = Pairs(7, new NetworkShape(2, 40, 9));
        using InterchangePass one = new(model, 2, pairs, Events, 1);
        using InterchangePass many = new(model, 2, pairs, Events, 3);
        double[] basis = RandomSubspace.Rows(4, one.Width, 6);
        RowArithmetic.Orthonormalise(basis, one.Width);
        double[] ofOne = new double[basis.Length];
        double[] ofMany = new double[basis.Length];

        Assert.Equal(one.Take([0, 1, 2, 3, 4, 5, 6], basis, ofOne), many.Take([0, 1, 2, 3, 4, 5, 6], basis, ofMany));
        Assert.Equal(ofOne, ofMany);
    }

    /// <summary>Pairs of 1 to 4 tokens, one of which has a token after its last reading.</summary>
    internal static SubspacePair[] Pairs(int count, NetworkShape? shape = null)
    {
        NetworkShape of = shape ?? Shape;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(pair =>
                {
                    int steps = 1 + (pair % 4);
                    SplitMix64 random = new(new Seed(2).Derive("pair", pair));
                    Token[] tokens = new Token[steps + (pair == 3 ? 1 : 0)];
                    for (int n = 0; n < tokens.Length; n++)
                    {
                        tokens[n] = new Token(random.Below(of.Tokens));
                    }

                    EventReading[] readings = steps > 2 ? [new(0, false), new(steps - 1, true)] : [new(steps - 1, pair % 2 == 0)];
                    return new SubspacePair(State(ref random, of), State(ref random, of), tokens, readings);
                }),
        ];
    }

    private static float[] State(ref SplitMix64 random, NetworkShape shape)
    {
        float[] state = new float[2 * shape.Layers * shape.Units];
        for (int n = 0; n < state.Length; n++)
        {
            state[n] = (random.Below(2001) - 1000) / 1000f;
        }

        return state;
    }

    private static double PlainLoss(Model model, int layer, SubspacePair[] batch, double[] basis)
    {
        double loss = 0.0;
        foreach (SubspacePair pair in batch)
        {
            ReferenceNetwork<double> network = new(model.Weights);
            double[] target = [.. pair.Target.ToArray().Select(value => (double)value)];
            double[] donor = [.. pair.Donor.ToArray().Select(value => (double)value)];
            Swap(target, donor, 2 * Shape.Units * (layer - 1), basis);
            for (int of = 0; of < Shape.Layers; of++)
            {
                target.AsSpan(2 * of * Shape.Units, Shape.Units).CopyTo(network.Cell[of]);
                target.AsSpan(((2 * of) + 1) * Shape.Units, Shape.Units).CopyTo(network.Hidden[of]);
            }

            for (int step = 0; step < pair.Tokens.Count; step++)
            {
                double[] input = new double[Shape.Tokens];
                input[pair.Tokens[step].Index] = 1.0;
                network.Step(input, 1.0);
                double p = Events.Sum(token => network.Sites[Site.Posterior][token.Index]);
                loss += pair.Readings.Where(reading => reading.Step == step).Sum(reading => -Math.Log(reading.IsDue ? p : 1.0 - p));
            }
        }

        return loss / batch.Length;
    }

    private static void Swap(double[] target, double[] donor, int start, double[] basis)
    {
        int width = 2 * Shape.Units;
        double[] difference = [.. Enumerable.Range(start, width).Select(n => donor[n] - target[n])];
        for (int k = 0; k < basis.Length / width; k++)
        {
            double along = Enumerable.Range(0, width).Sum(n => basis[(k * width) + n] * difference[n]);
            for (int n = 0; n < width; n++)
            {
                target[start + n] += along * basis[(k * width) + n];
            }
        }
    }
}
