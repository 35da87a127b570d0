using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Searching;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Searching;

/// <summary>What is found is held against the tunes themselves, each written in full and looked through.</summary>
public sealed class SeedSearchTests
{
    private const int Seeds = 3_000;
    private static readonly Model Wandering = WanderingModel.Create(["M:4/4"], 2, 16, WanderingModel.Bars, end: -3);
    private static readonly Dictionary<float, GeneratedTune[]> Written = new() { [1f] = Write(1), [0.7f] = Write(0.7f) };

    /// <summary>The tokens that tunes are known to begin with, those at a step, and those that they hold.</summary>
    [Theory]
    [InlineData("| C", 0, "", "", 1)]
    [InlineData("| * C", 0, "", "", 1)]
    [InlineData("* | C", 0, "", "", 1)]
    [InlineData("", 0, "", "C D |", 1)]
    [InlineData("", 7, "| E", "", 1)]
    [InlineData("|", 5, "| *", "C * C", 1)]
    [InlineData("|", 0, "", "F; | |", 0.7f)]
    [InlineData("", 2, "</s>", "", 1)]
    [InlineData("</s>", 0, "", "", 1)]
    [InlineData("", 0, "", "E </s>", 0.7f)]
    public void Run_OfAPattern_FindsTheSeedsWhoseTunesHaveIt(string begins, int step, string at, string held, float temperature)
    {
        IReadOnlyList<Token?>[] fragments = [.. held.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Tokens)];
        PlacedTokens[] placed =
        [
            .. new PlacedTokens[] { new(1, Tokens(begins)), new(step, Tokens(at)) }.Where(part => part.Tokens.Count > 0),
        ];
        ulong[] expected =
        [
            .. Written[temperature]
                .Where(tune =>
                    placed.All(part => IsAt(tune.Tokens, part.Step, part.Tokens))
                    && fragments.All(fragment => Enumerable.Range(1, tune.Tokens.Count).Any(from => IsAt(tune.Tokens, from, fragment)))
                )
                .Select(tune => tune.Seed.Value),
        ];
        Assert.NotEmpty(expected);
        Assert.True(expected.Length < Seeds / 2);
        foreach (int threads in (int[])[1, 3])
        {
            SeedSearch search = Search(new TunePattern(placed, fragments), temperature, threads);

            Assert.Equal(expected, search.Run(cancellation: TestContext.Current.CancellationToken).Select(found => found.Seed.Value));
            Assert.Equal(Seeds, search.Searched);
        }
    }

    [Fact]
    public void Steps_OfWhatIsFound_AreWhereTheLastOfItStands()
    {
        TunePattern pattern = new([new PlacedTokens(1, Tokens("|"))], [Tokens("C D"), Tokens("E F")]);
        FoundSeed[] found = [.. Search(pattern).Run(cancellation: TestContext.Current.CancellationToken)];

        Assert.NotEmpty(found);
        foreach (FoundSeed seed in found)
        {
            IReadOnlyList<Token> tokens = Written[1].Single(tune => tune.Seed == seed.Seed).Tokens;
            int First(string fragment) =>
                Enumerable.Range(1, tokens.Count).First(from => IsAt(tokens, from, Tokens(fragment))) + Tokens(fragment).Count - 1;
            Assert.Equal(Math.Max(First("C D"), First("E F")), seed.Steps);
        }
    }

    /// <summary>Of random weights or trained ones: a tune is found by its beginning alone among all the seeds around it.</summary>
    [Fact]
    public void Run_WithTheBeginningOfAShippedNetworksTune_FindsItsSeed()
    {
        const uint planted = 987_654;
        Model model = ShippedNetwork.Model;
        GeneratedTune tune = TuneGenerator.Generate(model, new GenerationOptions { Seed = planted }).Single();
        TunePattern pattern = new([new PlacedTokens(1, [.. tune.Tokens.Skip(1).Take(16).Select(token => (Token?)token)])], []);
        SeedSearch search = new(model, pattern, new SeedSearchOptions { First = planted - 100_000, Seeds = 200_000 });

        FoundSeed found = Assert.Single(search.Run(cancellation: TestContext.Current.CancellationToken));

        Assert.Equal(new FoundSeed(planted, 16), found);
        Assert.InRange(search.BeginningProbability, double.Epsilon, 1e-5);
    }

    [Fact]
    public void BeginningProbability_OfAToken_IsItsShareOfTheSeeds()
    {
        SeedSearch search = Search(new TunePattern([new PlacedTokens(1, Tokens("|"))], []));
        double share = (double)Written[1].Count(tune => IsAt(tune.Tokens, 1, Tokens("|"))) / Seeds;

        // Four standard errors of a share of so many seeds.
        Assert.InRange(search.BeginningProbability, share - (2 / Math.Sqrt(Seeds)), share + (2 / Math.Sqrt(Seeds)));
    }

    [Fact]
    public void Run_OfWhatFollowsAnEnd_FindsNothing()
    {
        SeedSearch search = Search(new TunePattern([new PlacedTokens(1, Tokens("</s> C"))], []));

        Assert.Equal(0, search.BeginningProbability);
        Assert.Empty(search.Run(cancellation: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Run_ToTheLargestSeed_LooksAtItToo()
    {
        TunePattern pattern = new([new PlacedTokens(1, Tokens("|"))], []);
        SeedSearchOptions last = new() { First = Seed.Largest - 99, Seeds = 100 };
        ulong[] found = [.. new SeedSearch(Wandering, pattern, last).Run().Select(seed => seed.Seed.Value)];
        GeneratedTune[] tunes = [.. TuneGenerator.Generate(Wandering, new GenerationOptions { Seed = Seed.Largest - 99, Tunes = 100 })];

        Assert.Equal(tunes.Where(tune => IsAt(tune.Tokens, 1, Tokens("|"))).Select(tune => tune.Seed.Value), found);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeedSearch(Wandering, pattern, last with { Seeds = 101 }));
    }

    [Fact]
    public void Run_Cancelled_SaysHowFarItCame()
    {
        using CancellationTokenSource stop = new();
        SeedSearch search = Search(new TunePattern([], [Tokens("C D |")]));
        List<FoundSeed> found = [];

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            foreach (FoundSeed seed in search.Run(cancellation: stop.Token))
            {
                found.Add(seed);
                stop.Cancel();
            }
        });

        long searched = search.Searched;
        Assert.InRange(searched, 1, Seeds - 1);
        SeedSearchOptions rest = new() { First = (uint)searched, Seeds = Seeds - searched };
        Assert.Equal(
            Search(new TunePattern([], [Tokens("C D |")])).Run(cancellation: TestContext.Current.CancellationToken),
            found.Concat(new SeedSearch(Wandering, new TunePattern([], [Tokens("C D |")]), rest).Run())
        );
    }

    [Fact]
    public void Pattern_OfNothingOrOfTwoThingsAtOnce_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new TunePattern([], []));
        Assert.Throws<ArgumentException>(() => new TunePattern([], [Tokens("* *")]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TunePattern([new PlacedTokens(0, Tokens("C"))], []));
        ArgumentException both = Assert.Throws<ArgumentException>(() =>
            new TunePattern([new PlacedTokens(1, Tokens("C D")), new PlacedTokens(2, Tokens("E"))], [])
        );
        Assert.StartsWith("Two different tokens are wanted at step 2.", both.Message, StringComparison.Ordinal);
        TunePattern late = new([new PlacedTokens(5, Tokens("C"))], []);
        Assert.Throws<ArgumentException>(() => new SeedSearch(Wandering, late, new SeedSearchOptions { Limit = 4 }));
        TunePattern foreign = new([new PlacedTokens(1, [new Token(999)])], []);
        Assert.Throws<ArgumentException>(() => new SeedSearch(Wandering, foreign, new SeedSearchOptions()));
    }

    private static SeedSearch Search(TunePattern pattern, float temperature = 1, int threads = 2) =>
        new(
            Wandering,
            pattern,
            new SeedSearchOptions
            {
                Seeds = Seeds,
                Temperature = temperature,
                Threads = threads,
            }
        );

    private static GeneratedTune[] Write(float temperature) =>
        [
            .. TuneGenerator.Generate(
                Wandering,
                new GenerationOptions
                {
                    Seed = 0,
                    Tunes = Seeds,
                    Temperature = temperature,
                }
            ),
        ];

    private static IReadOnlyList<Token?> Tokens(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => Wandering.Vocabulary.TryFind(word, out Token token) ? (Token?)token : null),
        ];

    private static bool IsAt(IReadOnlyList<Token> tokens, int step, IReadOnlyList<Token?> fragment) =>
        step + fragment.Count <= tokens.Count
        && Enumerable.Range(0, fragment.Count).All(n => fragment[n] is null || fragment[n] == tokens[step + n]);
}
