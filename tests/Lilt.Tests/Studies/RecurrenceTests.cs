using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies;

public sealed class RecurrenceTests
{
    // 147 steps in which the phrases return that the article names for its own tune: 'd c d e c 2 A G | A d d' 35 steps later,
    // 'A D D' 20 and 38 steps later, ':|' 69 steps after the first.
    private static readonly string[] Tune = MakeTune();

    [Fact]
    public void Find_TuneOfTheArticlesRecurrences_GivesItsPhrasesAndLags()
    {
        IReadOnlyList<RepeatedPhrase> phrases = RepeatedPhrases.Find(Tokens(Tune), shortest: 3);

        RepeatedPhrase longest = phrases[0];
        Assert.Equal("d c d e c 2 A G | A d d", Text(longest));
        Assert.Equal([35], longest.Lags);
        RepeatedPhrase motif = Assert.Single(phrases, phrase => Text(phrase) == "A D D");
        Assert.Equal([20, 38], motif.Lags);
    }

    [Fact]
    public void Intervals_RepeatBars_AreSixtyNineStepsApart()
    {
        bool[] repeats = [.. Tune.Select(text => text == ":|")];
        OnsetIntervals intervals = OnsetIntervals.Of(repeats);

        Assert.Equal([75, 144], intervals.Onsets);
        Assert.Equal([69], intervals.Intervals);
        Assert.Equal(69, intervals.Median());
    }

    [Fact]
    public void Median_BarsThatTouch_AreLeftOut()
    {
        OnsetIntervals intervals = OnsetIntervals.Of([true, true, false, false, true, false, false, false, true]);

        Assert.Equal([1, 3, 4], intervals.Intervals);
        Assert.Equal(3.5, intervals.Median(shortest: 2));
        Assert.Equal(
            new Dictionary<int, int>
            {
                [1] = 1,
                [3] = 1,
                [4] = 1,
            },
            intervals.Counts()
        );
        Assert.Null(OnsetIntervals.Of([true, false]).Median());
    }

    [Fact]
    public void Shares_PeriodicTokens_AreWholeAtThePeriod()
    {
        double[] shares = SelfMatch.Shares(Tokens("a b c a b c a b".Split(' ')));

        Assert.Equal([1, 0, 0, 1, 0, 0, 1, 0], shares);
        Assert.Throws<ArgumentException>(() => SelfMatch.Shares([]));
    }

    [Theory]
    [InlineData("a a a a a", 1)]
    [InlineData("a b a b a", 1)]
    [InlineData("a b c", 1)]
    [InlineData("x a b y a b z a b c x a", 2)]
    [InlineData("", 1)]
    public void Find_SmallTunes_IsTheListCountedByHand(string text, int shortest)
    {
        string[] tune = text.Length == 0 ? [] : text.Split(' ');
        AssertSameAsSlow(Tokens(tune), shortest);
    }

    [Fact]
    public void Find_RandomTunes_IsTheListCountedByHand()
    {
        Random random = new(5);
        for (int trial = 0; trial < 200; trial++)
        {
            Token[] tune = new Token[random.Next(2, 30)];
            for (int step = 0; step < tune.Length; step++)
            {
                tune[step] = new Token(random.Next(3));
            }

            AssertSameAsSlow(tune, random.Next(1, 4));
        }
    }

    [Fact]
    public void Find_LongTuneOfOneToken_StaysSmall() => Assert.Equal(999, RepeatedPhrases.Find(new Token[1000], 1).Count);

    // By definition: a phrase some two of whose places differ in the token before and in the token after.
    private static void AssertSameAsSlow(Token[] tune, int shortest)
    {
        HashSet<string> expected = [];
        for (int length = shortest; length < tune.Length; length++)
        {
            for (int one = 0; one + length < tune.Length; one++)
            {
                for (int other = one + 1; other + length <= tune.Length; other++)
                {
                    bool same = tune.AsSpan(one, length).SequenceEqual(tune.AsSpan(other, length));
                    bool left = one == 0 || tune[one - 1] != tune[other - 1];
                    bool right = other + length == tune.Length || tune[one + length] != tune[other + length];
                    if (same && left && right)
                    {
                        IEnumerable<int> starts = Enumerable
                            .Range(0, tune.Length - length + 1)
                            .Where(start => tune.AsSpan(start, length).SequenceEqual(tune.AsSpan(one, length)));
                        expected.Add($"{string.Join(' ', tune[one..(one + length)])} at {string.Join(' ', starts)}");
                    }
                }
            }
        }

        List<string> found =
        [
            .. RepeatedPhrases
                .Find(tune, shortest)
                .Select(phrase => $"{string.Join(' ', phrase.Tokens)} at {string.Join(' ', phrase.Starts)}"),
        ];
        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    private static string[] MakeTune()
    {
        // Steps without a phrase hold tokens that never return.
        string[] tune = [.. Enumerable.Range(0, 147).Select(step => $"filler{step}")];
        Place("d c d e c 2 A G | A d d", 80);
        Place("d c d e c 2 A G | A d d", 115);
        Place("A D D", 10);
        Place("A D D", 30);
        Place("A D D", 48);
        Place(":|", 75);
        Place(":|", 144);
        return tune;

        void Place(string phrase, int at) => phrase.Split(' ').CopyTo(tune, at);
    }

    private static Token[] Tokens(string[] texts)
    {
        List<string> distinct = [.. texts.Distinct()];
        return [.. texts.Select(text => new Token(distinct.IndexOf(text)))];
    }

    private static string Text(RepeatedPhrase phrase) => string.Join(' ', Tune.Skip(phrase.Starts[0]).Take(phrase.Tokens.Count));
}
