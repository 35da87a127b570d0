using System.Text.Json;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>The study of causes on a network whose second layer counts: what it says beside its interchanges, and what it lacks.</summary>
public sealed class BesideCutTests
{
    private const int Units = 48;

    private static readonly CausalNetwork Network = CausalNetwork.Make(CausalKind.Durations, 2, Units, 3);

    [Fact]
    public void Run_Whole_SetsTheCutOfEveryLayerBesideItsInterchange()
    {
        Study study = Run(quick: false);
        BesideCutFigure figure = study.Figure<BesideCutFigure>();

        Assert.Equal([1, 2, 3], figure.Layers.Select(of => of.Layer));
        Assert.Equal(
            study.Figure<WiringFigure>().Layers.Select(of => (of.Keeps.Verdict, of.Keeps.Share)),
            figure.Layers.Select(of => (of.Keeps, of.F))
        );
        Assert.All(
            figure.Layers.SelectMany(of => (CutContrast[])[of.Between, of.At]),
            cut =>
            {
                Assert.InRange(cut.Random.Count, 19, figure.Sets);
                Assert.InRange(cut.Cut, cut.Low, cut.High);
                Assert.Equal(cut.Random.Average(), cut.RandomMean);
            }
        );
        Assert.All(figure.Layers, of => Assert.Contains("of the moved bar", of.Why, StringComparison.Ordinal));
        StudyTable table = study.Tables.Single(of => of.Name == "cut.csv");
        Assert.Equal(1 + figure.Layers.Sum(of => 2 + of.Between.Random.Count + of.At.Random.Count), table.Rows.Count());

        // Without the count there is no timing left that a note could be told from the next by.
        Assert.True(figure.Layers[1].Between.Cut < 0.9 * figure.Uncut, $"{figure.Layers[1].Between.Cut} of {figure.Uncut}");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Run_FiguresThatAreNull_AreLeftOutWithAReason(bool quick)
    {
        Study study = Run(quick);
        using JsonDocument written = JsonDocument.Parse(StudyJson.Text(study));

        Assert.Equal(
            written
                .RootElement.GetProperty("figures")
                .EnumerateObject()
                .Where(figure => figure.Value.ValueKind == JsonValueKind.Null)
                .Select(figure => figure.Name),
            study.LeftOut.Select(of => of.Figure)
        );
        Assert.All(study.LeftOut, of => Assert.NotEmpty(of.Why));
        Assert.Equal(quick, study.LeftOut.Any(of => of is { Figure: "besideCut", Why: "left out by --quick" }));
    }

    [Fact]
    public void Run_Verdicts_EachSayWhy()
    {
        Assert.All(
            Run(quick: true).Verdicts,
            verdict =>
                Assert.True(verdict.Effect is not null || verdict.Sentence.Contains(", since ", StringComparison.Ordinal), verdict.Sentence)
        );
    }

    private static Study Run(bool quick) =>
        CausesStudy.Run(
            Network.Model,
            new CausesOptions
            {
                Seed = 5,
                Quick = quick,
                Tunes = 60,
                Pairs = 100,
                Threads = 2,
            },
            cancellation: TestContext.Current.CancellationToken
        );
}
