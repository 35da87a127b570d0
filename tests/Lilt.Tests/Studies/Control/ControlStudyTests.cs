using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>The control on networks of which the answer is known.</summary>
public sealed class ControlStudyTests
{
    /// <summary>Float32 posteriors beside double ones, in nats: logarithms of probabilities down to e⁻²⁰, each off by some 10⁻⁶.</summary>
    private const double LogarithmError = 1e-4;

    /// <summary>A smallest p of 1/20.</summary>
    private const double SmallestP = 0.05;

    // Bins of strength hold 8 of the 64 units, too few for a verdict that rests on random sets: those stand in KnownAnswerTests.
    private static readonly ControlOptions Options = new()
    {
        Header = CountingNetwork.Header,
        Limit = 120,
        Tunes = 25,
        Sets = 19,
        Resamples = 499,
        Threads = 2,
    };

    [Fact]
    public void Run_TargetThatAloneWritesTheMeasureTokens_HarmsMoreThanAllRandomSets()
    {
        ControlResult result = Run(CountingNetwork.Weights(), CountingNetwork.Writers);

        TimingEffect timing = result[CutSteps.BetweenBars].Layers[0];
        Assert.Equal(SmallestP, timing.P);
        Assert.True(timing.Difference.High < 0, $"{timing.Difference}");
        Assert.Equal(VerdictKind.Undetermined, result.Verdicts[0].Verdict);
        Assert.Contains("hold as few as 8 units", result.Verdicts[0].Sentence, StringComparison.Ordinal);
        Assert.True(result[ControlMeasure.StrictlyCounted].Layers[0].TargetInterval.High < -0.5);
        Assert.Equal(VerdictKind.Contradicted, result.Verdicts.First(verdict => verdict.Claim == ArticleVerdicts.NearlyWhole).Verdict);
        Assert.Equal(VerdictKind.Contradicted, result.Verdicts.First(verdict => verdict.Claim == ArticleVerdicts.RelaysOnly).Verdict);

        // Without its writers the measure token's logit is its bias: as likely one note early as on time, but for the pitches beside it.
        double cut = result.Baseline.Contrast + timing.Target;
        Assert.True(Math.Abs(cut) < 1, $"{cut}");
    }

    [Fact]
    public void Run_TargetWithoutOutgoingWeights_HasNoEffectAtAll()
    {
        NetworkWeights weights = CountingNetwork.Weights();
        CountingNetwork.RemoveOutgoing(weights, CountingNetwork.SomePitchUnits);
        ControlResult result = Run(weights, CountingNetwork.SomePitchUnits);

        Assert.All(result.Cuts, cut => Assert.Equal(0, cut.Layers[0].Target));
        Assert.All(result.Closed, measure => Assert.Equal(0, measure.Layers[0].Target));
        Assert.All(result.Closed, measure => Assert.Equal(new ControlInterval(0, 0), measure.Layers[0].TargetInterval));
        Assert.All(result.Cuts, cut => Assert.True(cut.Layers[0].P is null or > SmallestP, $"{cut.When}"));
        Assert.Equal(VerdictKind.Contradicted, result.Verdicts[0].Verdict);
        Assert.Equal(
            result.BaselineTunes.Select(tune => string.Join(' ', tune.Tokens)),
            result.TargetTunes[0].Select(tune => string.Join(' ', tune.Tokens))
        );
    }

    [Fact]
    public void Run_TargetThatTheMeasureTokensIgnore_DamagesTheRestAndIsNotSaidToServeCounting()
    {
        ControlResult result = Run(CountingNetwork.Weights(), CountingNetwork.SomePitchUnits);

        TimingEffect timing = result[CutSteps.AllSteps].Layers[0];
        Assert.True(timing.Damage > 0.05, $"{timing.Damage}");
        Assert.Equal(VerdictKind.Contradicted, result.Verdicts[0].Verdict);
        Assert.Equal(VerdictKind.Supported, result.Verdicts.First(verdict => verdict.Claim == ArticleVerdicts.NearlyWhole).Verdict);
        Assert.True(result[ControlMeasure.StrictlyCounted].Baseline > 0.95, $"{result[ControlMeasure.StrictlyCounted].Baseline}");
    }

    [Fact]
    public void Run_PartsOfACut_AreTheWholeWhereTheOtherPartDoesNothing()
    {
        ControlResult result = Run(
            CountingNetwork.Weights(),
            CountingNetwork.Writers,
            Options with
            {
                Tunes = 4,
                Sets = 2,
                ClosedTunes = 2,
                ClosedSets = 1,
            }
        );

        // The writers show nothing while a bar is read.
        Assert.Equal(0, result[CutSteps.AtBars].Layers[0].Target, LogarithmError);
        Assert.Equal(result[CutSteps.AllSteps].Layers[0].Target, result[CutSteps.BetweenBars].Layers[0].Target, LogarithmError);
    }

    [Fact]
    public void Run_OpenLoop_AgreesWithTheReferenceWithoutTheOutgoingWeights()
    {
        int[] target = [9, 12, 30, 41, 52];
        ControlResult result = Run(CountingNetwork.Weights(), target);
        NetworkWeights cut = CountingNetwork.Weights();
        CountingNetwork.RemoveOutgoing(cut, target);
        (double contrast, double loss) = Reference(CountingNetwork.Weights(), result);
        (double cutContrast, double cutLoss) = Reference(cut, result);

        TimingEffect timing = result[CutSteps.AllSteps].Layers[0];
        Assert.Equal(contrast, result.Baseline.Contrast, LogarithmError);
        Assert.Equal(loss, result.Baseline.OtherLoss, LogarithmError);
        Assert.Equal(cutContrast - contrast, timing.Target, LogarithmError);
        Assert.Equal(cutLoss - loss, timing.Damage, LogarithmError);
        Assert.True(Math.Abs(cutContrast - contrast) > 1);
    }

    [Fact]
    public void Run_OtherThreads_GivesTheSameNumbers()
    {
        ControlOptions few = Options with { Tunes = 5, Sets = 3, ClosedTunes = 5, Resamples = 20 };
        ControlResult one = Run(CountingNetwork.Weights(), CountingNetwork.Writers, few with { Threads = 1 });
        ControlResult three = Run(CountingNetwork.Weights(), CountingNetwork.Writers, few with { Threads = 3 });

        Assert.Equal(
            one.Cuts.SelectMany(cut => Numbers(cut.Layers[0].Change)),
            three.Cuts.SelectMany(cut => Numbers(cut.Layers[0].Change))
        );
        Assert.Equal(
            one.Closed.SelectMany(measure => Numbers(measure.Layers[0])),
            three.Closed.SelectMany(measure => Numbers(measure.Layers[0]))
        );
        Assert.Equal(one.Verdicts, three.Verdicts);
    }

    [Fact]
    public void Run_Tunes_AreThoseThatGenerateWritesFromTheNextSeeds()
    {
        ControlResult result = Run(
            CountingNetwork.Weights(),
            CountingNetwork.Writers,
            Options with
            {
                Tunes = 3,
                Sets = 1,
                ClosedTunes = 2,
                Resamples = 2,
            }
        );
        Lilt.Generation.GenerationOptions options = new()
        {
            Seed = Options.Seed + 1,
            Tunes = 3,
            Limit = Options.Limit,
            Prime = [.. CountingNetwork.Header],
        };

        Assert.Equal(
            Lilt.Generation.TuneGenerator.Generate(CountingNetwork.Model(CountingNetwork.Weights()), options)
                .Select(tune => string.Join(' ', tune.Tokens)),
            result.BaselineTunes.Select(tune => string.Join(' ', tune.Tokens))
        );
    }

    [Fact]
    public void Run_WhatCannotBe_IsRefusedBeforeWorkBegins()
    {
        Model model = CountingNetwork.Model(CountingNetwork.Weights());
        Assert.Throws<ArgumentException>(() => ControlStudy.Run(model, Options, []));
        Assert.Throws<ArgumentException>(() => ControlStudy.Run(model, Options, [new ControlTarget(2, [1])]));
        Assert.Throws<ArgumentException>(() => ControlStudy.Run(model, Options, [new ControlTarget(1, [64])]));
        Assert.Throws<ArgumentException>(() => ControlStudy.Run(model, Options, [new ControlTarget(1, [3, 3])]));
        Assert.Throws<ArgumentException>(() => ControlStudy.Run(model, Options, [new ControlTarget(1, [3]), new ControlTarget(1, [4])]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ControlStudy.Run(model, Options with { Sets = 0 }, [new ControlTarget(1, [3])]));
        Model other = RandomModels.Create(new NetworkShape(1, 8, 5));
        Assert.Contains(
            "measure tokens",
            Assert.Throws<ArgumentException>(() => ControlStudy.Run(other, new ControlOptions(), [new ControlTarget(1, [3])])).Message,
            StringComparison.Ordinal
        );
    }

    private static ControlResult Run(NetworkWeights weights, int[] target, ControlOptions? options = null) =>
        ControlStudy.Run(CountingNetwork.Model(weights), options ?? Options, [new ControlTarget(1, target)]);

    private static IEnumerable<double> Numbers(ControlEffect effect) =>
        [
            effect.Target,
            .. effect.Random,
            effect.Difference.Low,
            effect.Difference.High,
            effect.TargetInterval.Low,
            effect.TargetInterval.High,
        ];

    /// <summary>
    /// The timing contrast and the loss of other tokens, in double, from first principles: every token but the bar is a note here.
    /// </summary>
    private static (double Contrast, double Loss) Reference(NetworkWeights weights, ControlResult result)
    {
        const int Bar = 4;
        double contrast = 0;
        double loss = 0;
        int boundaries = 0;
        int others = 0;
        foreach (IReadOnlyList<Token> tokens in result.BaselineTunes.Select(tune => tune.Tokens))
        {
            ReferenceNetwork<double> network = new(weights.AsReadOnly());
            double before = double.NaN;
            for (int step = 0; step < tokens.Count - 1; step++)
            {
                double[] input = new double[weights.Shape.Tokens];
                input[tokens[step].Index] = 1;
                network.Step(input, 1);
                double[] p = network.Sites[Site.Posterior];
                int next = tokens[step + 1].Index;
                if (step < CountingNetwork.Header.Count)
                {
                    continue;
                }

                if (next == Bar && !double.IsNaN(before))
                {
                    contrast += Math.Log(p[Bar]) - before;
                    boundaries++;
                }

                loss -= next == Bar ? 0 : Math.Log(p[next] / (1 - p[Bar]));
                others += next == Bar ? 0 : 1;
                before =
                    next == Bar ? double.NaN
                    : next > Bar ? Math.Log(p[Bar])
                    : before;
            }
        }

        return (contrast / boundaries, loss / others);
    }
}
