using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Identities of interchanges as the study runs them, to the bit.</summary>
[Collection(nameof(AskedNetwork))]
public sealed class TrialRunnerTests
{
    private static readonly AskedNetwork Planted = AskedNetwork.Durations.Value;

    public static TheoryData<int[], StatePart> Parts =>
        new()
        {
            { [1], StatePart.Both },
            { [2], StatePart.Both },
            { [2], StatePart.Hidden },
            { [2], StatePart.Cell },
            { [3], StatePart.Cell },
            { [1, 3], StatePart.Both },
            { [1, 2, 3], StatePart.Both },
            { [1, 2, 3], StatePart.Hidden },
        };

    [Theory]
    [MemberData(nameof(Parts))]
    public void Run_Interchange_IsToTheBitTheLibrarysPlanOfTheSame(int[] layers, StatePart part)
    {
        SwapResult of = Planted.Asked.Kept.Of(layers, KeptWhere.MainDose, part);
        Assert.True(of.Pairs.Count >= 50);
        foreach ((int n, SwapPair pair) in of.Pairs.Index().Where(pair => pair.Index % 8 == 0))
        {
            double[] b = Planted.B(
                Planted.Written(pair.Target.Tune),
                layers.Select(layer => new Patch
                {
                    Site = part switch
                    {
                        StatePart.Hidden => Site.H(layer),
                        StatePart.Cell => Site.C(layer),
                        _ => new SiteSet(Site.C(layer), Site.H(layer)),
                    },
                    Units = UnitSet.All,
                    Source = Planted.Recording(pair.Donor.Tune),
                    AtStep = pair.Donor.Step,
                    Steps = new StepRange(pair.Target.Step, pair.Target.Step),
                    Edge = Edge.Recurrent,
                })
            );

            Assert.Equal(b[pair.Moved], of.Moved[n]);
            Assert.Equal(b[pair.Own], of.Own[n]);
        }
    }

    [Fact]
    public void Run_WholeTune_IsToTheBitTheLibrarysRecordingOfIt()
    {
        foreach (ReadTune tune in Planted.Material.Tunes.Take(5))
        {
            double[] b = Planted.Recording(tune.Index).LogProbabilities(TokenKind.Measure);

            Assert.Equal(b, Enumerable.Range(0, tune.Steps).Select(step => tune.LogProbability(step)));
        }
    }

    [Theory]
    [InlineData(StatePart.Both)]
    [InlineData(StatePart.Hidden)]
    [InlineData(StatePart.Cell)]
    public void Run_InterchangeWithItself_ChangesNoBit(StatePart part)
    {
        (Trial plain, NetworkState own, _) = Some();
        foreach (SwappedParts parts in SwappedParts.Every(Planted.Model.Shape).Select(parts => parts with { Part = part }))
        {
            Trial swapped = Again(plain, (0, parts, own), (3, parts, own));

            // The second time the state is no longer what it was at the first.
            Trial once = Again(plain, (0, parts, own));
            Planted.Runner.Run([plain, swapped, once]);

            Assert.Equal(plain.Found, once.Found);
            Assert.NotEqual(plain.Found, swapped.Found);
        }
    }

    [Fact]
    public void Run_AllLayersFromADonor_LeaveTheDonorsMemory()
    {
        (Trial plain, _, NetworkState donor) = Some();
        NetworkState swapped = NetworkState.Of(Planted.Model.Shape);
        NetworkState donors = NetworkState.Of(Planted.Model.Shape);
        Trial after = new()
        {
            Start = plain.Start,
            Tokens = plain.Tokens,
            Swaps = [(0, SwappedParts.All(Planted.Model.Shape), donor)],
            Kept = [(4, swapped)],
        };
        Trial own = new()
        {
            Start = donor,
            Tokens = plain.Tokens,
            Kept = [(4, donors)],
        };

        Planted.Runner.Run([plain, after, own]);

        Assert.Equal(own.Found, after.Found);
        Assert.Equal(donors.Values, swapped.Values);
        Assert.NotEqual(plain.Found, after.Found);
    }

    [Fact]
    public void Run_HiddenAndCellOneAfterTheOther_AreBothTogether()
    {
        (Trial plain, _, NetworkState donor) = Some();
        Trial both = Again(plain, (0, SwappedParts.Layer(2), donor));
        Trial parted = Again(plain, (0, SwappedParts.Layer(2, StatePart.Cell), donor), (0, SwappedParts.Layer(2, StatePart.Hidden), donor));
        Trial half = Again(plain, (0, SwappedParts.Layer(2, StatePart.Cell), donor));

        Planted.Runner.Run([both, parted, half]);

        Assert.Equal(both.Found, parted.Found);
        Assert.NotEqual(both.Found, half.Found);
    }

    [Fact]
    public void Run_UnitsInTwoParts_AreTheLayer()
    {
        (Trial plain, _, NetworkState donor) = Some();
        int[] some = [.. Enumerable.Range(0, 17)];
        int[] others = [.. Enumerable.Range(17, Planted.Model.Shape.Units - 17)];
        Trial layer = Again(plain, (0, SwappedParts.Layer(2), donor));
        Trial parted = Again(
            plain,
            (0, SwappedParts.Layer(2) with { Units = others }, donor),
            (0, SwappedParts.Layer(2) with { Units = some }, donor)
        );

        Planted.Runner.Run([layer, parted]);

        Assert.Equal(layer.Found, parted.Found);
    }

    [Fact]
    public void Run_ManyTogether_AreEachAsAlone()
    {
        Trial[] trials = [.. Planted.Asked.Trials.Where((_, n) => n % 23 == 0)];
        double[][] together = [.. trials.Select(trial => trial.Found)];
        TrialRunner alone = new(Planted.Model, [Clock.Measure(Planted.Model.Vocabulary).Events], 1, 1, CancellationToken.None);
        Assert.True(trials.Length > 100);

        foreach ((Trial trial, double[] found) in trials.Zip(together))
        {
            alone.Run([trial]);
            Assert.Equal(found, trial.Found);
        }

        Assert.Equal(trials.Sum(trial => (long)trial.Tokens.Count), alone.Reads);
    }

    [Fact]
    public void Run_EventThatNeverComes_IsTheLeastLogarithm()
    {
        (Trial plain, _, _) = Some();
        Trial trial = Again(plain);

        new TrialRunner(
            Planted.Model,
            [
                [],
            ],
            1,
            1,
            CancellationToken.None
        ).Run([trial]);

        Assert.All(trial.Found, b => Assert.Equal(TrialRunner.Least, b));
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        (Trial plain, _, _) = Some();
        TrialRunner runner = new(
            Planted.Model,
            [
                [],
            ],
            1,
            1,
            new CancellationToken(canceled: true)
        );

        Assert.ThrowsAny<OperationCanceledException>(() => runner.Run([Again(plain)]));
    }

    private static (Trial Plain, NetworkState Own, NetworkState Donor) Some()
    {
        SwapPair pair = Planted.Asked.Kept.All(KeptWhere.MainDose).Pairs[0];
        ReadTune tune = Planted.Material.Tunes[pair.Target.Tune];
        NetworkState own = Planted.Material.State(pair.Target);
        Trial plain = new() { Start = own, Tokens = tune.ReadAt(pair.Target.Step + 1, pair.Target.Step + 12) };
        return (plain, own, Planted.Material.State(pair.Donor));
    }

    private static Trial Again(Trial of, params (int Read, SwappedParts Parts, NetworkState Donor)[] swaps) =>
        new()
        {
            Start = of.Start,
            Tokens = of.Tokens,
            Swaps = swaps,
        };
}
