using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studies.Control;
using Lilt.Studies.Part7.Figures;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>The open loop takes short ways; what it reads is what plans give, to the bit.</summary>
public sealed class OpenLoopTests
{
    private static readonly ControlOptions Options = new() { Limit = 60, Threads = 2 };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_CutsOfALayer_AreWhatPlansThatExciseTheSameUnitsGive(int layer)
    {
        Model model = Network();
        GeneratedTune[] tunes =
        [
            .. TuneGenerator.Generate(
                model,
                new GenerationOptions
                {
                    Seed = 3,
                    Tunes = 3,
                    Limit = Options.Limit,
                }
            ),
        ];
        OpenLoop loop = new(model, Options, tunes, null, TestContext.Current.CancellationToken);
        int[][] sets =
        [
            [0, 3, 7],
            [1],
            [.. Enumerable.Range(0, 20)],
        ];
        CutNetwork[] networks = [.. Enum.GetValues<CutSteps>().SelectMany(when => sets.Select(units => new CutNetwork(when, units)))];

        OpenLoopTune[][] read = loop.Read(layer, networks);

        for (int network = 0; network < networks.Length; network++)
        {
            Excise excise = Excision(layer, networks[network]);
            for (int tune = 0; tune < tunes.Length; tune++)
            {
                OpenLoopTune expected = Expected(model, tunes[tune], new OperationPlan(excise));
                Assert.Equal(expected.Contrast, read[network][tune].Contrast);
                Assert.Equal(expected.OtherLoss, read[network][tune].OtherLoss);
                Assert.NotEqual(loop.Uncut[tune].OtherLoss, read[network][tune].OtherLoss);
            }
        }

        Assert.All(
            tunes.Zip(loop.Uncut),
            pair => Assert.Equal(Expected(model, pair.First, OperationPlan.Empty).Contrast, pair.Second.Contrast)
        );
        Assert.True(loop.Boundaries > 5, $"{loop.Boundaries}");
    }

    [Fact]
    public void Read_BarThatIsExpectedTooEarly_IsNoDamageToOtherTokens()
    {
        Model model = Network();
        GeneratedTune tune = TuneGenerator.Generate(model, new GenerationOptions { Seed = 3, Limit = Options.Limit }).Single();
        NetworkWeights weights = Weights();
        weights.OutputBias[Bar] += 3;
        Model early = CountingNetwork.Model(weights);

        double usual = new OpenLoop(model, Options, [tune], null, TestContext.Current.CancellationToken).OtherLoss;
        double raised = new OpenLoop(early, Options, [tune], null, TestContext.Current.CancellationToken).OtherLoss;

        Assert.Equal(usual, raised, LogarithmError);
    }

    private const int Bar = 4;

    /// <summary>Logarithms of float32 posteriors, a mean over tens of steps.</summary>
    private const double LogarithmError = 1e-5;

    private static Model Network() => CountingNetwork.Model(Weights());

    private static NetworkWeights Weights()
    {
        NetworkWeights weights = RandomModels
            .Create(new NetworkShape(3, 20, CountingNetwork.Vocabulary.Count), seed: 6, scale: 1)
            .Weights.Copy();
        weights.OutputBias[Bar] += 1;
        weights.OutputBias.AsSpan(0, Bar).Fill(-20);
        return weights;
    }

    private static Excise Excision(int layer, CutNetwork network)
    {
        Excise excise = new() { Layer = layer, Units = UnitSet.Of(network.Units) };
        return network.When switch
        {
            CutSteps.BetweenBars => excise with { NotReading = ["|"] },
            CutSteps.AtBars => excise with { Reading = ["|"] },
            _ => excise,
        };
    }

    private static OpenLoopTune Expected(Model model, GeneratedTune tune, OperationPlan plan)
    {
        GenerationOptions options = new()
        {
            Prime = [.. tune.Tokens.Skip(1).Select(token => (Token?)token)],
            Limit = tune.Tokens.Count - 1,
        };
        TuneRecording recording = TuneRecordings.Record(model, options, plan.Compile(model), [SiteKind.Posterior], "test").Single();
        bool[] isMeasure = [.. Enumerable.Range(0, model.Vocabulary.Count).Select(token => token == Bar)];
        OpenLoopTune sums = new(new MeasureTiming(model.Vocabulary, tune.Tokens, 0), tune.Tokens, isMeasure);
        for (int step = 0; step < tune.Tokens.Count - 1; step++)
        {
            sums.Read(step, recording.Values(SiteKind.Posterior).Slice(step * model.Shape.Tokens, model.Shape.Tokens));
        }

        return sums;
    }
}
