using Lilt.Network;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Look;

/// <summary>A first look beside the whole study of the same tune.</summary>
public sealed class LookStudyTests : IDisposable
{
    private static readonly Model Network = MetronomeModel.Create();

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-look").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_SameTune_ShowsWhatPart7ShowsOfIt()
    {
        Study look = LookStudy.Run(Network, new LookOptions { Seed = 3 });
        Study whole = Part7Study.Run(
            Network,
            new Part7Options
            {
                Seed = 3,
                HeaderTunes = 8,
                ControlSets = 0,
            }
        );

        Assert.Equal(whole.Figure<StudiedTuneFigure>().Tune.Tokens, look.Figure<StudiedTuneFigure>().Tune.Tokens);
        foreach (
            (HiddenLayer Whole, HiddenLayer Look) layer in whole
                .Figure<HiddenStatesFigure>()
                .Layers.Zip(look.Figure<HiddenStatesFigure>().Layers)
        )
        {
            Assert.Equal(layer.Whole.H.Bytes, layer.Look.H.Bytes);
            Assert.Equal(layer.Whole.ByPeakPeriod, layer.Look.ByPeakPeriod);
        }

        Assert.Equal(whole.Figure<PosteriorFigure>().Surprise, look.Figure<PosteriorFigure>().Surprise);
        Assert.Equal(
            whole.Recordings.First().Recording.Values(SiteKind.Hidden),
            look.Recordings.Single().Recording.Values(SiteKind.Hidden)
        );
    }

    [Fact]
    public void Run_Metronome_FindsTheBarsUnitAndTestsNothing()
    {
        Network.Vocabulary.TryFind(MetronomeModel.Bar, out Lilt.Notation.Tokens.Token bar);
        Study look = LookStudy.Run(Network, new LookOptions { Seed = 3 });
        IReadOnlyList<BoundUnit> units = look.Figure<BoundUnitsFigure>().Units;

        Assert.Equal(3 * Network.Shape.Layers, units.Count);
        Assert.All(units, unit => Assert.True(unit is { Z: null, P: null, Around.Error: null }));
        Assert.All(units.Where(unit => unit.ChosenFor == BoundUnitChoice.Read), unit => Assert.Equal(bar.Index, unit.Unit));
        Assert.All(units.Where(unit => unit.ChosenFor == BoundUnitChoice.Power), unit => Assert.InRange(unit.BandFraction, 0, 1));
        Assert.Null(look.Headline);
        Assert.Empty(look.Verdicts);
    }

    [Fact]
    public void Write_Look_HasEveryFileThatItsFiguresNameAndReadsBack()
    {
        Study look = LookStudy.Run(Network, new LookOptions { Seed = 3 });
        string place = Path.Combine(folder, "look");
        StudyFolder.Write(look, place, "<title>{{LILT_TITLE}}</title>{{LILT_STUDY}}", force: false);

        Assert.All(look.Figures.All.SelectMany(of => of.Figure.Files), file => Assert.True(File.Exists(Path.Combine(place, file)), file));
        Assert.Equal(StudyJson.Text(look), StudyJson.Text(StudyFolder.Read(place)));
        Assert.Equal(LookStudy.Kind, StudyOrigin.Of(place).Kind);
        StudyFolder.Write(
            LookStudy.Run(Network, new LookOptions { Seed = 3, Threads = 1 }),
            Path.Combine(folder, "again"),
            page: null,
            force: false
        );
        Assert.Empty(StudyVerification.Compare(place, Path.Combine(folder, "again")).Differences);
    }

    [Fact]
    public void Run_ModelWithoutMeasureTokens_Refuses() =>
        Assert.Contains(
            "no measure tokens",
            Assert
                .Throws<StudyRefusedException>(() => LookStudy.Run(RandomModels.Create(new NetworkShape(1, 4, 6)), new LookOptions()))
                .Message,
            StringComparison.Ordinal
        );
}
