using Lilt.Assessment;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Rewriting;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Rewriting;

public sealed class RewriterTests
{
    private const string Tune =
        "M:4/4 K:Cmaj |: C 2 D 2 E 2 F 2 | G 4 A 4 | c 2 B A G 4 | C 8 :| |: e 2 d 2 c 2 B 2 | A 4 G 4 | F 2 E 2 D 2 B, 2 | C 8 :| </s>";
    private static readonly Lazy<Model> Counting = new(() => CausalNetwork.Make(CausalKind.Durations, 2, 48, 1).Model);

    [Fact]
    public void Run_SomeMeasures_LeavesAllElseAndFillsEach()
    {
        Vocabulary vocabulary = ShippedNetwork.Model.Vocabulary;
        IReadOnlyList<Token> tune = Tokens(vocabulary, Tune);
        RewriteTask task = RewriteTask.Of(vocabulary, tune, 3, 5, []);

        RewriteResult result = Rewriter.Run(ShippedNetwork.Model, task, new RewriteOptions { Candidates = 64, MostCandidates = 64 });

        Assert.Equal(4, result.Offers.Count);
        foreach (RewriteOffer offer in result.Offers)
        {
            string text = Text(vocabulary, offer.Tune);
            Assert.StartsWith("<s> M:4/4 K:Cmaj |: C 2 D 2 E 2 F 2 | G 4 A 4 |", text, StringComparison.Ordinal);
            Assert.EndsWith("| A 4 G 4 | F 2 E 2 D 2 B, 2 | C 8 :| </s>", text, StringComparison.Ordinal);
            Assert.Equal(8, MeasureCounter.Count(vocabulary, offer.Tune).Full);
            Assert.Equal(["|", ":|", "|:", "|"], Text(vocabulary, offer.Written).Split(' ').Where(of => of.Contains('|')));
            Assert.NotEqual(task.Original, offer.Written);
        }

        Assert.Equal(result.Offers.Count, result.Offers.Select(of => Text(vocabulary, of.Written)).Distinct().Count());
    }

    [Fact]
    public void Run_OtherThreadsAndOffers_DrawsTheSame()
    {
        RewriteTask task = RewriteTask.Of(Counting.Value.Vocabulary, Tokens(Counting.Value.Vocabulary, Tune), 2, 3, []);
        RewriteOptions options = new()
        {
            Candidates = 48,
            MostCandidates = 48,
            Threads = 1,
        };

        RewriteResult one = Rewriter.Run(Counting.Value, task, options);
        RewriteResult three = Rewriter.Run(Counting.Value, task, options with { Threads = 3, Offers = 2 });

        Assert.Equal(one.Offers.Take(2).Select(of => Text(of)), three.Offers.Select(of => Text(of)));
        Assert.Equal((one.Whole, one.Effective), (three.Whole, three.Effective));

        static string Text(RewriteOffer of) => string.Join(' ', of.Written);
    }

    [Fact]
    public void Run_LockedNotes_Stay()
    {
        Vocabulary vocabulary = Counting.Value.Vocabulary;
        RewriteTask task = RewriteTask.Of(
            vocabulary,
            Tokens(vocabulary, Tune),
            1,
            3,
            [new NoteLock(2), new NoteLock(3, 2), new NoteLock(1, 1)]
        );

        RewriteResult result = Rewriter.Run(Counting.Value, task, new RewriteOptions { Candidates = 128, MostCandidates = 256 });

        Assert.NotEmpty(result.Offers);
        foreach (RewriteOffer offer in result.Offers)
        {
            string[] measures = Text(vocabulary, offer.Written).Split(" |");
            Assert.StartsWith("C 2 ", measures[0], StringComparison.Ordinal);
            Assert.Equal(" G 4 A 4", measures[1]);
            Assert.Contains(" B ", measures[2], StringComparison.Ordinal);
            Assert.Equal(8, MeasureCounter.Count(vocabulary, offer.Tune).Full);
        }
    }

    [Fact]
    public void Run_Range_HoldsEveryWrittenNote()
    {
        Vocabulary vocabulary = Counting.Value.Vocabulary;
        RewriteTask task = RewriteTask.Of(vocabulary, Tokens(vocabulary, Tune), 2, 4, []);

        RewriteResult result = Rewriter.Run(
            Counting.Value,
            task,
            new RewriteOptions
            {
                Candidates = 32,
                MostCandidates = 32,
                Range = new PitchRange(0, 9),
            }
        );

        Assert.All(
            result.Offers.SelectMany(of => of.Written).Where(token => TokenKinds.Of(vocabulary, token) == TokenKind.Pitch),
            token => Assert.Contains(vocabulary[token].TrimStart('^', '_', '='), (string[])["C", "D", "E", "F", "G", "A"])
        );
    }

    [Fact]
    public void Run_AnEnding_ClosesTheSectionWithAsManyMeasures()
    {
        Vocabulary vocabulary = Counting.Value.Vocabulary;
        RewriteTask task = RewriteTask.Ending(vocabulary, Tokens(vocabulary, Tune), 6, 8);

        RewriteResult result = Rewriter.Run(Counting.Value, task, new RewriteOptions { Candidates = 32, MostCandidates = 32 });

        Assert.All(
            result.Offers,
            offer =>
            {
                Assert.Equal(12, MeasureCounter.Count(vocabulary, offer.Tune).Full);
                Assert.EndsWith(":| </s>", Text(vocabulary, offer.Tune), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void Run_AnotherEnding_WritesTheLastTwoMeasuresAlone()
    {
        Vocabulary vocabulary = ShippedNetwork.Model.Vocabulary;
        RewriteTask task = RewriteTask.OtherEnding(vocabulary, Tokens(vocabulary, Tune));

        RewriteResult result = Rewriter.Run(ShippedNetwork.Model, task, new RewriteOptions { Candidates = 32, MostCandidates = 32 });

        Assert.NotEmpty(result.Offers);
        Assert.All(
            result.Offers,
            offer =>
            {
                string text = Text(vocabulary, offer.Tune);
                Assert.StartsWith(
                    "<s> " + Tune[..Tune.IndexOf("F 2 E 2 D 2 B,", StringComparison.Ordinal)],
                    text,
                    StringComparison.Ordinal
                );
                Assert.EndsWith(" :| </s>", text, StringComparison.Ordinal);
                Assert.NotEqual($"<s> {Tune}", text);
                Assert.Equal(8, MeasureCounter.Count(vocabulary, offer.Tune).Full);
            }
        );
    }

    [Fact]
    public void Run_WrittenOn_KeepsTheFirstMeasuresAndEnds()
    {
        Vocabulary vocabulary = ShippedNetwork.Model.Vocabulary;
        RewriteTask task = RewriteTask.Continuing(vocabulary, Tokens(vocabulary, Tune), 2);
        RewriteOptions options = new()
        {
            Candidates = 16,
            MostCandidates = 16,
            Range = new PitchRange(0, 16),
        };

        RewriteResult result = Rewriter.Run(ShippedNetwork.Model, task, options);

        Assert.Equal(4, result.Offers.Count);
        foreach (RewriteOffer offer in result.Offers)
        {
            string text = Text(vocabulary, offer.Tune);
            Assert.StartsWith("<s> M:4/4 K:Cmaj |: C 2 D 2 E 2 F 2 | G 4 A 4 |", text, StringComparison.Ordinal);
            Assert.EndsWith(" </s>", text, StringComparison.Ordinal);
            Assert.Equal(2, offer.Tune.Count(token => TokenKinds.Of(vocabulary, token) is TokenKind.Meter or TokenKind.Key));
            Assert.Empty(PlacedNotes.Outside(vocabulary, offer.Tune, options.Range));
        }
    }

    [Fact]
    public void Run_WrittenOnPastTheLimit_OffersNothing()
    {
        Vocabulary vocabulary = Counting.Value.Vocabulary;
        RewriteTask task = RewriteTask.Continuing(vocabulary, Tokens(vocabulary, Tune), 2);

        RewriteResult result = Rewriter.Run(
            Counting.Value,
            task,
            new RewriteOptions
            {
                Candidates = 4,
                MostCandidates = 4,
                Limit = task.Before.Count + 1,
            }
        );

        Assert.Equal((0, 0, 0.0), (result.Offers.Count, result.Whole, result.Effective));
    }

    [Fact]
    public void Continuing_AfterALastMeasureWithoutABar_ClosesIt()
    {
        Vocabulary vocabulary = CausalTokens.Vocabulary;

        RewriteTask task = RewriteTask.Continuing(vocabulary, Tokens(vocabulary, "M:4/4 K:Cmaj C 8 | G 8 </s>"), 2);

        Assert.Equal("<s> M:4/4 K:Cmaj C 8 | G 8 |", Text(vocabulary, task.Before));
    }

    [Fact]
    public void Rounds_WhereFewFit_EndInWhatRunGives()
    {
        Vocabulary vocabulary = Counting.Value.Vocabulary;
        RewriteTask task = RewriteTask.Of(vocabulary, Tokens(vocabulary, Tune), 2, 3, []);
        RewriteOptions options = new() { Candidates = 2, MostCandidates = 8 };

        RewriteResult[] rounds = [.. Rewriter.Rounds(Counting.Value, task, options)];
        RewriteResult whole = Rewriter.Run(Counting.Value, task, options);

        Assert.Equal([2, 4], rounds.Take(2).Select(round => round.Candidates));
        Assert.Equal((whole.Candidates, whole.Effective), (rounds[^1].Candidates, rounds[^1].Effective));
        Assert.Equal(whole.Offers.Select(of => of.Written), rounds[^1].Offers.Select(of => of.Written));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(8, 9)]
    [InlineData(3, 2)]
    public void Of_NoSuchMeasures_IsRefused(int first, int last)
    {
        Vocabulary vocabulary = CausalTokens.Vocabulary;

        RewriteRefusedException refusal = Assert.Throws<RewriteRefusedException>(() =>
            RewriteTask.Of(vocabulary, Tokens(vocabulary, Tune), first, last, [])
        );

        Assert.Contains("1 to 8", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>What candidates and weights make of it, beside every way to write a measure with its exact probability.</summary>
    [Fact]
    public void Run_ManyCandidates_ComeNearTheExactDistribution()
    {
        Vocabulary vocabulary = new(["<s>", "</s>", "M:2/4", "K:Cmaj", "|", "C", "D", "2"]);
        Model random = RandomModels.Create(new NetworkShape(2, 12, vocabulary.Count), seed: 3);
        Model model = new(vocabulary, random.Weights.Copy(), ModelProvenance.Named("small"));
        RewriteTask task = RewriteTask.Of(
            vocabulary,
            Tokens(vocabulary, "M:2/4 K:Cmaj C 2 D 2 | C C C C | D 2 D C | C 2 C 2 | </s>"),
            2,
            2,
            []
        ) with
        {
            Original = [],
        };
        Dictionary<string, double> exact = [];
        foreach (string way in Ways(4))
        {
            IReadOnlyList<Token> written = Tokens(vocabulary, $"{way} |");
            exact[string.Join(' ', written)] = Probability(model, task.Before, [.. written, .. task.After.Take(task.Weighed)]);
        }

        double whole = exact.Values.Sum();
        double few = Distance(4);
        double many = Distance(256);

        Assert.Equal(44, exact.Count);
        Assert.True(many < 0.03, $"256 candidates are {many:0.000} away.");
        Assert.True(few > 2 * many, $"4 candidates are {few:0.000} away, 256 {many:0.000}.");

        // The total variation distance of the mean shares over many seeds.
        double Distance(int candidates)
        {
            const int Seeds = 200;
            Dictionary<string, double> found = exact.Keys.ToDictionary(key => key, _ => 0.0);
            for (uint seed = 0; seed < Seeds; seed++)
            {
                RewriteOptions options = new()
                {
                    Seed = seed,
                    Candidates = candidates,
                    MostCandidates = candidates,
                    Offers = 44,
                    Threads = 1,
                };
                foreach (RewriteOffer offer in Rewriter.Run(model, task, options).Offers)
                {
                    found[string.Join(' ', offer.Written)] += offer.Share / Seeds;
                }
            }

            return exact.Sum(of => Math.Abs((of.Value / whole) - found[of.Key])) / 2;
        }
    }

    // Every way to fill so many eighths with quavers and crotchets of two pitches.
    private static IEnumerable<string> Ways(int eighths) =>
        eighths == 0
            ? [""]
            : ((string[])["C", "D"]).SelectMany(pitch =>
                Ways(eighths - 1)
                    .Select(rest => $"{pitch} {rest}".TrimEnd())
                    .Concat(eighths < 2 ? [] : Ways(eighths - 2).Select(rest => $"{pitch} 2 {rest}".TrimEnd()))
            );

    private static double Probability(Model model, IReadOnlyList<Token> before, IReadOnlyList<Token> written)
    {
        NoProbe none = default;
        using StepBatch batch = new(model, 1);
        batch.Reset(0, ref none);
        double p = 1;
        Token[] all = [.. before, .. written];
        for (int step = 0; step < all.Length; step++)
        {
            p *= step < before.Count ? 1 : batch.Posterior(0)[all[step].Index];
            batch.SetInput(0, all[step]);
            batch.Step([0], 1f, ref none);
        }

        return p;
    }

    private static IReadOnlyList<Token> Tokens(Vocabulary vocabulary, string text) =>
        [.. text.Split(' ').Select(word => vocabulary.TryFind(word, out Token token) ? token : throw new ArgumentException(word))];

    private static string Text(Vocabulary vocabulary, IReadOnlyList<Token> tokens) =>
        string.Join(' ', tokens.Select(token => vocabulary[token]));
}
