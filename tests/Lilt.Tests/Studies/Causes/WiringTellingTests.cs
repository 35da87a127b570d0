using Lilt.Studies;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Telling;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

public sealed class WiringTellingTests
{
    private static readonly string[] Meters = ["4/4", "6/8"];

    [Fact]
    public void Sentence_OneKeeperInEveryMeter_NamesNoMeter() =>
        Assert.Equal("The network counts durations: layer 2 keeps the count.", Sentence([], ["4/4", "6/8"], []));

    [Fact]
    public void Sentence_OneKeeperSeenInOneMeter_NamesIt() =>
        Assert.Equal("The network counts durations: layer 2 keeps the count in 6/8.", Sentence([], ["6/8"], []));

    [Fact]
    public void Sentence_TwoKeepersInTheSameMeters_SaysThatEachIsEnough() =>
        Assert.Equal(
            "The network counts durations: layers 1 and 3 keep the count, each by itself enough to move the bar.",
            Sentence(["4/4", "6/8"], [], ["4/4", "6/8"])
        );

    [Fact]
    public void Sentence_KeepersOfDifferentMeters_SaysWhichOfWhich() =>
        Assert.Equal(
            "The network counts durations: the count is kept by layer 1 in 4/4 and layer 2 in 6/8.",
            Sentence(["4/4"], ["6/8"], [])
        );

    [Fact]
    public void Sentence_NoKeeperAndNoneContradicted_IsUndetermined() =>
        Assert.Equal(
            "Whether a layer of the network keeps a count of the measure is undetermined: too few.",
            Sentence([], [], [], VerdictKind.Undetermined)
        );

    [Fact]
    public void Sentence_EveryLayerContradicted_SaysNone() =>
        Assert.Equal("No layer of the network keeps a count of the measure.", Sentence([], [], []));

    private static string Sentence(string[] first, string[] second, string[] third, VerdictKind otherwise = VerdictKind.Contradicted)
    {
        WiredLayer[] layers =
        [
            .. ((string[][])[first, second, third]).Select(
                (seen, n) =>
                    new WiredLayer(
                        n + 1,
                        Claim(VerdictKind.Undetermined, []),
                        null,
                        Claim(seen.Length > 0 ? VerdictKind.Supported : otherwise, seen),
                        [],
                        Claim(VerdictKind.Undetermined, [])
                    )
            ),
        ];
        return WiringTelling.Sentence(layers, CountedThing.Durations, CountDirection.Undetermined, [], Meters);
    }

    private static LayerClaim Claim(VerdictKind verdict, string[] meters) =>
        new(verdict, 0.9, 0.8, 1, "4/4", 300, 100, verdict == VerdictKind.Undetermined ? "too few" : string.Empty) { Meters = meters };
}
