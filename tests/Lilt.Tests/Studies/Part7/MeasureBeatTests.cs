using Lilt.Planting;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>Which units and curves are said to beat with the measures, on networks of which it is known.</summary>
public sealed class MeasureBeatTests
{
    [Theory]
    [InlineData(PlantedKind.Counters, 96)]
    [InlineData(PlantedKind.Countdown, 48)]
    [InlineData(PlantedKind.IdleEchoes, 48)]
    [InlineData(PlantedKind.Shadows, 48)]
    [InlineData(PlantedKind.Relay, 24)]
    public void Run_PlantedNetwork_FindsWhatBeatsAndNothingElse(PlantedKind kind, int units)
    {
        PlantedNetwork network = PlantedNetwork.Make(kind, units, 4);
        Study study = Part7Study.Run(network.Model, Options(42) with { HeaderTunes = 60 });

        foreach (PlantedLayer layer in network.Layers)
        {
            BeatingLayer found = study.Figure<ExcisionFigure>().Beating[layer.Layer - 1];
            UnitRow[] rows = [.. UnitRows(study).Where(row => row.Layer == layer.Layer)];
            int[] beating = [.. rows.Where(row => row.Beats).Select(row => row.Unit)];

            Assert.Equal(beating.Length, found.Units);
            Assert.Equal(units, found.UnitsInLayer);
            Assert.All(layer.Planted, unit => Assert.Contains(unit, beating));

            // 5 % of what is found may be wrong; bustle hears what beats, faintly.
            Assert.InRange(beating.Count(unit => layer.Roles[unit] == PlantedRole.Bustle), 0, Math.Max(1, units / 16));
            Assert.All(layer.Units(PlantedRole.Silent), unit => Assert.Null(rows[unit].Q));
        }

        Assert.Equal(network.Layers.Count + 1, study.Figure<MeanSpectraFigure>().AtMeasure.Count);
        Assert.All(
            study.Figure<MeanSpectraFigure>().AtMeasure,
            curve => Assert.True(curve is { RatioDecibels: > 3, Holm: < 0.001 }, curve.ToString())
        );
        Assert.Contains(
            study.Summary,
            sentence =>
                sentence.Contains("stands out of the noise", StringComparison.Ordinal)
                && !sentence.StartsWith("No curve", StringComparison.Ordinal)
        );
    }

    /// <summary>Forty such networks of 64 and of 96 units were counted once; docs/study.md has what came of them.</summary>
    [Fact]
    public void Run_NetworksWhoseBarsComeByChance_NothingBeatsAndNoPeakStands()
    {
        int tested = 0;
        for (uint build = 1; build <= 4; build++)
        {
            PlantedNetwork network = PlantedNetwork.Make(PlantedKind.Chance, 64, build);
            try
            {
                Study study = Part7Study.Run(network.Model, Options(1000 * build));
                tested++;

                Assert.All(study.Figure<ExcisionFigure>().Beating, layer => Assert.InRange(layer.Units!.Value, 0, 1));
                Assert.All(study.Figure<MeanSpectraFigure>().AtMeasure, curve => Assert.True(curve.Holm > 0.05, $"build {build}: {curve}"));
                Assert.Contains(
                    study.Summary,
                    sentence => sentence.StartsWith("No curve has a peak at the measure period", StringComparison.Ordinal)
                );
            }
            catch (StudyRefusedException)
            {
                // The studied tune ended too soon; another build says as much.
            }
        }

        Assert.True(tested >= 3, $"{tested} of 4 networks gave a study.");
    }

    [Fact]
    public void Run_FewTunes_SaysThatNothingWasTested()
    {
        PlantedNetwork network = PlantedNetwork.Make(PlantedKind.Counters, 24, 1);
        Study study = Part7Study.Run(network.Model, Options(42) with { HeaderTunes = 6 });

        Assert.All(study.Figure<ExcisionFigure>().Beating, layer => Assert.True(layer is { Units: null, AmongCut: null, Tested: 0 }));
        Assert.Empty(study.Figure<MeanSpectraFigure>().AtMeasure);
        Assert.All(UnitRows(study), row => Assert.True(row is { Q: null, MeanLogRatio: null, Beats: false }));
        Assert.Contains(study.Summary, sentence => sentence.StartsWith("Too few tunes", StringComparison.Ordinal));
        Assert.Contains("Too few of the tunes", study.Figure<ExcisionFigure>().Here, StringComparison.Ordinal);
    }

    private static IEnumerable<UnitRow> UnitRows(Study study) =>
        study
            .Tables.Single(table => table.Name == "units.csv")
            .Rows.Select(row => new UnitRow((int)row[0]!, (int)row[1]!, (double?)row[4], (double?)row[5], (bool)row[6]!));

    private static Part7Options Options(uint seed) => new() { Seed = seed, ControlSets = 0 };

    /// <summary>A row of units.csv.</summary>
    private readonly record struct UnitRow(int Layer, int Unit, double? MeanLogRatio, double? Q, bool Beats);
}
