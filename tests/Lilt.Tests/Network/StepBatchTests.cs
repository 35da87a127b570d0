using Lilt.Network;
using Lilt.Network.Kernels;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Network;

public sealed class StepBatchTests
{
    /// <summary>
    /// A site of a 3 × 40 network after 60 steps against double precision. A float's half ulp is 6·10⁻⁸; sums of 120 terms through 60
    /// steps of a lively network multiply it some hundred times. Logits are sums of 40 terms of magnitude up to 2.
    /// </summary>
    private const double LargestError = 5e-5;

    private const int Steps = 60;

    [Theory]
    [InlineData(1, 1, 5)]
    [InlineData(1, 33, 9)]
    [InlineData(2, 17, 40)]
    [InlineData(3, 40, 37)]
    [InlineData(5, 16, 137)]
    public void Step_AnyShape_EverySiteIsNearDoublePrecision(int layers, int units, int tokens)
    {
        Model model = RandomModels.Create(new NetworkShape(layers, units, tokens), scale: 1.2);
        ReferenceNetwork<double> reference = new(model.Weights);
        using StepBatch batch = new(model, 1);
        SiteCopies copies = new([]);
        batch.Reset(0, ref copies);
        for (int step = 0; step < Steps; step++)
        {
            int token = step * 7 % tokens;
            double[] input = new double[tokens];
            input[token] = 1;
            batch.SetInput(0, new Token(token));
            batch.Step([0], 1f, ref copies);
            reference.Step(input, 1);
            Assert.Equal(copies.Values.Count, reference.Sites.Count);
            foreach ((Site site, double[] expected) in reference.Sites)
            {
                Assert.All(expected.Zip(copies.Values[site]), pair => Assert.Equal(pair.First, pair.Second, LargestError));
            }
        }
    }

    [Fact]
    public void Step_ProbeThatOnlyLooks_ChangesNoBit()
    {
        Model model = RandomModels.Create(new NetworkShape(3, 40, 37));
        using StepBatch plain = new(model, 1);
        using StepBatch seen = new(model, 1);
        NoProbe none = default;
        SiteCopies copies = new([]);
        plain.Reset(0, ref none);
        seen.Reset(0, ref copies);
        for (int step = 0; step < Steps; step++)
        {
            plain.SetInput(0, new Token(step % 37));
            seen.SetInput(0, new Token(step % 37));
            plain.Step([0], 0.9f, ref none);
            seen.Step([0], 0.9f, ref copies);
            Assert.Equal(plain.Posterior(0).ToArray(), seen.Posterior(0).ToArray());
            Assert.Equal(plain.Cell(0, 3).ToArray(), seen.Cell(0, 3).ToArray());
        }
    }

    [Fact]
    public void Step_ForgetGateShut_DropsTheCell()
    {
        Model model = RandomModels.Create(new NetworkShape(1, 16, 9));
        using StepBatch batch = new(model, 1);
        Overwrite shut = new(new Site(SiteKind.ForgetGate, 1), 0f, []);
        batch.Reset(0, ref shut);
        batch.SetInput(0, new Token(3));
        batch.Step([0], 1f, ref shut);

        float[] written = [.. shut.Seen[new Site(SiteKind.InputGate, 1)].Zip(shut.Seen[new Site(SiteKind.Candidate, 1)], (i, g) => i * g)];
        Assert.Equal(written, batch.Cell(0, 1).ToArray());
    }

    [Fact]
    public void Step_ChangedPosterior_IsNormalisedAgain()
    {
        Model model = RandomModels.Create(new NetworkShape(1, 16, 9));
        using StepBatch batch = new(model, 1);
        Overwrite flat = new(Site.Posterior, 3f, []);
        batch.Reset(0, ref flat);
        batch.SetInput(0, new Token(3));
        batch.Step([0], 1f, ref flat);

        Assert.All(batch.Posterior(0).ToArray(), p => Assert.Equal(1f / 9f, p));
    }

    [Fact]
    public void Step_MixtureOfOneTokenWithItself_IsThatTokenToTheBit()
    {
        Model model = RandomModels.Create(new NetworkShape(2, 24, 20));
        NoProbe none = default;
        using StepBatch batch = new(model, 2);
        batch.Reset(0, ref none);
        batch.Reset(1, ref none);
        batch.SetInput(0, new Token(4));
        batch.Input(1)[4] = (float)(0.7 + 0.3);
        batch.Step([0, 1], 1f, ref none);

        Assert.Equal(batch.Logits(0).ToArray(), batch.Logits(1).ToArray());
    }

    [Fact]
    public void Step_Mixture_IsNearTheWeightedSumOfRows()
    {
        Model model = RandomModels.Create(new NetworkShape(2, 24, 20), scale: 1.2);
        NoProbe none = default;
        ReferenceNetwork<double> reference = new(model.Weights);
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref none);
        double[] input = new double[20];
        (input[4], input[11]) = (0.7, 0.3);
        (batch.Input(0)[4], batch.Input(0)[11]) = (0.7f, 0.3f);
        batch.Step([0], 1f, ref none);
        reference.Step(input, 1);

        Assert.All(
            reference.Sites[Site.Logits].Zip(batch.Logits(0).ToArray()),
            pair => Assert.Equal(pair.First, pair.Second, LargestError)
        );
    }

    [Fact]
    public void Step_TemperatureOfAHundredth_PutsAllOnTheLargestLogitWithoutOverflow()
    {
        Model model = RandomModels.Create(new NetworkShape(1, 16, 9), scale: 30);
        NoProbe none = default;
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref none);
        batch.SetInput(0, new Token(3));
        batch.Step([0], 0.01f, ref none);

        float[] logits = batch.Logits(0).ToArray();
        Assert.Equal(1f, batch.Posterior(0)[Array.IndexOf(logits, logits.Max())], 1e-3f);
        Assert.DoesNotContain(batch.Posterior(0).ToArray(), p => !float.IsFinite(p));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(-1f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Step_TemperatureNotOverZero_IsRefused(float temperature)
    {
        using StepBatch batch = new(RandomModels.Create(new NetworkShape(1, 4, 4)), 1);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            NoProbe none = default;
            batch.Step([0], temperature, ref none);
        });
    }

    public static TheoryData<int> LaneWidths => [.. LstmKernels.All.Select(kernels => kernels.Lanes)];

    /// <summary>With weights of float32, and with such as sixteen bits hold, which a slot alone reads in another form.</summary>
    public static MatrixTheoryData<int, bool> LaneWidthsAndPrecisions =>
        new(LstmKernels.All.Select(kernels => kernels.Lanes), [false, true]);

    [Theory]
    [MemberData(nameof(LaneWidthsAndPrecisions))]
    public void Step_AnyLaneWidthBatchAndTeam_HasTheSameBits(int lanes, bool half)
    {
        Model model = half ? RandomModels.CreateHalf(new NetworkShape(2, 72, 20)) : RandomModels.Create(new NetworkShape(2, 24, 20));
        Assert.Equal(half, model.Packed.Layers[1].Recurrent.Narrow is not null);
        LstmKernels kernels = LstmKernels.All.Single(of => of.Lanes == lanes);
        float[] alone = LogitsAfter(model, LstmKernels.All[0], slots: 1, team: 1);

        Assert.Equal(alone, LogitsAfter(model, kernels, slots: 1, team: 1));
        Assert.Equal(alone, LogitsAfter(model, kernels, slots: 1, team: 2));
        Assert.Equal(alone, LogitsAfter(model, kernels, slots: 1, team: 3));
        Assert.Equal(alone, LogitsAfter(model, kernels, slots: 5, team: 1));
        Assert.Equal(alone, LogitsAfter(model, kernels, slots: 13, team: 2));
    }

    /// <summary>
    /// An operation may set h to anything; a slot alone reads sixteen-bit weights, whose products with large values are made another way.
    /// </summary>
    [Theory]
    [InlineData(0f)]
    [InlineData(1e-42f)]
    [InlineData(-70_000f)]
    [InlineData(3e12f)]
    [InlineData(float.MaxValue)]
    public void Step_HiddenSetToAnything_HasTheSameBitsAloneAndInABatch(float value)
    {
        Model model = RandomModels.CreateHalf(new NetworkShape(2, 40, 20));
        using StepBatch alone = new(model, 1);
        using StepBatch batch = new(model, 2);
        Overwrite set = new(Site.H(1), value, []);
        alone.Reset(0, ref set);
        batch.Reset(0, ref set);
        batch.Reset(1, ref set);
        for (int step = 0; step < 5; step++)
        {
            alone.SetInput(0, new Token(step));
            batch.SetInput(0, new Token(step));
            batch.SetInput(1, new Token(step + 1));
            alone.Step([0], 1f, ref set);
            batch.Step([0, 1], 1f, ref set);
            Assert.Equal(batch.Hidden(0, 2).ToArray(), alone.Hidden(0, 2).ToArray());
            Assert.Equal(batch.Logits(0).ToArray(), alone.Logits(0).ToArray());
        }
    }

    /// <summary>The last slot's logits after some steps; the other slots read other tokens.</summary>
    private static float[] LogitsAfter(Model model, LstmKernels kernels, int slots, int team)
    {
        NoProbe none = default;
        using StepBatch batch = new(model, slots, team, kernels);
        int[] all = [.. Enumerable.Range(0, slots)];
        foreach (int slot in all)
        {
            batch.Reset(slot, ref none);
        }

        for (int step = 0; step < 12; step++)
        {
            foreach (int slot in all)
            {
                batch.SetInput(slot, new Token((step + slots - 1 - slot) * 3 % 20));
            }

            batch.Step(all, 1f, ref none);
        }

        return batch.Logits(slots - 1).ToArray();
    }

    /// <summary>Keeps a copy of every site.</summary>
    private readonly struct SiteCopies(Dictionary<Site, float[]> values) : IStepProbe
    {
        public static bool Watches => true;

        public Dictionary<Site, float[]> Values => values;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (step >= 0)
            {
                Values[site] = values.ToArray();
            }

            return false;
        }
    }

    /// <summary>Sets one site to a number and keeps a copy of the others.</summary>
    private readonly struct Overwrite(Site target, float value, Dictionary<Site, float[]> seen) : IStepProbe
    {
        public static bool Watches => true;

        public Dictionary<Site, float[]> Seen => seen;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            seen[site] = values.ToArray();
            if (site != target)
            {
                return false;
            }

            values.Fill(value);
            return true;
        }
    }
}
