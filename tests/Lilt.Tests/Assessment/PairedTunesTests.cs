using Lilt.Assessment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class PairedTunesTests
{
    private const int Measures = 11;
    private const string Whole = "X:1\nL:1/8\nM:4/4\nK:C\n|: CDEF GABc | cBAG FEDC :|\n";
    private const string Short = "X:1\nL:1/8\nM:4/4\nK:C\nCDEF GABc | cBAG FED | C8 |]\n";
    private const string Pickup = "X:1\nL:1/8\nM:4/4\nK:Dmin\nAB | cdef edcB | ABcd edA :|\n";

    [Fact]
    public void Find_NothingWasDone_NothingDiffersAndNothingIsSaid()
    {
        TuneEffect found = PairedTunes.Find([.. Tunes().Select(tune => PairedTune.Of(tune, tune, false, false, false))], seed: 1);

        Assert.Equal((3, 0.0), (found.Tunes, found.Changed.Value));
        Assert.All(
            found.Figures.Where(figure => figure.Difference.IsDefined),
            figure => Assert.Equal((0, 0, 0, 0, EffectVerdict.Undetermined), Said(figure))
        );
        Assert.Equal(PairedTunes.Figures.Select(figure => figure.Name), found.Figures.Select(figure => figure.Name));
    }

    [Fact]
    public void Find_BothSides_AreWhatTheAssessmentOfEitherSays()
    {
        Tune[] tunes = Tunes();
        Tune[] others = [tunes[1], tunes[2], tunes[2]];
        TuneEffect found = PairedTunes.Find([.. tunes.Zip(others, (one, other) => PairedTune.Of(one, other, true, false, true))], seed: 1);
        SetAssessment first = TuneSetAssessor.Assess(tunes, [], new AssessmentOptions());
        SetAssessment second = TuneSetAssessor.Assess(others, [], new AssessmentOptions());

        foreach (EffectFigure figure in found.Figures.SkipLast(1))
        {
            Assert.Equal(first.Figures.Single(of => of.Name == figure.Name).Tunes.Value, figure.Baseline);
            Assert.Equal(second.Figures.Single(of => of.Name == figure.Name).Tunes.Value, figure.Operated);
        }

        Assert.Equal((0.0, 1.0), (found.Figures[^1].Baseline, found.Figures[^1].Operated));
        Assert.Equal(1, found.Changed.Value);
    }

    [Fact]
    public void Find_ManyPairs_HasThePairedIntervalsWidth()
    {
        // The spread of 1,000 draws' 2.5 and 97.5 percentiles is about 5 % of the width.
        const double DrawSpread = 0.15;
        Random random = new(5);
        (double, double)[] values = [.. Enumerable.Range(0, 400).Select(_ => Pair(random, 0.5))];
        double[] differences = [.. values.Select(of => of.Item2 - of.Item1)];
        double mean = differences.Average();
        double error = Math.Sqrt(differences.Sum(v => (v - mean) * (v - mean)) / 400 / 400);

        EffectFigure found = PairedTunes.Find([.. values.Select(Lengths)], seed: 3).Figures[Measures];

        Assert.Equal(mean, found.Difference.Value, 1e-9);
        Assert.Equal((400, 400), (found.Difference.Tunes, found.Differing));
        Assert.InRange((found.Difference.High - found.Difference.Low) / (2 * 1.96 * error), 1 - DrawSpread, 1 + DrawSpread);
        Assert.Equal(EffectVerdict.More, found.Verdict);
    }

    [Fact]
    public void Find_ManyTimes_HoldsTheTruthNineteenTimesOutOfTwenty()
    {
        // 400 times 40 pairs: the share's own standard error is 0.011, and an interval of percentiles of 40 pairs is a little short.
        const double Least = 0.91;
        const double Most = 0.98;
        Random random = new(7);
        int holds = Enumerable
            .Range(0, 400)
            .Count(_ =>
            {
                Estimate found = PairedTunes
                    .Find([.. Enumerable.Range(0, 40).Select(_ => Lengths(Pair(random, 0.25)))], seed: 3, draws: 400)
                    .Figures[Measures]
                    .Difference;
                return found.Low <= 0.25 && 0.25 <= found.High;
            });

        Assert.InRange(holds / 400.0, Least, Most);
    }

    [Fact]
    public void Find_AllPairsMovedAlike_HaveNoWidthHoweverUnlikeTheyAre()
    {
        EffectFigure found = PairedTunes
            .Find([.. Enumerable.Range(0, 30).Select(tune => Lengths((10.0 * tune, (10 * tune) - 2)))], seed: 3)
            .Figures[Measures];

        Assert.Equal((-2, -2, -2, 30, EffectVerdict.Less), Said(found));
    }

    [Theory]
    [InlineData(5, EffectVerdict.Undetermined)]
    [InlineData(6, EffectVerdict.More)]
    public void Find_FewTunesDiffer_IsUndetermined(int pairs, EffectVerdict verdict) =>
        Assert.Equal(
            verdict,
            PairedTunes.Find([.. Enumerable.Range(0, pairs).Select(_ => Lengths((4, 9)))], seed: 3).Figures[Measures].Verdict
        );

    [Fact]
    public void Find_NoTuneHasASay_IsUndefined()
    {
        EffectFigure found = PairedTunes.Find([Lengths((1, 2)), Lengths((2, 4))], seed: 3).Figures[0];

        Assert.False(found.Difference.IsDefined);
        Assert.Equal((0, EffectVerdict.Undetermined), (found.Differing, found.Verdict));
        Assert.Equal(0, PairedTunes.Find([], seed: 3).Tunes);
    }

    [Fact]
    public void Find_OnceMore_IsTheSame()
    {
        Random random = new(9);
        PairedTune[] pairs = [.. Enumerable.Range(0, 50).Select(_ => Lengths(Pair(random, 1)))];

        Assert.Equal(PairedTunes.Find(pairs, seed: 4).Figures, PairedTunes.Find(pairs, seed: 4).Figures);
        Assert.NotEqual(PairedTunes.Find(pairs, seed: 4).Figures, PairedTunes.Find(pairs, seed: 5).Figures);
    }

    private static (double, double, double, int, EffectVerdict) Said(EffectFigure figure) =>
        (figure.Difference.Value, figure.Difference.Low, figure.Difference.High, figure.Differing, figure.Verdict);

    private static (double, double) Pair(Random random, double by)
    {
        double baseline = 20 * random.NextDouble();
        return (baseline, baseline + by + (2 * random.NextDouble()) - 1);
    }

    /// <summary>A pair that adds to one mean alone.</summary>
    private static PairedTune Lengths((double Baseline, double Operated) of)
    {
        double[] numbers = new double[PairedTunes.NumbersATune];
        (double, double, double, double) put = (of.Baseline, 1, of.Operated, 1);
        int at = 4 * Measures;
        (numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]) = put;
        return new PairedTune(of.Baseline != of.Operated, numbers);
    }

    private static Tune[] Tunes() => [.. new[] { Whole, Short, Pickup }.Select(abc => TuneReader.Read(abc).Tunes[0])];
}
