using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Subspaces;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed class SubspaceSearchTests
{
    private static readonly SubspaceSearchOptions Options = new()
    {
        Directions = 1,
        Steps = 80,
        Batch = 16,
        Rate = 0.05,
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
        Assert.Throws<ArgumentOutOfRangeException>(() => search.Run(Options with { Rate = double.NaN }));
        Says(
            "The directions to begin with have 3 numbers; a layer's state has 32.",
            () => search.Run(Options with { Start = new Subspace([1f, 0f, 0f], 3) })
        );
    }

    private static void Fault(string sentence, params SubspacePair[] pairs) =>
        Says(sentence, () => new SubspaceSearch(RememberedEvent.Model(), 1, pairs, [RememberedEvent.Event]));

    private static void Says(string sentence, Func<object> make) =>
        Assert.StartsWith(sentence, Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
}
