using Lilt.Gradients;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Gradients;

public sealed class TunePassTests
{
    // A central difference over 1e-5 in double is off by the third derivative times 2e-11 and by rounding of some 1e-10.
    private const double Step = 1e-5;

    // Float32 against double: sums of some twenty products of chains of some ten factors, each rounded to 6e-8; a missing term is
    // thousands of times larger.
    private const double RelativeTolerance = 3e-6;

    private static readonly NetworkShape Small = new(3, 6, 9);

    [Fact]
    public void StateGradient_EveryLayersState_IsTheDifferenceOfTheLoss()
    {
        using GradientNetwork network = new(Small);
        PackedSteps steps = network.Steps(5, 3, 3, 1);
        using TuneStates states = network.States(1, steps.Count);
        using TuneStates gradients = new(network.Layout, 1);

        double loss = network.Gradient(1, steps, new CurvedLoss(new float[steps.Rows * Small.Tokens]), gradients);

        List<(double Expected, double Found)> pairs = [];
        double expectedLoss = 0.0;
        for (int tune = 0; tune < steps.Count; tune++)
        {
            expectedLoss += PlainLoss(network, steps, states, tune, null, 0.0);
            foreach (Site site in StateSites())
            {
                ReadOnlySpan<float> found = Of(gradients, site, tune);
                for (int unit = 0; unit < Small.Units; unit++)
                {
                    double over = PlainLoss(network, steps, states, tune, (site, unit), Step);
                    double under = PlainLoss(network, steps, states, tune, (site, unit), -Step);
                    pairs.Add(((over - under) / (2 * Step), found[unit]));
                }
            }
        }

        double largest = pairs.Max(pair => Math.Abs(pair.Expected));
        Assert.Equal(expectedLoss, loss, RelativeTolerance * Math.Abs(expectedLoss));
        Assert.All(pairs, pair => Assert.Equal(pair.Expected, pair.Found, RelativeTolerance * largest));
        Assert.True(pairs.Count(pair => Math.Abs(pair.Expected) > 1e-3 * largest) > pairs.Count / 2, "most numbers must matter");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void StateGradient_FromALayer_SameBitsAsFromTheFirst(int first)
    {
        using GradientNetwork network = new(Small);
        PackedSteps steps = network.Steps(6, 4, 4, 2);
        using TuneStates whole = new(network.Layout, 1);
        using TuneStates part = new(network.Layout, first);

        double lossOfWhole = network.Gradient(1, steps, new CurvedLoss(new float[steps.Rows * Small.Tokens]), whole);
        double lossOfPart = network.Gradient(first, steps, new CurvedLoss(new float[steps.Rows * Small.Tokens]), part);

        Assert.Equal(lossOfWhole, lossOfPart);
        foreach (Site site in StateSites().Where(site => site.Layer >= first))
        {
            for (int tune = 0; tune < steps.Count; tune++)
            {
                Assert.Equal(Of(whole, site, tune).ToArray(), Of(part, site, tune).ToArray());
            }
        }
    }

    [Fact]
    public void StateGradient_Logits_AreTheStepsToTheBit()
    {
        using GradientNetwork network = new(new NetworkShape(2, 40, 21));
        PackedSteps steps = network.Steps(7, 5, 2);
        using TuneStates gradients = new(network.Layout, 1);
        using TuneStates states = network.States(1, steps.Count);
        float[] logits = new float[steps.Rows * network.Model.Shape.Tokens];

        network.Gradient(1, steps, new CurvedLoss(logits), gradients);

        using StepBatch batch = new(network.Model, 1);
        NoProbe probe = default;
        for (int tune = 0; tune < steps.Count; tune++)
        {
            batch.Reset(0, ref probe);
            for (int layer = 1; layer <= network.Model.Shape.Layers; layer++)
            {
                states.Cell(layer, tune).CopyTo(batch.Memory(0, new Site(SiteKind.Cell, layer)));
                states.Hidden(layer, tune).CopyTo(batch.Memory(0, Site.H(layer)));
            }

            for (int step = 0; step < steps.Steps && tune < steps.Active(step); step++)
            {
                int row = steps.Offset(step) + tune;
                batch.SetInput(0, new Token(steps.Inputs[row]));
                batch.Step([0], 1f, ref probe);
                Assert.Equal(batch.Logits(0).ToArray(), logits.AsSpan(row * network.Model.Shape.Tokens, network.Model.Shape.Tokens));
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void StateGradient_AnyLanes_SameBitsAsOneLane(int lanes)
    {
        using GradientNetwork scalar = new(new NetworkShape(2, 40, 21), 1);
        using GradientNetwork wide = new(new NetworkShape(2, 40, 21), lanes);
        PackedSteps steps = scalar.Steps(5, 5, 3);
        using TuneStates ofScalar = new(scalar.Layout, 1);
        using TuneStates ofWide = new(wide.Layout, 1);
        float[] seen = new float[steps.Rows * 21];

        Assert.Equal(scalar.Gradient(1, steps, new CurvedLoss(seen), ofScalar), wide.Gradient(1, steps, new CurvedLoss(seen), ofWide));
        Assert.Equal(All(ofScalar, scalar), All(ofWide, wide));
    }

    [Fact]
    public void StateGradient_TunesSideBySide_SameBitsAsAlone()
    {
        using GradientNetwork network = new(new NetworkShape(2, 40, 21));
        using TuneStates together = new(network.Layout, 1);
        using TuneStates alone = new(network.Layout, 1);
        PackedSteps many = network.Steps(4, 4, 4, 4, 4, 4, 4, 4);
        PackedSteps one = new([4]);
        for (int step = 0; step < 4; step++)
        {
            one.Inputs[step] = many.Inputs[many.Offset(step)];
        }

        network.Gradient(1, many, new OneTuneLoss(many.Count), together);
        network.Gradient(1, one, new OneTuneLoss(1), alone);

        foreach (Site site in StateSites().Where(site => site.Layer <= 2))
        {
            Assert.Equal(Of(alone, site, 0).ToArray(), Of(together, site, 0).ToArray());
            Assert.Contains(Of(alone, site, 0).ToArray(), value => value != 0f);
            Assert.All(Of(together, site, 1).ToArray(), static value => Assert.Equal(0f, value));
        }
    }

    /// <summary>A tune's loss in double precision, one number of its state moved.</summary>
    private static double PlainLoss(
        GradientNetwork network,
        PackedSteps steps,
        TuneStates states,
        int tune,
        (Site Site, int Unit)? moved,
        double by
    )
    {
        ReferenceNetwork<double> plain = new(network.Model.Weights);
        foreach (Site site in StateSites())
        {
            double[] values = (site.Kind == SiteKind.Cell ? plain.Cell : plain.Hidden)[site.Layer - 1];
            ReadOnlySpan<float> from = Of(states, site, tune);
            for (int unit = 0; unit < values.Length; unit++)
            {
                values[unit] = from[unit] + (moved == (site, unit) ? by : 0.0);
            }
        }

        double loss = 0.0;
        for (int step = 0; step < steps.Steps && tune < steps.Active(step); step++)
        {
            int row = steps.Offset(step) + tune;
            double[] input = new double[Small.Tokens];
            input[steps.Inputs[row]] = 1.0;
            plain.Step(input, 1.0);
            double[] logits = plain.Sites[Site.Logits];
            for (int token = 0; token < logits.Length; token++)
            {
                loss += CurvedLoss.Of(row, token, logits[token]);
            }
        }

        return loss;
    }

    private static IEnumerable<Site> StateSites() =>
        Enumerable.Range(1, Small.Layers).SelectMany(layer => (Site[])[new Site(SiteKind.Cell, layer), Site.H(layer)]);

    private static Span<float> Of(TuneStates states, Site site, int tune) =>
        site.Kind == SiteKind.Cell ? states.Cell(site.Layer, tune) : states.Hidden(site.Layer, tune);

    private static float[] All(TuneStates states, GradientNetwork network) =>
        [
            .. Enumerable
                .Range(1, network.Model.Shape.Layers)
                .SelectMany(layer => Enumerable.Range(0, states.Count).Select(tune => (layer, tune)))
                .SelectMany(at => (float[])[.. states.Cell(at.layer, at.tune), .. states.Hidden(at.layer, at.tune)]),
        ];
}
