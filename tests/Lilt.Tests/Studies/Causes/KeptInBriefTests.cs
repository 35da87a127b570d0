using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Which layer keeps the count, asked by itself, on networks of known answer.</summary>
public sealed class KeptInBriefTests
{
    private const int Units = 48;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_CounterInALayer_SaysThatItAloneKeepsTheCount(int keeper)
    {
        KeptInBrief kept = Of(CausalNetwork.Make(CausalKind.Durations, keeper, Units, 3).Model, "M:4/4");

        Assert.Equal(
            Enumerable.Range(1, 3).Select(layer => layer == keeper ? VerdictKind.Supported : VerdictKind.Contradicted),
            kept.Layers.Select(claim => claim.Verdict)
        );
        Assert.All(kept.Together, Assert.Empty);
        Assert.All(kept.Layers, claim => Assert.Equal("4/4", claim.Meter));
    }

    [Fact]
    public void Of_CountSharedByTwoLayers_SaysThatTheyKeepItTogether()
    {
        KeptInBrief kept = Of(CausalNetwork.Make(CausalKind.Shared, 1, Units, 3).Model, "M:4/4");

        Assert.DoesNotContain(kept.Layers, claim => claim.Verdict == VerdictKind.Supported);
        int second = CausalKinds.Second(CausalKind.Shared, 1);
        Assert.Equal([second], kept.Together[0]);
        Assert.Equal([1], kept.Together[second - 1]);
    }

    [Theory]
    [InlineData(CausalKind.Chance)]
    [InlineData(CausalKind.Random)]
    public void Of_NetworkThatCountsNothing_NamesNoKeeper(CausalKind kind)
    {
        Model model = CausalNetwork.Make(kind, 0, Units, 3).Model;
        try
        {
            Assert.DoesNotContain(Of(model, "M:4/4").Layers, claim => claim.Verdict == VerdictKind.Supported);
        }
        catch (StudyRefusedException e)
        {
            Assert.Contains("full", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Of_HeaderWithoutMeter_IsRefused()
    {
        Model model = CausalNetwork.Make(CausalKind.Durations, 2, Units, 3).Model;

        Assert.Throws<StudyRefusedException>(() => Of(model, "K:Cmaj"));
    }

    private static KeptInBrief Of(Model model, params string[] header) =>
        KeptInBrief.Of(
            model,
            new CausesOptions { Seed = 5, Threads = 2 },
            [
                .. header.Select(text =>
                    model.Vocabulary.TryFind(text, out Token token) ? token : throw new ArgumentException(text, nameof(header))
                ),
            ],
            TestContext.Current.CancellationToken
        );
}
