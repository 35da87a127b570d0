using Lilt.Binding;
using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Binding;

public sealed class LayerBindingTests
{
    // Pooled sums are float32 over a few tunes; r is a float32 sum over some tens of events.
    private const double PooledTolerance = 2e-6;

    [Fact]
    public void Z_FewTunes_IsTheWeightedMeanOfAtanhR()
    {
        IReadOnlyList<TuneEvents> tunes = NullTunes(tunes: 3, units: 5, seed: 4);
        LayerBinding binding = LayerBinding.Test(tunes, new BindingOptions { Shifts = 9, Rectify = true });

        for (int unit = 0; unit < 5; unit++)
        {
            double sum = 0;
            double steps = 0;
            foreach (TuneEvents tune in tunes)
            {
                sum += tune.Count * Math.Atanh(SlowCorrelation(tune, unit, rectify: true, shift: 0));
                steps += tune.Count;
            }

            Assert.Equal(sum / steps, binding.Z(unit), PooledTolerance);
        }
    }

    [Fact]
    public void Test_TwoTunes_DrawsItsNullFromTheShiftsOfBoth()
    {
        // Every |z| that chance gives must be that of some pair of shifts, counted one by one in double precision.
        IReadOnlyList<TuneEvents> tunes = NullTunes(tunes: 2, units: 1, seed: 8);
        LayerBinding binding = LayerBinding.Test(tunes, new BindingOptions { Shifts = 200 });
        List<double> possible = [];
        for (int a = 0; a < tunes[0].Count; a++)
        {
            for (int b = 0; b < tunes[1].Count; b++)
            {
                double sum =
                    (tunes[0].Count * Math.Atanh(SlowCorrelation(tunes[0], 0, rectify: false, a)))
                    + (tunes[1].Count * Math.Atanh(SlowCorrelation(tunes[1], 0, rectify: false, b)));
                possible.Add(Math.Abs(sum / (tunes[0].Count + tunes[1].Count)));
            }
        }

        foreach (float largest in binding.LargestByChance)
        {
            Assert.Contains(possible, value => Math.Abs(value - largest) < PooledTolerance);
        }

        Assert.True(binding.LargestByChance.ToArray().Distinct().Count() > 150);
    }

    [Fact]
    public void P_UnboundUnits_IsUniformForTheStrongest()
    {
        const int Experiments = 200;
        double[] smallest = new double[Experiments];
        for (int experiment = 0; experiment < Experiments; experiment++)
        {
            LayerBinding binding = LayerBinding.Test(
                NullTunes(tunes: 6, units: 20, seed: 100 + experiment),
                new BindingOptions { Shifts = 199, Seed = (uint)experiment }
            );
            smallest[experiment] = binding.P(binding.Ranked()[0]);
        }

        Array.Sort(smallest);
        double distance = 0;
        for (int index = 0; index < Experiments; index++)
        {
            distance = Math.Max(distance, Math.Abs(smallest[index] - ((index + 0.5) / Experiments)) + (0.5 / Experiments));
        }

        // Kolmogorov–Smirnov at 1 %.
        Assert.InRange(distance, 0, 1.63 / Math.Sqrt(Experiments));
    }

    [Fact]
    public void P_UnitThatMarksTheEvent_IsTheSmallestPossible()
    {
        LayerBinding binding = LayerBinding.Test(NullTunes(tunes: 10, units: 30, seed: 1, marker: 17), BindingOptions.Default);

        Assert.Equal(17, binding.Ranked()[0]);
        Assert.Equal(1e-4, binding.P(17), 1e-12);
        Assert.True(binding.Z(17) > 0);
        Assert.True(binding.P(3) > 0.01);
    }

    [Fact]
    public void Test_UnitThatMarksByEitherSign_IsBoundRectifiedOnly()
    {
        IReadOnlyList<TuneEvents> tunes = NullTunes(tunes: 10, units: 4, seed: 2, marker: 0, alternate: true);

        Assert.True(LayerBinding.Test(tunes, new BindingOptions { Shifts = 999 }).P(0) > 0.05);
        Assert.Equal(1e-3, LayerBinding.Test(tunes, new BindingOptions { Shifts = 999, Rectify = true }).P(0), 1e-12);
    }

    [Fact]
    public void Test_SameSeed_SameNull()
    {
        IReadOnlyList<TuneEvents> tunes = NullTunes(tunes: 3, units: 9, seed: 4);

        Assert.Equal(
            LayerBinding.Test(tunes, new BindingOptions { Shifts = 50 }).LargestByChance.ToArray(),
            LayerBinding.Test(tunes, new BindingOptions { Shifts = 50 }).LargestByChance.ToArray()
        );
    }

    [Fact]
    public void Test_SilentUnitAndTuneWithoutTheEvent_SayNothing()
    {
        List<TuneEvents> tunes = [.. NullTunes(tunes: 3, units: 2, seed: 4, silent: 1)];
        tunes.Add(new TuneEvents(tunes[0].Sequences, new bool[tunes[0].Sequences.Steps], 0, 40));
        LayerBinding binding = LayerBinding.Test(tunes, new BindingOptions { Shifts = 99 });

        Assert.Equal(3, binding.Tunes);
        Assert.Equal(0, binding.Z(1));
        Assert.Equal(1, binding.P(1));
    }

    [Fact]
    public void Test_OneTune_ThrowsAndSaysWhy()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => LayerBinding.Test(NullTunes(1, 2, 3), BindingOptions.Default));

        Assert.Contains("needs two", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Correlations_AnyUnit_IsPearsonsOverTheCountedSteps()
    {
        TuneEvents tune = NullTunes(1, 6, 9)[0];

        for (int unit = 0; unit < 6; unit++)
        {
            // Standardised values are kept as float32.
            Assert.Equal(SlowCorrelation(tune, unit, rectify: false, 0), PointBiserial.Correlations(tune, rectify: false)[unit], 1e-6);
            Assert.Equal(SlowCorrelation(tune, unit, rectify: true, 0), PointBiserial.Correlations(tune, rectify: true)[unit], 1e-6);
        }
    }

    /// <summary>
    /// Autocorrelated units (0.9 a step) that know nothing of the events, which come every 7 to 10 steps; but the marker does.
    /// </summary>
    internal static IReadOnlyList<TuneEvents> NullTunes(
        int tunes,
        int units,
        int seed,
        int marker = -1,
        bool alternate = false,
        int silent = -1
    )
    {
        Random random = new(seed);
        List<TuneEvents> made = [];
        for (int tune = 0; tune < tunes; tune++)
        {
            int steps = random.Next(55, 75);
            bool[] events = new bool[steps];
            for (int step = random.Next(9); step < steps; step += random.Next(7, 11))
            {
                events[step] = true;
            }

            float[] values = new float[steps * units];
            for (int unit = 0; unit < units; unit++)
            {
                double state = 0;
                int sign = 1;
                for (int step = -30; step < steps; step++)
                {
                    state = (0.9 * state) + random.NextDouble() - 0.5;
                    if (step >= 0 && unit != silent)
                    {
                        bool marks = unit == marker && events[step];
                        values[(step * units) + unit] = (float)(unit == marker ? (0.2 * state) + (marks ? sign * 2 : 0) : state);
                        sign = marks && alternate ? -sign : sign;
                    }
                }
            }

            made.Add(new TuneEvents(new UnitSequences(values, units), events, first: 2, count: steps - 3));
        }

        return made;
    }

    private static double SlowCorrelation(TuneEvents tune, int unit, bool rectify, int shift)
    {
        double[] x = new double[tune.Count];
        double[] y = new double[tune.Count];
        for (int step = 0; step < tune.Count; step++)
        {
            double value = tune.Sequences.Step(tune.First + step)[unit];
            x[step] = rectify ? Math.Abs(value) : value;
            y[(step + shift) % tune.Count] = tune.Counted[step] ? 1 : 0;
        }

        double meanX = x.Average();
        double meanY = y.Average();
        double product = 0;
        double squareX = 0;
        double squareY = 0;
        for (int step = 0; step < tune.Count; step++)
        {
            product += (x[step] - meanX) * (y[step] - meanY);
            squareX += (x[step] - meanX) * (x[step] - meanX);
            squareY += (y[step] - meanY) * (y[step] - meanY);
        }

        return product / Math.Sqrt(squareX * squareY);
    }
}
