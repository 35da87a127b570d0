using Lilt.Assessment;
using Lilt.Notation;
using Xunit;

namespace Lilt.Tests.Assessment;

public sealed class TuneSetAssessorTests
{
    private static readonly int[] Copied = [3, 17, 29];
    private static readonly string[] Divergences = ["tokenDivergence", "intervalDivergence", "durationDivergence"];
    private static readonly AssessmentOptions Options = new() { Draws = 100 };

    [Fact]
    public void Assess_CopiesInAnotherKey_AreFoundWhicheverOctaveTheyWentTo()
    {
        IReadOnlyList<Tune> corpus = Tunes(40, seed: 1);
        Tune[] copies = [.. Copied.Select(index => Transposer.To(corpus[index], new Tonic(Letter.G, 0)).Tune!)];

        SetAssessment found = TuneSetAssessor.Assess(copies, corpus, Options);

        Assert.Equal(Copied, found.Originality.Select(originality => originality!.Nearest.Index));
        Assert.All(found.Originality, originality => Assert.Equal(0, originality!.Nearest.Distance));
        Assert.All(found.Originality, originality => Assert.Equal(originality!.Windows, originality.KnownWindows));
        Assert.Equal(1, Figure(found, "copies").Tunes.Value);
        Assert.Equal(0, Figure(found, "nearestTune").Tunes.Value);
    }

    [Fact]
    public void Assess_TheCorpusItself_DivergesNotAtAll()
    {
        IReadOnlyList<Tune> corpus = Tunes(40, seed: 2);

        SetAssessment found = TuneSetAssessor.Assess(corpus, corpus, Options);

        foreach (string name in Divergences)
        {
            Assert.Equal(0, Figure(found, name).Tunes.Value, 1e-12);
            Assert.True(name == "durationDivergence" || Figure(found, name).HeldOut!.Value.Value > 0);
        }

        foreach (AssessmentFigure figure in found.Figures.Where(figure => figure.Corpus is not null))
        {
            Assert.Equal(figure.Corpus, figure.Tunes);
        }
    }

    [Fact]
    public void Assess_Threads_ChangeNothing()
    {
        IReadOnlyList<Tune> corpus = Tunes(60, seed: 3);
        IReadOnlyList<Tune> tunes = Tunes(10, seed: 4);

        SetAssessment one = TuneSetAssessor.Assess(tunes, corpus, Options with { Threads = 1 });
        SetAssessment four = TuneSetAssessor.Assess(tunes, corpus, Options with { Threads = 4 });

        Assert.Equal(one.Figures, four.Figures);
        Assert.Equal(one.Originality, four.Originality);
    }

    [Fact]
    public void Assess_EveryFigure_LiesInItsInterval()
    {
        SetAssessment found = TuneSetAssessor.Assess(Tunes(30, seed: 5), Tunes(100, seed: 6), Options);

        Assert.Equal(22, found.Figures.Count);
        foreach (
            Estimate estimate in found
                .Figures.SelectMany(figure => new[] { figure.Tunes, figure.Corpus, figure.HeldOut })
                .OfType<Estimate>()
        )
        {
            Assert.True(!estimate.IsDefined || (estimate.Low <= estimate.Value && estimate.Value <= estimate.High));
        }
    }

    [Fact]
    public void Assess_WithoutACorpus_LeavesOutWhatCompares()
    {
        SetAssessment found = TuneSetAssessor.Assess(Tunes(5, seed: 7), [], Options);

        Assert.Equal(15, found.Figures.Count);
        Assert.Empty(found.Originality);
        Assert.All(found.Figures, figure => Assert.Null(figure.Corpus));
    }

    [Fact]
    public void Assess_TwiceTheSameTune_IsOneDistinctTune()
    {
        IReadOnlyList<Tune> tunes = Tunes(4, seed: 8);

        SetAssessment found = TuneSetAssessor.Assess([.. tunes, .. tunes], [], Options);

        Assert.Equal(0.5, Figure(found, "distinctTunes").Tunes.Value);
    }

    [Theory]
    [InlineData(4750, 238)]
    [InlineData(100, 5)]
    [InlineData(1, 1)]
    [InlineData(0, 0)]
    public void HeldOutOf_CorpusSizes_IsFivePercentRoundedUp(int tunes, int expected) =>
        Assert.Equal(expected, TuneSetAssessor.HeldOutOf(tunes));

    private static AssessmentFigure Figure(SetAssessment assessment, string name) =>
        assessment.Figures.Single(figure => figure.Name == name);

    /// <summary>Random walks over a scale, in folk-rnn's tokens.</summary>
    private static IReadOnlyList<Tune> Tunes(int count, int seed)
    {
        string[] scale = ["C", "D", "E", "F", "G", "A", "B", "c", "d", "e", "f", "g"];
        Random random = new(seed);
        System.Text.StringBuilder text = new();
        for (int tune = 0; tune < count; tune++)
        {
            text.Append("M:4/4\nK:Cmaj\n");
            int at = random.Next(scale.Length);
            int measures = random.Next(4, 17);
            for (int note = 0; note < 8 * measures; note++)
            {
                at = Math.Clamp(at + random.Next(-2, 3), 0, scale.Length - 1);
                text.Append(scale[at]).Append(note % 8 == 7 ? " | " : " ");
            }

            text.Append("\n\n");
        }

        return TuneReader.Read(text.ToString()).Tunes;
    }
}
