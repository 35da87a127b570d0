using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Studies.Control;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>The open loop's p-values when there is nothing to find: targets drawn at random.</summary>
public sealed class ControlUniformityTests
{
    private const int Targets = 200;
    private const int Units = 48;
    private const int Cut = 16;

    /// <summary>A third of the layer, 25 tunes, 19 sets, 200 targets, on a small network of random weights, for speed.</summary>
    [Fact]
    public void P_TwoHundredRandomTargets_IsUniform()
    {
        NetworkShape shape = new(1, Units, CountingNetwork.Vocabulary.Count);
        NetworkWeights weights = RandomModels.Create(shape, seed: 4, scale: 1).Weights;

        // Bars often, ends and headers never: random weights by themselves write few measures.
        weights.OutputBias[4] += 1.5f;
        weights.OutputBias.AsSpan(0, 4).Fill(-20);
        Model model = CountingNetwork.Model(weights);
        ControlOptions options = new() { Header = CountingNetwork.Header, Limit = 24, Threads = 2 };
        ControlRun run = new(model, options, null, TestContext.Current.CancellationToken);
        (IReadOnlyList<GeneratedTune> tunes, IReadOnlyList<HiddenMoments> moments) = run.Baseline();
        MeasureTiming[] timings = [.. tunes.Select(tune => new MeasureTiming(model.Vocabulary, tune.Tokens, options.Header.Count))];
        double[] strengths = UnitStrength.Of(model.Weights, 1, HiddenMoments.Deviations(moments, 1, Units));
        RandomState random = new(8);
        List<CompiledPlan?> networks = [];
        for (int target = 0; target < Targets; target++)
        {
            int[] units = [.. Enumerable.Range(0, Units).Select(unit => (Key: random.NextDouble(), unit)).Order().Take(Cut).Select(pair => pair.unit)];
            ControlSets sets = RandomSets.Draw(new ControlTarget(1, units), strengths, options, (ulong)target);
            networks.AddRange(sets.Sets.Prepend(units).Select(of => new OperationPlan(new Excise { Layer = 1, Units = UnitSet.Of(of) }).Compile(model)));
        }

        OpenLoopTune[][] read = run.OpenLoop(networks, tunes, timings);

        Assert.True(timings.Sum(timing => timing.BoundaryCount) > 25);
        double timing = Uniformity.Distance(PValues(read, tune => tune.Contrast, ControlHarm.Less), options.Sets + 1);
        double others = Uniformity.Distance(PValues(read, tune => tune.OtherLoss, ControlHarm.More), options.Sets + 1);
        TestContext.Current.TestOutputHelper!.WriteLine($"largest distance {timing:F3} for the timing contrast, {others:F3} for other tokens; bound {Uniformity.Bound(Targets):F3}");
        Assert.True(timing < Uniformity.Bound(Targets), $"{timing}");
        Assert.True(others < Uniformity.Bound(Targets), $"{others}");
    }

    private static double[] PValues(OpenLoopTune[][] read, Func<OpenLoopTune, double> of, ControlHarm harm) =>
        [.. read.Select(tunes => tunes.Sum(of)).Chunk(read.Length / Targets).Select(values => ControlStatistics.P(values[0], values[1..], harm))];
}
