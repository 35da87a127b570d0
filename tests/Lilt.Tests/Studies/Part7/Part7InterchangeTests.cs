using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>What a study of part 7 says of interchange beside its control.</summary>
public sealed class Part7InterchangeTests
{
    [Fact]
    public void Run_CounterInLayerTwo_EndsTheControlWithWhatInterchangeSays()
    {
        ControlInterchange said = Interchange(CausalNetwork.Make(CausalKind.Durations, 2, 48, 3).Model);

        Assert.Equal([VerdictKind.Contradicted, VerdictKind.Supported, VerdictKind.Contradicted], said.Layers.Select(layer => layer.Keeps));
        Assert.StartsWith("Interchanged instead of cut, layer 2's memory carries ", said.Here, StringComparison.Ordinal);
        Assert.EndsWith(": layer 2 keeps the count.", said.Here, StringComparison.Ordinal);
        Assert.Equal("docs/causes.md", said.Page);
    }

    [Fact]
    public void Run_TunesWithoutMeter_SaysWhyAndIsAStudyAllTheSame()
    {
        Model model = CausalNetwork.Make(CausalKind.Durations, 2, 48, 3).Model;
        Assert.True(model.Vocabulary.TryFind("K:Cmaj", out Token key));

        ControlInterchange said = Interchange(model, key);

        Assert.Null(said.Meter);
        Assert.Empty(said.Layers);
        Assert.StartsWith("The layers could not be interchanged: the header 'K:Cmaj' has no meter", said.Here, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_NoKeeperAlone_SaysWhatIsKnown()
    {
        LayerClaim no = Claim(VerdictKind.Contradicted, 0.3);
        LayerClaim open = Claim(VerdictKind.Undetermined, 0.5) with { Reason = "40 pairs are too few" };

        Assert.EndsWith(
            "layer 1's memory carries 0.30 of the moved bar [0.20, 0.40] and layer 2's 0.30 (4/4, 100 pairs in 50 tunes): layers 1 and 2 keep the count together, none of them alone.",
            Part7Interchange
                .Of(
                    new KeptInBrief(
                        [no, no],
                        [
                            [2],
                            [1],
                        ]
                    )
                )
                .Here,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ": which layer keeps the count is undetermined, since 40 pairs are too few.",
            Part7Interchange
                .Of(
                    new KeptInBrief(
                        [open, no],
                        [
                            [],
                            [],
                        ]
                    )
                )
                .Here,
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ": no layer keeps the count by itself.",
            Part7Interchange
                .Of(
                    new KeptInBrief(
                        [no, no],
                        [
                            [],
                            [],
                        ]
                    )
                )
                .Here,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no layer's share of the moved bar can be told",
            Part7Interchange
                .Of(
                    new KeptInBrief(
                        [open with { Share = null, Low = null, High = null }],
                        [
                            [],
                        ]
                    )
                )
                .Here,
            StringComparison.Ordinal
        );
    }

    private static LayerClaim Claim(VerdictKind verdict, double share) =>
        new(verdict, share, share - 0.1, share + 0.1, "4/4", 100, 50, string.Empty);

    private static ControlInterchange Interchange(Model model, params Token[] prime) =>
        Part7Study
            .Run(
                model,
                MetronomeStudy.Options() with
                {
                    ControlSets = 1,
                    ControlTunes = 2,
                    Prime = [.. prime.Select(token => (Token?)token)],
                },
                cancellation: TestContext.Current.CancellationToken
            )
            .Figure<ExcisionFigure>()
            .Control!.Interchange!;
}
