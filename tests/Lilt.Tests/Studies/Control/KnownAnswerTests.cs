using Lilt.Planting;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Xunit;

namespace Lilt.Tests.Studies.Control;

/// <summary>Whole studies of networks whose answer is known, and of such that do not count; docs/control.md has more of them.</summary>
public sealed class KnownAnswerTests
{
    private const int Units = 96;

    [Theory]
    [InlineData(PlantedKind.Counters)]
    [InlineData(PlantedKind.Countdown)]
    [InlineData(PlantedKind.Relay)]
    [InlineData(PlantedKind.SharedRelay)]
    [InlineData(PlantedKind.IdleEchoes)]
    [InlineData(PlantedKind.Distributed)]
    [InlineData(PlantedKind.Shadows)]
    public void Run_NetworkOfKnownAnswer_SaysNothingWrong(PlantedKind kind)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, Units, seed: 11);
        Study study = Made(network, sets: 99)!;

        foreach (PlantedLayer layer in network.Layers)
        {
            StudyVerdict counts = Verdict(study, layer.Layer, ControlVerdicts.ServesCounting);
            StudyVerdict relays = Verdict(study, layer.Layer, ControlVerdicts.RelaysTheBar);
            Assert.True(counts.Verdict != (layer.Counts ? VerdictKind.Contradicted : VerdictKind.Supported), counts.Sentence);
            Assert.True(relays.Verdict != (layer.Relays ? VerdictKind.Contradicted : VerdictKind.Supported), relays.Sentence);
        }
    }

    [Fact]
    public void Run_NetworkOfCounters_SaysThatTheyServeCounting()
    {
        PlantedNetwork network = PlantedNetwork.Make(PlantedKind.Relay, Units, seed: 11);
        Study study = Made(network, sets: 99)!;

        Assert.Equal(VerdictKind.Contradicted, Verdict(study, 1, ControlVerdicts.ServesCounting).Verdict);
        Assert.Equal(VerdictKind.Supported, Verdict(study, 2, ControlVerdicts.ServesCounting).Verdict);
        Assert.Contains(
            "0 of the 99 random sets do as much",
            Verdict(study, 2, ControlVerdicts.ServesCounting).Sentence,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Run_NetworkOfRelaysThatShareTheWork_SaysThatTheyRelayTheBarAndDoNotCount()
    {
        Study study = Made(PlantedNetwork.Make(PlantedKind.SharedRelay, Units, seed: 11), sets: 99)!;

        Assert.Equal(VerdictKind.Supported, Verdict(study, 1, ControlVerdicts.RelaysTheBar).Verdict);
        Assert.Equal(VerdictKind.Contradicted, Verdict(study, 1, ControlVerdicts.ServesCounting).Verdict);
        Assert.Equal(VerdictKind.Supported, study.Verdicts.First(of => of.Claim == ArticleVerdicts.RelaysOnly).Verdict);
        Assert.Contains("here that is supported", study.Headline!.Answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NetworksThatDoNotCount_NeverSaysThatALayerDoes()
    {
        int made = 0;
        for (uint seed = 1; seed <= 12; seed++)
        {
            if (Made(PlantedNetwork.Make(PlantedKind.Chance, 64, seed), sets: 59) is { } study)
            {
                made++;
                Assert.All(study.Verdicts, verdict => Assert.Equal(VerdictKind.Undetermined, verdict.Verdict));
                Assert.Contains("nothing is said", study.Headline!.Answer, StringComparison.Ordinal);
            }
        }

        Assert.True(made >= 10, $"{made} of 12 studies were made");
    }

    [Fact]
    public void Run_SmallLayers_AreWarnedOfAndLeftUndetermined()
    {
        Study study = Made(PlantedNetwork.Make(PlantedKind.Counters, 24, seed: 3), sets: 59)!;

        Assert.All(study.Figure<ExcisionFigure>().Control!.Matching, sets => Assert.Equal(3, sets.SmallestBin));
        Assert.Equal(VerdictKind.Undetermined, Verdict(study, 1, ControlVerdicts.ServesCounting).Verdict);
        Assert.Contains("hold as few as 3 units", Verdict(study, 1, ControlVerdicts.ServesCounting).Sentence, StringComparison.Ordinal);
    }

    private static StudyVerdict Verdict(Study study, int layer, string claim) =>
        study.Verdicts.First(verdict => verdict.Subject == $"layer {layer}" && verdict.Claim == claim);

    /// <summary>The study of the first seed whose tune is fit for one; null where ten are not.</summary>
    private static Study? Made(PlantedNetwork network, int sets)
    {
        for (uint seed = 1; seed <= 10; seed++)
        {
            try
            {
                return Part7Study.Run(
                    network.Model,
                    new Part7Options
                    {
                        Seed = seed,
                        Prime = [.. PlantedNetwork.Header],
                        HeaderTunes = 4,
                        ControlSets = sets,
                        Version = "test",
                        Commands = new StudyCommands("lilt study", "lilt verify", "lilt generate", ""),
                    },
                    cancellation: TestContext.Current.CancellationToken
                );
            }
            catch (StudyRefusedException)
            {
                // Another seed may give a tune with measures enough.
            }
        }

        return null;
    }
}
