using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Lilt.Studies.Causes.Telling;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>What the questions make of a counter of durations in layer 2, by hand and by plans of the library.</summary>
[Collection(nameof(AskedNetwork))]
public sealed class QuestionTests
{
    private static readonly AskedNetwork Planted = AskedNetwork.Durations.Value;

    private static MeterQuestions Asked => Planted.Asked;

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void F_IsTheQuotientOfMeans_AtTheMovedBoundaryForwards_AtTheOwnOneBackwards(int dose)
    {
        SwapResult all = Asked.Kept.All(dose);
        foreach (int layer in (int[])[1, 2, 3])
        {
            SwapResult of = Asked.Kept.Of([layer], dose);
            double[] after = dose > 0 ? of.Moved : of.Own;
            double[] whole = dose > 0 ? all.Moved : all.Own;
            double without = (dose > 0 ? of.MovedWithout : of.OwnWithout).Average();

            Estimate f = Asked.Kept.F(of, Asked.Bootstrap)!;

            Assert.Equal((after.Average() - without) / (whole.Average() - without), f.Value, 1e-9);
            Assert.InRange(f.Value, layer == 2 ? 0.95 : -0.1, layer == 2 ? 1.05 : 0.1);
        }

        Assert.Equal(new Estimate(1, 1, 1), Asked.Kept.F(all, Asked.Bootstrap));
    }

    [Fact]
    public void F_Backwards_LosesTheOwnBar_ForwardsBringsItEarlier()
    {
        SwapResult back = Asked.Kept.Of([2], -2);
        SwapResult ahead = Asked.Kept.Of([2], 2);

        Assert.True(back.OwnWithout.Average() > -0.5 && back.Own.Average() < -4);
        Assert.True(ahead.MovedWithout.Average() < -4 && ahead.Moved.Average() > -0.5);
        Assert.All(back.Pairs, pair => Assert.Equal(pair.Own, pair.Moved));
    }

    [Fact]
    public void F_OfShams_IsNone_AndTheyMoveNothing()
    {
        Assert.Null(Asked.Kept.F(Asked.Kept.All(0), Asked.Bootstrap));
        MeterEvidence evidence = MeterEvidence.Of(Asked, 3);
        Assert.InRange(evidence.Sham!.Value, -0.5, 0.5);
        Assert.True(evidence.Whole!.Low > 4);
    }

    [Fact]
    public void Rows_AreEverySetAndDose_WithTheCellsAndHiddenStatesOfSinglesAndAllApart()
    {
        // 7 sets, and of 4 of them h and c alone, at 3 doses.
        Assert.Equal(45, Asked.Rows().Count);
        Assert.All(Asked.Rows(), row => Assert.Equal(row.Dose == 0, row.F is null));
    }

    [Fact]
    public void TooEarly_OfALayerThatKeepsTheCount_IsNever() =>
        Assert.Equal(new Estimate(0, 0, 0), Asked.Kept.TooEarly([2], Asked.Bootstrap));

    [Fact]
    public void WhatSets_TokenPutIn_IsWhatTheLibraryReads()
    {
        Token bar = Planted.Model.Vocabulary.TryFind("|", out Token found) ? found : default;
        SwapPair[] targets = Inserted();
        Assert.Equal(targets.Select(pair => pair.Target.Tune), Asked.Sets.Tunes);
        double[] without = Asked.Sets.Without;
        double[] with = Asked.Sets.WithBar;
        double[] putBack = Asked.Sets.PutBackOf(2);
        double[] heldUp = Asked.Sets.HeldUpOf(1);
        foreach ((int n, SwapPair pair) in targets.Index().Where(of => of.Index % 6 == 0))
        {
            int step = pair.Target.Step;
            IReadOnlyList<Token> written = Planted.Written(pair.Target.Tune);
            Token[] tokens = [.. written.Take(step), bar, .. written.Skip(step)];
            TuneRecording own = Planted.Recording(pair.Target.Tune);

            // Every step behind the token's own, up to the measure's own bar, which stands one later now.
            double Highest(double[] b, int from) => b[from..(pair.Own + from - step)].Max();
            Assert.Equal(Highest(own.LogProbabilities(TokenKind.Measure), step + 1), without[n]);
            Assert.Equal(Highest(Planted.B(tokens), step + 2), with[n]);
            Assert.Equal(Highest(Planted.B(tokens, Patch.State(own, step, 2, step + 1, Edge.Recurrent)), step + 2), putBack[n]);
            Patch shown = new()
            {
                Site = Site.H(1),
                Units = UnitSet.All,
                Source = own,
                AtStep = step,
                Steps = new StepRange(step + 1, step + 1),
                Edge = Edge.Up,
            };
            Assert.Equal(Highest(Planted.B(tokens, shown), step + 2), heldUp[n]);
        }
    }

    [Fact]
    public void WhatSets_CountThatIsToldAtOnce_IsUndoneByWhatIsHeldBackAndNotByTheMemory()
    {
        Assert.True(Asked.Reset!.Low > 4);
        Assert.True(Asked.Undone(1, heldBack: true)!.Low > 0.9);
        Assert.True(Asked.Undone(1, heldBack: false)!.High < 0.1);
        Assert.True(Asked.Undone(2, heldBack: false)!.Low > 0.9);
    }

    [Fact]
    public void WhatSets_CountThatIsSetByAMemory_IsUndoneByTheMemoryPutBack()
    {
        MeterQuestions asked = AskedNetwork.Reminded.Value.Asked;

        Assert.True(asked.Reset!.Low > 4);
        Assert.True(asked.Undone(1, heldBack: false)!.Low > 0.9);
        Assert.True(asked.Undone(1, heldBack: true)!.High < 0.5);
    }

    [Fact]
    public void WhatSets_ClockThatSetsItself_IsMovedByAStepAndKeepsItsBar()
    {
        MeterQuestions asked = AskedNetwork.Clock.Value.Asked;

        Assert.True(asked.Reset!.High < 1);
        Assert.True(asked.Sets.WithBar.Average() > -1);
    }

    [Fact]
    public void WhatMoves_HandedUp_IsWhatTheLibrarysPlanSays()
    {
        foreach (UpKind kind in Enum.GetValues<UpKind>())
        {
            foreach (int layer in (int[])[1, 3])
            {
                double[] moved = Asked.Moves.Moved(kind, layer);
                foreach ((int n, SwapPair pair) in Asked.Moves.Pairs(kind).Index().Where(of => of.Index % 10 == 0))
                {
                    double[] b = Planted.B(
                        Planted.Written(pair.Target.Tune),
                        new Patch
                        {
                            Site = Site.H(layer),
                            Units = UnitSet.All,
                            Source = Planted.Recording(pair.Donor.Tune),
                            AtStep = pair.Donor.Step,
                            Steps = new StepRange(pair.Target.Step, pair.Target.Step),
                            Edge = Edge.Up,
                        }
                    );

                    Assert.Equal(b[pair.Target.Step], moved[n]);
                }
            }
        }
    }

    [Fact]
    public void WhatMoves_FromTheKeeperUp_MakesTheWayToTheBoundary_AndBackFromIt()
    {
        foreach (UpKind kind in (UpKind[])[UpKind.BoundaryToMiddle, UpKind.MiddleToBoundary])
        {
            Assert.True(Asked.HandedOn(kind, 2)!.Low > 0.9, $"{kind} 2");

            // What the last layer hands up is all that the posterior is made of.
            Assert.Equal(1, Asked.HandedOn(kind, 3)!.Value, 1e-6);
        }

        // The layer below says what was read, the same kinds of notes at both places.
        Assert.True(Asked.HandedOn(UpKind.BoundaryToMiddle, 1)!.High < 0.1);
        Assert.InRange(Asked.Moves.Moved(UpKind.Sham, 2).Average() - Asked.Moves.Without(UpKind.Sham).Average(), -0.5, 0.5);
    }

    [Fact]
    public void WhatMoves_OthersMoved_AreBitsOfADivergence()
    {
        double[] bits = [.. Enum.GetValues<UpKind>().SelectMany(kind => Asked.Moves.OthersMoved(kind, 3))];

        Assert.All(bits, of => Assert.InRange(of, 0, 1));
        Assert.Contains(bits, of => of > 0.01);
    }

    [Fact]
    public void WhatIsCounted_OtherDuration_LosesTheBar_OtherTokensDoNot()
    {
        Assert.True(WhatIsCounted.Lost(Asked.Counted.OtherDuration).Average() > 4);
        Assert.InRange(WhatIsCounted.Lost(Asked.Counted.OtherTokens).Average(), -0.5, 0.5);
    }

    // The draw that the question makes: targets about the middle, whose donors it has no need of.
    private static SwapPair[] Inserted() =>
        [
            .. Asked.Draw.Draw(
                "inserted",
                40,
                (tune, place) => Asked.Draw.IsMiddle(place.Distance) ? tune.Places.Measures[place.Measure].Bar : null,
                place => place.Distance,
                (_, _) => true
            ),
        ];
}
