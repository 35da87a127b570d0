using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Subspaces;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed class SubspaceSearchTests
{
    private static readonly int Width = 2 * RememberedEvent.Shape.Units;

    private static readonly SubspaceSearchOptions Options = new()
    {
        Directions = 1,
        Steps = 80,
        Batch = 16,
        Rate = 0.05,
        Starts = 1,
        Seed = 1,
    };

    [Fact]
    public void Run_LayerWhereOneUnitKeepsIt_FindsThatUnit()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(128, 1), [RememberedEvent.Event]);

        FoundSubspace found = search.Run(Options);

        float share = found.Subspace.Basis.Span[RememberedEvent.Keeper];
        Assert.InRange(share * share, 0.9f, 1.001f);
        Assert.Equal(Options.Steps, found.Losses.Count);
        Assert.True(found.Losses.Take(5).Average() > 1.0, "by chance the event must come where it should not");
        Assert.True(found.Losses.TakeLast(5).Average() < 0.3);
    }

    [Fact]
    public void Run_LayerThatKeepsNothing_FindsNothing()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 2, RememberedEvent.Pairs(128, 1), [RememberedEvent.Event]);

        FoundSubspace found = search.Run(Options);

        Assert.True(found.Losses.TakeLast(5).Average() > 0.8 * found.Losses.Take(5).Average());
    }

    [Fact]
    public void Run_OneThreadOrMany_SameBits()
    {
        IReadOnlyList<SubspacePair> pairs = RememberedEvent.Pairs(40, 2);
        using SubspaceSearch one = new(RememberedEvent.Model(), 1, pairs, [RememberedEvent.Event], 1);
        using SubspaceSearch many = new(RememberedEvent.Model(), 1, pairs, [RememberedEvent.Event], 3);
        SubspaceSearchOptions options = Options with { Directions = 3, Steps = 12 };

        FoundSubspace ofOne = one.Run(options);
        FoundSubspace ofMany = many.Run(options);

        Assert.Equal(ofOne.Losses, ofMany.Losses);
        Assert.Equal(ofOne.Subspace.Basis.ToArray(), ofMany.Subspace.Basis.ToArray());
        Assert.Equal(ofOne.Losses, one.Run(options).Losses);
        Assert.NotEqual(ofOne.Losses, one.Run(options with { Seed = 2 }).Losses);
    }

    [Fact]
    public void Run_FromDirectionsGiven_BeginsThere()
    {
        float[] axis = new float[2 * RememberedEvent.Shape.Units];
        axis[RememberedEvent.Keeper] = 1f;
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(64, 1), [RememberedEvent.Event]);
        Subspace start = new(axis, axis.Length);

        FoundSubspace one = search.Run(Options with { Start = start, Steps = 1, Rate = 1e-9 });
        FoundSubspace two = search.Run(Options with { Start = start, Steps = 1, Rate = 1e-9, Directions = 2 });
        FoundSubspace random = search.Run(Options with { Steps = 1, Rate = 1e-9 });

        Assert.Equal(1f, one.Subspace.Basis.Span[RememberedEvent.Keeper], 1e-6f);
        Assert.Equal(1f, two.Subspace.Basis.Span[RememberedEvent.Keeper], 1e-6f);
        Assert.True(one.Losses[0] < 0.3 && two.Losses[0] < 0.3, "the answer was given");
        Assert.True(random.Losses[0] > 1.0, "and is not found by chance");
    }

    [Fact]
    public void Run_ScaleThatIsTheSameForAll_ChangesNoBit()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(40, 2), [RememberedEvent.Event]);
        SubspaceSearchOptions options = Options with { Directions = 3, Steps = 12 };

        FoundSubspace none = search.Run(options);
        FoundSubspace same = search.Run(options with { Scale = [.. Enumerable.Repeat(3.0, Width)] });

        Assert.Equal(none.Losses, same.Losses);
        Assert.Equal(none.Subspace.Basis.ToArray(), same.Subspace.Basis.ToArray());
    }

    [Fact]
    public void Run_NumbersOfNoScale_StayOutOfEveryDirection()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(40, 2), [RememberedEvent.Event]);
        double[] scale = [.. Enumerable.Range(0, Width).Select(static n => n % 2 == 0 ? 0.0 : 0.5 + n)];

        float[] basis = search.Run(Options with { Directions = 3, Steps = 12, Scale = scale }).Subspace.Basis.ToArray();

        for (int n = 0; n < basis.Length; n++)
        {
            Assert.Equal(n % Width % 2 == 0, basis[n] == 0f);
        }
    }

    [Fact]
    public void Run_ScaleThatFavoursTheKeeper_BeginsNearIt()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(64, 1), [RememberedEvent.Event]);
        double[] scale = [.. Enumerable.Range(0, Width).Select(static n => n == RememberedEvent.Keeper ? 1.0 : 0.01)];

        FoundSubspace scaled = search.Run(Options with { Scale = scale, Steps = 1, Rate = 1e-9 });
        FoundSubspace plain = search.Run(Options with { Steps = 1, Rate = 1e-9 });

        Assert.True(scaled.Losses[0] < 0.3, "the answer was given");
        Assert.True(plain.Losses[0] > 1.0, "and is not found by chance");
    }

    [Fact]
    public void Run_SeveralStarts_GoesOnFromTheOneOfLeastLoss()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(64, 1), [RememberedEvent.Event]);
        SubspaceSearchOptions still = Options with { Steps = 1, Rate = 1e-9, Batch = 64, StepsAStart = 1 };

        double[] losses = [.. Enumerable.Range(1, 6).Select(starts => search.Run(still with { Starts = starts }).Losses[0])];

        // The first starts of six are those of five: another can but lower the loss.
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[^1] < losses[0] - 0.01, "and one of them does");
    }

    [Fact]
    public void Run_AllDirectionsGiven_TakesNoOtherStart()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(40, 1), [RememberedEvent.Event]);
        SubspaceSearchOptions given = Options with { Steps = 5, Start = RandomSubspace.Draw(1, Width, 9) };

        Assert.Equal(search.Run(given).Losses, search.Run(given with { Starts = 4 }).Losses);
    }

    [Fact]
    public void Run_FewerPairsThanABatch_TakesAll()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(3, 1), [RememberedEvent.Event]);

        Assert.Equal(4, search.Run(Options with { Steps = 4 }).Losses.Count);
    }

    [Fact]
    public void Run_Progress_IsToldOfEveryStep()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(20, 1), [RememberedEvent.Event]);
        List<(int, double)> told = [];

        FoundSubspace found = search.Run(Options with { Steps = 5 }, (step, loss) => told.Add((step, loss)));

        Assert.Equal(found.Losses.Select((loss, step) => (step + 1, loss)), told);
    }

    [Fact]
    public void Run_Cancelled_Ends()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(20, 1), [RememberedEvent.Event]);
        using CancellationTokenSource ending = new();
        int steps = 0;

        Assert.Throws<OperationCanceledException>(() =>
            search.Run(
                Options,
                (step, _) =>
                {
                    steps = step;
                    if (step == 3)
                    {
                        ending.Cancel();
                    }
                },
                ending.Token
            )
        );
        Assert.Equal(3, steps);
    }

    [Fact]
    public void Constructor_WhatDoesNotFit_IsOneSentence()
    {
        SubspacePair good = RememberedEvent.Pairs(1, 1)[0];
        Fault("Pair 1: c and h of 2 layers are 64 numbers; the target has 7, the donor 64.", good, good with { Target = new float[7] });
        Fault("Pair 0: token 6 in a vocabulary of 6.", good with { Tokens = [new Token(6), new Token(0)] });
        Fault("Pair 0: nothing is read. Give it a reading, or leave the pair out.", good with { Readings = [] });
        Fault("Pair 0: a reading at step 2, where 2 tokens are read.", good with { Readings = [new EventReading(2, true)] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubspaceSearch(RememberedEvent.Model(), 3, [good], [RememberedEvent.Event]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SubspaceSearch(RememberedEvent.Model(), 1, [], [RememberedEvent.Event]));
        Says(
            "An event of 0 of 6 tokens: it is one or more, and not all.",
            () => new SubspaceSearch(RememberedEvent.Model(), 1, [good], [])
        );
        Says(
            "An event of 6 of 6 tokens: it is one or more, and not all.",
            () => new SubspaceSearch(RememberedEvent.Model(), 1, [good], [.. Enumerable.Range(0, 6).Select(token => new Token(token))])
        );
    }

    [Fact]
    public void Run_OptionsThatDoNotFit_AreErrors()
    {
        using SubspaceSearch search = new(RememberedEvent.Model(), 1, RememberedEvent.Pairs(3, 1), [RememberedEvent.Event]);
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Directions = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Directions = 33 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Steps = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Batch = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Starts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { StepsAStart = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Rate = double.NaN }));
        Says(
            "The directions to begin with have 3 numbers; a layer's state has 32.",
            () => search.Run(Options with { Start = new Subspace([1f, 0f, 0f], 3) })
        );
        Says("The scale has 3 numbers; a layer's state has 32.", () => search.Run(Options with { Scale = [1, 1, 1] }));
        Says("A scale's numbers are 0 or more, and finite.", () => search.Run(Options with { Scale = [-1, .. new double[31]] }));
        Says("A scale's numbers are 0 or more, and finite.", () => search.Run(Options with { Scale = [double.NaN, .. new double[31]] }));
        Says(
            "2 directions, where 1 numbers of the scale are over 0: as many are needed.",
            () => search.Run(Options with { Directions = 2, Scale = [1, .. new double[31]] })
        );
    }

    private static void Fault(string sentence, params SubspacePair[] pairs) =>
        Says(sentence, () => new SubspaceSearch(RememberedEvent.Model(), 1, pairs, [RememberedEvent.Event]));

    private static void Says(string sentence, Func<object> make) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
