using Lilt.Planting;
using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes;
using Lilt.Studies.Causes.Figures;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

/// <summary>A whole study, units and directions too, of a network whose counters are known.</summary>
public sealed class InsideLayerTests
{
    private const int Counters = 4;

    private static readonly CausalNetwork Network = CausalNetwork.Make(CausalKind.Durations, 2, 32, 6);
    private static readonly Study Made = CausesStudy.Run(
        Network.Model,
        new CausesOptions
        {
            Seed = 6,
            Tunes = 60,
            Pairs = 120,
            Threads = 2,
        }
    );

    [Fact]
    public void Units_RankedByTheirPlace_CarryTheCountWithAsManyAsAreCounters()
    {
        Assert.Equal(Counters, Network.Roles(2).Count(role => role == PlantedRole.Counter));
        UnitsFigure units = Made.Figure<UnitsFigure>();

        Assert.Equal(2, units.Layer);
        Assert.True(F(units, UnitRanking.PlaceInMeasure, leftOut: false, Counters) > 0.75);
        Assert.True(F(units, UnitRanking.PlaceInMeasure, leftOut: true, Counters) < 0.25);
        Assert.True(F(units, UnitRanking.Random, leftOut: false, Counters) < 0.5);
        Assert.Equal(1, F(units, UnitRanking.PlaceInMeasure, leftOut: false, 32), 1e-2);
    }

    [Fact]
    public void Subspace_WholeLayers_CarryWhatTheInterchangesOfLayersDo_AndRandomDirectionsLess()
    {
        SubspaceFigure subspace = Made.Figure<SubspaceFigure>();
        double Whole(int layer) => subspace.Rows.Single(row => row.Layer == layer && row.Kind == SubspaceKind.WholeLayer).F!.Value;

        Assert.InRange(Whole(2), 0.95, 1.05);
        Assert.InRange(Whole(1), -0.1, 0.1);
        Assert.InRange(Whole(3), -0.1, 0.1);
        Assert.All(
            subspace.Rows.Where(row => row.Layer == 2 && row.Kind is SubspaceKind.Random or SubspaceKind.RandomAsLong),
            row => Assert.True(row.High < Whole(2), $"{row}")
        );
    }

    [Fact]
    public void Subspace_ByGradient_CarriesTheCountInTheKeeperAlone()
    {
        SubspaceFigure subspace = Made.Figure<SubspaceFigure>();
        SubspaceRow[] found = [.. subspace.Rows.Where(row => row.Kind == SubspaceKind.Gradient)];

        Assert.Equal([1, 2, 4, 8, 16], found.Where(row => row.Layer == 2).Select(row => row.Directions));
        Assert.All(found.Where(row => row.Layer == 2), row => Assert.True(row.F > 0.9, $"{row}"));
        Assert.All(found.Where(row => row.Layer != 2), row => Assert.True(row.High < 0.1, $"{row}"));
    }

    [Fact]
    public void ClockFace_OfTheKeeper_HasAMeanForEachPlaceOfTheMeasure()
    {
        ClockFaceFigure face = Made.Figure<ClockFaceFigure>();

        Assert.Equal(2, face.Layer);
        Assert.True(face.Means.Count >= 7, $"{face.Means.Count} places");
    }

    private static double F(UnitsFigure units, UnitRanking ranking, bool leftOut, int count) =>
        units
            .Curves.Single(curve => curve.Ranking == ranking && curve.LeftOut == leftOut)
            .Points.Single(point => point.Units == count)
            .F!.Value;
}
