using Lilt.Generation;
using Lilt.Network;
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
        NetworkWeights weights = RandomModels.Create(shape, seed: 4, scale: 1).Weights.Copy();

        // Bars often, ends and headers never: random weights by themselves write few measures.
        weights.OutputBias[4] += 1.5f;
        weights.OutputBias.AsSpan(0, 4).Fill(-20);
        Model model = CountingNetwork.Model(weights);
        ControlOptions options = new()
        {
            Header = CountingNetwork.Header,
            Limit = 24,
            Threads = 2,
            Tunes = 25,
            Sets = 19,
        };
        ControlRun run = new(model, options, null, TestContext.Current.CancellationToken);
        (IReadOnlyList<GeneratedTune> tunes, IReadOnlyList<HiddenMoments> moments) = run.Baseline();
        double[] strengths = UnitStrength.Of(model.Weights, 1, HiddenMoments.Deviations(moments, 1, Units));
        RandomState random = new(8);
        OpenLoop loop = new(model, options, tunes, null, TestContext.Current.CancellationToken);
        List<CutNetwork> networks = [];
        for (int target = 0; target < Targets; target++)
        {
            int[] units =
            [
                .. Enumerable.Range(0, Units).Select(unit => (Key: random.NextDouble(), unit)).Order().Take(Cut).Select(pair => pair.unit),
            ];
            ControlSets sets = RandomSets.Draw(new ControlTarget(1, units), strengths, options, (uint)target);
            networks.AddRange(sets.Sets.Prepend(units).Select(of => new CutNetwork(CutSteps.BetweenBars, of)));
        }

        OpenLoopTune[][] read = loop.Read(1, networks);

        Assert.True(loop.Boundaries > 25);
        double distance = Uniformity.Distance(PValues(read), options.Sets + 1);
        TestContext.Current.TestOutputHelper!.WriteLine($"largest distance {distance:F3}; bound {Uniformity.Bound(Targets):F3}");
        Assert.True(distance < Uniformity.Bound(Targets), $"{distance}");
    }

    private static double[] PValues(OpenLoopTune[][] read) =>
        [
            .. read.Chunk(read.Length / Targets)
                .Select(networks =>
                    DamageResiduals.P(
                        DamageResiduals.Of(
                            [.. networks.Select(tunes => tunes.Sum(tune => tune.Contrast))],
                            [.. networks.Select(tunes => tunes.Sum(tune => tune.OtherLoss))]
                        )
                    )
                ),
        ];
}
