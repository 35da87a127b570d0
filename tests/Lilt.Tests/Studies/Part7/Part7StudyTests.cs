using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>The study on a network built by hand whose every number is known: a bar after eight notes.</summary>
public sealed class Part7StudyTests
{
    private const int Interval = MetronomeModel.Notes + 1;

    // The forget gates are shut to σ(−8) = 0.0003, not to 0.
    private const double Forgotten = 0.01;

    [Fact]
    public void Run_Metronome_CountsEveryMeasureAndFindsTheirPeriod()
    {
        Study study = MetronomeStudy.Made.Value;

        Assert.Equal(study.Figure<StudiedTuneFigure>().Tune.Total, study.Figure<StudiedTuneFigure>().Tune.Counted);
        Assert.All(study.Figure<StudiedTuneFigure>().Tune.Measures, measure => Assert.Equal(MeasureVerdict.Full, measure.Verdict));
        Assert.Equal(Interval, study.Figure<ExcisionFigure>().MeasureInterval);
        Assert.Equal(
            [Interval * 0.965, Interval * 1.035],
            ((double[])[study.Figure<ExcisionFigure>().Band.Shortest.Steps, study.Figure<ExcisionFigure>().Band.Longest.Steps]).Select(
                end => Math.Round(end, 9)
            )
        );
        Assert.Contains(
            study.Figure<MeanSpectraFigure>().Panel.PeaksOf("layer 1"),
            peak =>
                peak.Verdict == Lilt.Spectra.PeakStanding.Stands
                && Math.Abs(peak.Period.Steps - Interval) < 0.2
                && peak.Family == "1 measure"
        );
        Assert.Equal(
            Interval,
            study.Figure<RecurrencesFigure>().Intervals.Single(of => of.Token == MetronomeModel.Bar).Intervals.Single().Steps
        );
    }

    [Fact]
    public void Run_Metronome_BindsTheBarsUnitToTheBarRead()
    {
        Model model = MetronomeModel.Create();
        model.Vocabulary.TryFind(MetronomeModel.Bar, out Token bar);
        foreach (
            BoundUnit unit in MetronomeStudy
                .Made.Value.Figure<BoundUnitsFigure>()
                .Units.Where(unit => unit.ChosenFor == BoundUnitChoice.Read)
        )
        {
            Assert.Equal(bar.Index, unit.Unit);
            Assert.Equal(1, unit.R, Forgotten);
            Assert.NotEmpty(unit.Events);
            Assert.All(unit.Events, of => Assert.True(of.Hit && of.Token == MetronomeModel.Bar));
        }
    }

    [Fact]
    public void Run_CutOfTheUnitsThatBeat_DepartsFromTheTune()
    {
        // What the cut units said of the last token is gone, and with it what must follow.
        Excision cut = MetronomeStudy.Made.Value.Figure<ExcisionFigure>().Cuts[1];

        Assert.Equal(2, cut.Layer);
        Assert.Equal(cut.UnitsInLayer / 3.0, cut.Units.Length, 1.0);
        Assert.NotNull(cut.FirstDivergence);
        Assert.Equal(cut.FirstDivergence, cut.Tune.FirstDivergence(MetronomeStudy.Made.Value.Figure<StudiedTuneFigure>().Tune));
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameJson()
    {
        Study one = Part7Study.Run(MetronomeModel.Create(), MetronomeStudy.Options() with { Threads = 1 });

        Assert.Equal(StudyJson.Text(MetronomeStudy.Made.Value), StudyJson.Text(one));
    }

    [Fact]
    public void Run_Stimulation_MovesThePosteriorOnlyWhereThereIsAStimulus()
    {
        StimulatedRun run = MetronomeStudy.Made.Value.Figure<StimulationFigure>().Runs[0];

        Assert.Equal(run.Tune.Tokens.Count, run.Moved.Length);
        Assert.Contains(run.Moved, moved => moved > 0.001);
        Assert.All(run.Moved.Zip(run.Others).Where(of => of.Second is null), of => Assert.Equal(0, of.First));
    }

    [Fact]
    public void Moved_NoStimulusAtAll_IsExactlyZero()
    {
        TuneRecording recording = MetronomeStudy.Made.Value.Recordings.First().Recording;

        double[] moved = UnstimulatedStep.Moved(
            MetronomeModel.Create(),
            recording,
            [.. recording.Input.Select(token => (Token?)token)],
            OperationPlan.Empty,
            1
        );

        Assert.All(moved, of => Assert.Equal(0, of));
    }

    [Fact]
    public void Run_ConstantTokens_ShiftsNothingInANetworkThatForgets()
    {
        // The metronome sees the last token alone, so another meter or key changes no step of the body.
        ConstantTokensFigure figure = MetronomeStudy.Made.Value.Figure<ConstantTokensFigure>();

        Assert.Equal(["M:3/4", "K:Cdor"], figure.Variants.Select(variant => variant.Token));
        MetronomeModel.Create().Vocabulary.TryFind(MetronomeModel.Bar, out Token bar);
        Assert.All(
            figure.Variants.SelectMany(variant => variant.Layers).SelectMany(layer => layer.Shift[bar.Index..^MetronomeModel.Silent]),
            shift => Assert.InRange(shift, -Forgotten, Forgotten)
        );
    }

    [Fact]
    public void Read_Tune_OffsetsPointAtTheTokensText()
    {
        string[] tokens =
        [
            "M:4/4",
            "K:Cmaj",
            "|:",
            "C",
            "2",
            "(3",
            "D",
            "E",
            "F",
            "^G",
            "3/2",
            "A,",
            "/2",
            "z",
            "c'",
            ":|",
            "|:",
            "G",
            "4",
            "B",
            "4",
            ":|",
            "</s>",
        ];

        StudyTune tune = StudyTuneReader.Read("a tune", tokens, endsAtLimit: false);

        for (int step = 0; step < tokens.Length; step++)
        {
            bool silent = tokens[step] is "M:4/4" or "K:Cmaj" or "</s>";
            Assert.Equal(silent, tune.Offsets[step] < 0);
            Assert.True(
                silent || string.CompareOrdinal(tune.Abc, tune.Offsets[step], tokens[step], 0, tokens[step].Length) == 0,
                $"{step}: {tokens[step]}"
            );
        }
    }

    [Fact]
    public void Run_ModelWithoutMeasureTokens_Refuses() =>
        Assert.Contains(
            "no measure tokens",
            Assert
                .Throws<StudyRefusedException>(() =>
                    Part7Study.Run(RandomModels.Create(new NetworkShape(1, 4, 6)), MetronomeStudy.Options())
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Run_TooShortATune_Refuses() =>
        Assert.Contains(
            "too few to analyse",
            Assert
                .Throws<StudyRefusedException>(() => Part7Study.Run(MetronomeModel.Create(endWeight: 60), MetronomeStudy.Options()))
                .Message,
            StringComparison.Ordinal
        );
}
