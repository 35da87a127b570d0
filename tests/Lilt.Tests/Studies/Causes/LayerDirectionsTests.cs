using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using Lilt.Studies.Causes.Telling;
using Xunit;
using CountDirection = Lilt.Planting.Causes.CountDirection;

namespace Lilt.Tests.Studies.Causes;

/// <summary>Directions found by gradient on networks of known answer, tried on tunes that had no part in finding them.</summary>
public sealed class LayerDirectionsTests
{
    [Theory]
    [InlineData(CausalKind.Durations, 2, 48, 31, CountDirection.ToGo)]
    [InlineData(CausalKind.Durations, 1, 64, 32, CountDirection.Gone)]
    [InlineData(CausalKind.Tokens, 3, 64, 33, CountDirection.Gone)]
    [InlineData(CausalKind.Clock, 2, 96, 34, CountDirection.ToGo)]
    [InlineData(CausalKind.Decoys, 2, 96, 35, CountDirection.ToGo)]
    [InlineData(CausalKind.Relay, 1, 48, 36, CountDirection.ToGo)]
    [InlineData(CausalKind.Reminded, 3, 64, 37, CountDirection.ToGo)]
    public void Figure_NetworkThatCounts_AnyNumberOfDirectionsCarriesItWhereItIsKeptAndNoneElsewhere(
        CausalKind kind,
        int keeper,
        int units,
        uint build,
        CountDirection direction
    )
    {
        SubspaceFigure figure = Directions(CausalNetwork.Make(kind, keeper, units, build, direction).Model, keeper, build, null);

        SubspaceRow[] found = [.. figure.Rows.Where(row => row.Kind == SubspaceKind.Gradient)];
        Assert.All(found.Where(row => row.Layer == keeper), row => Assert.True(row.F is > 0.85 and < 1.15, $"{row}"));
        Assert.All(found.Where(row => row.Layer != keeper), row => Assert.True(row.High < 0.1, $"{row}"));
    }

    [Theory]
    [InlineData(CausalKind.Chance, 41)]
    [InlineData(CausalKind.Misleading, 42)]
    [InlineData(CausalKind.Random, 43)]
    public void Figure_NetworkThatCountsNothing_NoDirectionsMoveTheBar(CausalKind kind, uint build)
    {
        const int Units = 48;
        const int Layer = 2;
        Model model = CausalNetwork.Make(kind, 0, Units, build).Model;

        SubspaceFigure figure = Directions(model, Layer, build, KnownNetworks.CountedTunes(kind, Units, build));

        // Less than what the study takes for a movement at all.
        double random = figure.Rows.Single(row => row.Layer == Layer && row.Kind == SubspaceKind.Random).B;
        Assert.All(figure.Rows, row => Assert.InRange(row.B - random, -CausesThresholds.LeastMoved, CausesThresholds.LeastMoved));
    }

    private static SubspaceFigure Directions(Model model, int layer, uint seed, IReadOnlyList<GivenTune>? given)
    {
        CausesOptions options = new()
        {
            Seed = seed,
            Given = given,
            Threads = 2,
        };
        Clock clock = Clock.Measure(model.Vocabulary);
        MeterMaterial material = CausesMaterial.Make(model, options, TestContext.Current.CancellationToken)[0];
        MeterQuestions asked = new(material, model, clock, options, CausesStudy.Level);
        InsideLayer inside = new(model, asked, clock.Events, null, options);
        TrialRunner runner = new(model, [clock.Events], options.Temperature, options.Threads, TestContext.Current.CancellationToken);
        runner.Run([.. material.Readings()]);
        inside.Run(runner, layer, new StudyStages(null, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        return Assert.IsType<SubspaceFigure>(inside.Subspace());
    }
}
