using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Studies.Part7.Figures;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Part7;

/// <summary>The study on a network built by hand whose every number is known: a bar after eight notes.</summary>
public sealed class Part7StudyTests : IDisposable
{
    private const int Interval = MetronomeModel.Notes + 1;

    // Seven digits are written.
    private const double Written = 1e-6;

    // The forget gates are shut to σ(−8) = 0.0003, not to 0.
    private const double Forgotten = 0.01;

    private static readonly Lazy<Study> Made = new(() => Part7Study.Run(MetronomeModel.Create(), Options()));

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-study").FullName;

    private string Place => Path.Combine(folder, "study");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Run_Metronome_CountsEveryMeasureAndFindsTheirPeriod()
    {
        Study study = Made.Value;

        Assert.Equal(study.Figure<StudiedTuneFigure>().Tune.Total, study.Figure<StudiedTuneFigure>().Tune.Counted);
        Assert.All(study.Figure<StudiedTuneFigure>().Tune.Measures, measure => Assert.Equal(MeasureVerdict.Full, measure.Verdict));
        Assert.Equal(Interval, study.Figure<ExcisionFigure>().MeasureInterval);
        Assert.Equal([Interval * 0.965, Interval * 1.035], ((double[])[study.Figure<ExcisionFigure>().Band.Shortest.Steps, study.Figure<ExcisionFigure>().Band.Longest.Steps]).Select(end => Math.Round(end, 9)));
        Assert.Contains(study.Figure<MeanSpectraFigure>().Panel.PeaksOf("layer 1"), peak => peak.Verdict == Lilt.Spectra.PeakStanding.Stands && Math.Abs(peak.Period.Steps - Interval) < 0.2 && peak.Family == "1 measure");
        Assert.Equal(Interval, study.Figure<RecurrencesFigure>().Intervals.Single(of => of.Token == MetronomeModel.Bar).Intervals.Single().Steps);
    }

    [Fact]
    public void Run_Metronome_BindsTheBarsUnitToTheBarRead()
    {
        Model model = MetronomeModel.Create();
        model.Vocabulary.TryFind(MetronomeModel.Bar, out Token bar);
        foreach (BoundUnit unit in Made.Value.Figure<BoundUnitsFigure>().Units.Where(unit => unit.ChosenFor == BoundUnitChoice.Read))
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
        Excision cut = Made.Value.Figure<ExcisionFigure>().Cuts[1];

        Assert.Equal(2, cut.Layer);
        Assert.Equal(cut.UnitsInLayer / 3.0, cut.Units.Length, 1.0);
        Assert.NotNull(cut.FirstDivergence);
        Assert.Equal(cut.FirstDivergence, cut.Tune.FirstDivergence(Made.Value.Figure<StudiedTuneFigure>().Tune));
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameJson()
    {
        Study one = Part7Study.Run(MetronomeModel.Create(), Options() with { Threads = 1 });

        Assert.Equal(Json(Made.Value), Json(one));
    }

    [Fact]
    public void Run_Stimulation_MovesThePosteriorOnlyWhereThereIsAStimulus()
    {
        StimulatedRun run = Made.Value.Figure<StimulationFigure>().Runs[0];

        Assert.Equal(run.Tune.Tokens.Count, run.Moved.Length);
        Assert.Contains(run.Moved, moved => moved > 0.001);
        Assert.All(run.Moved.Zip(run.Others).Where(of => of.Second is null), of => Assert.Equal(0, of.First));
    }

    [Fact]
    public void Moved_NoStimulusAtAll_IsExactlyZero()
    {
        TuneRecording recording = Made.Value.Recordings.First().Recording;

        double[] moved = UnstimulatedStep.Moved(MetronomeModel.Create(), recording, [.. recording.Input.Select(token => (Token?)token)], OperationPlan.Empty, 1);

        Assert.All(moved, of => Assert.Equal(0, of));
    }

    [Fact]
    public void Run_ConstantTokens_ShiftsNothingInANetworkThatForgets()
    {
        // The metronome sees the last token alone, so another meter or key changes no step of the body.
        ConstantTokensFigure figure = Made.Value.Figure<ConstantTokensFigure>();

        Assert.Equal(["M:3/4", "K:Cdor"], figure.Variants.Select(variant => variant.Token));
        MetronomeModel.Create().Vocabulary.TryFind(MetronomeModel.Bar, out Token bar);
        Assert.All(
            figure.Variants.SelectMany(variant => variant.Layers).SelectMany(layer => layer.Shift[bar.Index..^MetronomeModel.Silent]),
            shift => Assert.InRange(shift, -Forgotten, Forgotten));
    }

    [Fact]
    public void Read_Tune_OffsetsPointAtTheTokensText()
    {
        string[] tokens = ["M:4/4", "K:Cmaj", "|:", "C", "2", "(3", "D", "E", "F", "^G", "3/2", "A,", "/2", "z", "c'", ":|", "|:", "G", "4", "B", "4", ":|", "</s>"];

        StudyTune tune = StudyTuneReader.Read("a tune", tokens, isCut: false);

        for (int step = 0; step < tokens.Length; step++)
        {
            bool silent = tokens[step] is "M:4/4" or "K:Cmaj" or "</s>";
            Assert.Equal(silent, tune.Offsets[step] < 0);
            Assert.True(silent || string.CompareOrdinal(tune.Abc, tune.Offsets[step], tokens[step], 0, tokens[step].Length) == 0, $"{step}: {tokens[step]}");
        }
    }

    [Fact]
    public void Run_ModelWithoutMeasureTokens_Refuses() => Assert.Contains(
        "no measure tokens",
        Assert.Throws<StudyRefusedException>(() => Part7Study.Run(RandomModels.Create(new NetworkShape(1, 4, 6)), Options())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Run_TooShortATune_Refuses() => Assert.Contains(
        "too few to analyse",
        Assert.Throws<StudyRefusedException>(() => Part7Study.Run(MetronomeModel.Create(endWeight: 60), Options())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Write_FolderIsThere_AsksForForceAndReplacesAStudyAlone()
    {
        StudyFolder.Write(Made.Value, Place, page: null, force: false);
        File.WriteAllText(Path.Combine(Place, "left-over.csv"), "of an older study");

        Assert.Contains("--force", Assert.Throws<StudyRefusedException>(() => StudyFolder.Write(Made.Value, Place, null, force: false)).Message, StringComparison.Ordinal);
        StudyFolder.Write(Made.Value, Place, null, force: true);
        Assert.False(File.Exists(Path.Combine(Place, "left-over.csv")));

        string other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        File.WriteAllText(Path.Combine(other, "letter.txt"), "of somebody");
        Assert.Throws<StudyRefusedException>(() => StudyFolder.Write(Made.Value, other, null, force: true));
        Assert.True(File.Exists(Path.Combine(other, "letter.txt")));
    }

    [Fact]
    public void Read_WrittenStudy_GivesTheSameStudy()
    {
        string again = Path.Combine(folder, "again");
        StudyFolder.Write(Made.Value, Place, page: null, force: false);

        Study read = StudyFolder.Read(Place);
        StudyFolder.Write(read, again, page: null, force: false);

        Assert.Equal(Json(Made.Value), Json(read));
        Assert.Equal(Made.Value.Contents.Select(content => (content.GetType(), content.Name)), read.Contents.Select(content => (content.GetType(), content.Name)));
        Assert.All(
            Made.Value.Files,
            file => Assert.True(File.ReadAllBytes(Path.Combine(Place, file.Name)).SequenceEqual(File.ReadAllBytes(Path.Combine(again, file.Name))), file.Name));
        Assert.Equal(Made.Value.Figure<ExcisionFigure>().Cuts[0].Units, read.Figure<ExcisionFigure>().Cuts[0].Units);
    }

    [Fact]
    public void Read_NoStudyOrOneOfAnUnknownKind_SaysSo()
    {
        Assert.Contains("holds no study.json", Assert.Throws<StudyRefusedException>(() => StudyFolder.Read(folder)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "study.json"), """{"schema":"lilt-study/2","kind":"part8","provenance":{"command":"","modelHash":""}}""");

        Assert.Contains("'part8'", Assert.Throws<StudyRefusedException>(() => StudyFolder.Read(folder)).Message, StringComparison.Ordinal);
        Assert.Contains("'part8'", Assert.Throws<StudyRefusedException>(() => StudyOrigin.Of(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_OfAnotherStudy_IsRefusedAndTheStudysOwnAreNamed() => Assert.Contains(
        "softmaxAnatomy",
        Assert.Throws<ArgumentException>(() => Made.Value.Figure<ForeignFigure>()).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Take_WhereAnotherMakesAStudy_IsRefused()
    {
        using (StudyFolder.Take(Place, force: false))
        {
            Assert.Throws<Lilt.Files.PlaceTakenException>(() => StudyFolder.Write(Made.Value, Place, page: null, force: true));
        }

        Assert.False(Path.Exists(Place));
        StudyFolder.Write(Made.Value, Place, page: null, force: false);
        Assert.Single(Directory.GetFileSystemEntries(Path.GetDirectoryName(Place)!, Path.GetFileName(Place) + "*"));
    }

    [Fact]
    public void Take_OldStudySetAsideByAKilledRun_IsPutBack()
    {
        StudyFolder.Write(Made.Value, Place, page: null, force: false);
        Directory.Move(Place, Place + ".replaced");

        Assert.Contains("--force", Assert.Throws<StudyRefusedException>(() => StudyFolder.Take(Place, force: false)).Message, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Place, "study.json")));
        Assert.False(Directory.Exists(Place + ".replaced"));
    }

    [Fact]
    public void Write_Fails_LeavesNothingUnderTheName()
    {
        Assert.Throws<ArgumentException>(() => StudyFolder.Write(Made.Value, Place, page: "no form", force: false));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public void Differences_ChangedNumber_IsNamed()
    {
        string again = Path.Combine(folder, "again");
        StudyFolder.Write(Made.Value, Place, null, force: false);
        StudyFolder.Write(Made.Value, again, null, force: false);
        Assert.Empty(StudyVerification.Differences(Place, again));

        string numbers = Path.Combine(Place, "study.json");
        File.WriteAllText(numbers, File.ReadAllText(numbers).Replace($"\"measureInterval\":{Interval}", "\"measureInterval\":8", StringComparison.Ordinal));
        File.AppendAllText(Path.Combine(Place, "peaks.csv"), "one more\n");
        IReadOnlyList<string> differences = StudyVerification.Differences(Place, again);

        Assert.Equal(2, differences.Count);
        Assert.Contains(differences, difference => difference.StartsWith("peaks.csv: ", StringComparison.Ordinal));
        Assert.Contains("study.json: figures.excision.measureInterval: 8, made again 9", differences);
    }

    [Fact]
    public void Write_EveryNamedFile_StandsThere()
    {
        StudyFolder.Write(Made.Value, Place, "<title>{{LILT_TITLE}}</title>{{LILT_STUDY}}", force: false);

        Assert.All(Made.Value.Files, file => Assert.True(File.Exists(Path.Combine(Place, file.Name)), file.Name));
        using JsonDocument numbers = JsonDocument.Parse(File.ReadAllText(Path.Combine(Place, "study.json")));
        Assert.Equal(Interval, numbers.RootElement.GetProperty("figures").GetProperty("excision").GetProperty("measureInterval").GetDouble(), Written);
        Assert.DoesNotContain("</s>", File.ReadAllText(Path.Combine(Place, "index.html")), StringComparison.Ordinal);
    }

    private sealed record ForeignFigure : Figure;

    private static string Json(Study study) => StudyJson.Text(study);

    private static Part7Options Options() => new()
    {
        Seed = 3,
        HeaderTunes = 8,
        ControlSets = 0,
        Version = "0",
        Commands = new StudyCommands("lilt study part7 --seed 3", "lilt verify study", "lilt generate --seed 3", ""),
    };
}
