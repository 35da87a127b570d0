using System.Text;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;
using Xunit;

namespace Lilt.Tests.Notation.MusicXml;

/// <summary>Scores as other programs write them: small ones, made from the specification.</summary>
public sealed class MusicXmlHabitsTests
{
    private const string Start =
        "<attributes><divisions>4</divisions><key><fifths>0</fifths></key><time><beats>2</beats><beat-type>4</beat-type></time></attributes>";

    /// <summary>Two staves of a part, voices 1, 2 and 5, as pianos have them: an accidental of one voice is none of another's.</summary>
    [Fact]
    public void Read_StavesAndVoices_SoundTogether()
    {
        string music =
            Start
            + Note("F", 4, 8, "<accidental>sharp</accidental>", alter: 1, voice: 1, staff: 1)
            + Back(8)
            + Note("F", 4, 4, voice: 2, staff: 1, alter: 1)
            + Note("F", 4, 4, "<accidental>natural</accidental>", voice: 2, staff: 1)
            + Back(8)
            + "<forward><duration>4</duration></forward>"
            + Note("F", 3, 4, voice: 5, staff: 2);

        Assert.Equal(["0 1/2 66", "0 1/4 66", "1/4 1/4 53", "1/4 1/4 65"], Sound(Score(Measure(1, music))));
    }

    /// <summary>A clarinet's part has a signature of its own, and sounds a tone lower than it is written.</summary>
    [Fact]
    public void Read_PartOfATransposingInstrument_HasItsOwnKeyAndSound()
    {
        string flute = Measure(1, Start + Note("F", 4, 8));
        string clarinet = Measure(
            1,
            Start
                .Replace("<fifths>0</fifths></key>", "<fifths>2</fifths></key>", StringComparison.Ordinal)
                .Replace(
                    "</attributes>",
                    "<transpose><diatonic>-1</diatonic><chromatic>-2</chromatic></transpose></attributes>",
                    StringComparison.Ordinal
                ) + Note("F", 4, 8, alter: 1)
        );

        MusicXmlText read = Read(Score(flute, clarinet));

        Assert.Equal(["0 1/2 64", "0 1/2 65"], Sound(Tune(read)));
        Assert.Empty(read.Remarks);
    }

    /// <summary>Triplets without marks, as programs write them that hide the bracket; double dots.</summary>
    [Fact]
    public void Read_TripletsWithoutMarks_LastAsTheyDo()
    {
        const string Ratio = "<time-modification><actual-notes>3</actual-notes><normal-notes>2</normal-notes></time-modification>";
        string music =
            Start.Replace("<divisions>4", "<divisions>24", StringComparison.Ordinal)
            + string.Concat("CDEFGA".Select(step => Note(step.ToString(), 5, 4, Ratio)))
            + Note("C", 5, 21, "<type>eighth</type><dot/><dot/>")
            + Note("D", 5, 3);

        Assert.Equal(
            ["0 1/24 72", "1/24 1/24 74", "1/12 1/24 76", "1/8 1/24 77", "1/6 1/24 79", "5/24 1/24 81", "1/4 7/32 72", "15/32 1/32 74"],
            Sound(Score(Measure(1, music)))
        );
    }

    /// <summary>A pickup without a number, a repeat within a measure that is written as two, a line's break and a note that is no pitch.</summary>
    [Fact]
    public void Read_PickupAndRepeatWithinAMeasure_ArePlayed()
    {
        string score = Score(
            "<measure number='0' implicit='yes'>"
                + Start
                + Note("G", 4, 4)
                + "</measure>"
                + "<measure number='1'><print new-system='yes'/>"
                + Note("C", 5, 4)
                + Repeat("right", "backward")
                + "</measure>"
                + "<measure number='X1' implicit='yes'>"
                + Repeat("left", "forward")
                + Note("D", 5, 4)
                + "</measure>"
                + "<measure number='2'>"
                + Note("E", 5, 8)
                + Repeat("right", "backward")
                + "</measure>"
        );

        Assert.Equal([67, 72, 67, 72, 74, 76, 74, 76], Pitches(score));
    }

    /// <summary>A second ending that is over where no double bar stands: what follows belongs to the next section.</summary>
    [Fact]
    public void Read_EndingThatIsDiscontinued_EndsThere()
    {
        string score = Score(
            "<measure number='1'>"
                + Start
                + Repeat("left", "forward")
                + Note("C", 4, 8)
                + "</measure>"
                + "<measure number='2'>"
                + Ending("left", "1, 2", "start")
                + Note("D", 4, 8)
                + Ending("right", "1, 2", "stop", "<repeat direction='backward'/>")
                + "</measure>"
                + "<measure number='3'>"
                + Ending("left", "3", "start")
                + Note("E", 4, 8)
                + Ending("right", "3", "discontinue")
                + "</measure>"
                + Measure(4, Note("F", 4, 8) + Repeat("right", "backward"))
        );

        Assert.Equal([60, 62, 60, 62, 60, 64, 65, 65], Pitches(score));
    }

    [Theory]
    [InlineData("<sound tempo='90'/>", "1/4=90")]
    [InlineData("<direction><direction-type><words>Lively</words></direction-type><sound tempo='90'/></direction>", "\"Lively\" 1/4=90")]
    [InlineData(
        "<direction><direction-type><words>Jig </words></direction-type><direction-type><metronome><beat-unit>quarter</beat-unit><beat-unit-dot/><per-minute>60</per-minute></metronome></direction-type><sound tempo='90'/></direction>",
        "\"Jig\" 3/8=60"
    )]
    [InlineData(
        "<direction><direction-type><metronome><beat-unit>quarter</beat-unit><per-minute>c. 90</per-minute></metronome></direction-type><sound tempo='90'/></direction>",
        "1/4=90"
    )]
    public void Read_Tempo_IsFoundWhereverItIsSaid(string said, string expected) =>
        Assert.Equal(expected, Tune(Read(Score(Measure(1, Start + said + Note("C", 4, 8))))).Tempo?.Text);

    [Theory]
    [InlineData("<time><beats>3</beats><beat-type>8</beat-type><beats>2</beats><beat-type>8</beat-type></time>", "3+2/8")]
    [InlineData("<time><beats>2</beats><beat-type>4</beat-type><beats>3</beats><beat-type>8</beat-type></time>", "4+3/8")]
    [InlineData("<time symbol='cut'><beats>2</beats><beat-type>2</beat-type></time>", "C|")]
    public void Read_Meter_IsTheSumOfItsFractions(string time, string expected) =>
        Assert.Equal(
            expected,
            Tune(Read(Score(Measure(1, $"<attributes><divisions>4</divisions>{time}</attributes>" + Note("C", 4, 8))))).Meter.Text
        );

    [Theory]
    [InlineData("<kind text=''>minor</kind>", "Am")]
    [InlineData("<kind text='' use-symbols='yes'>major-seventh</kind>", "Amaj7")]
    [InlineData("<kind>dominant</kind>", "A7")]
    [InlineData("<kind text='min7'>minor-seventh</kind>", "Amin7")]
    public void Read_ChordName_IsThatOfItsKind(string kind, string expected) =>
        Assert.Equal(
            expected,
            Tune(Read(Score(Measure(1, Start + $"<harmony><root><root-step>A</root-step></root>{kind}</harmony>" + Note("C", 4, 8)))))
                .Voices[0]
                .Elements.OfType<ChordSymbol>()
                .Single()
                .Text
        );

    [Fact]
    public void Read_VersesByName_StayApart()
    {
        string lyrics = "<lyric number='part1verse1'><text>one</text></lyric><lyric number='part1verse2'><text>two</text></lyric>";

        string abc = Read(Score(Measure(1, Start + Note("C", 4, 8, lyrics)))).Abc;

        Assert.Contains("w: one\nw: two\n", abc, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TitleOfTheMovement_StandsWhereTheWorkHasNone()
    {
        string score = Score(Measure(1, Start + Note("C", 4, 8)))
            .Replace("<part ", "<work><work-title/></work><movement-title>Air</movement-title><part ", StringComparison.Ordinal);

        Assert.Equal("Air", Tune(Read(score)).Title);
    }

    /// <summary>Small notes of another's part and drums are no notes of the tune; they take the time that they take.</summary>
    [Fact]
    public void Read_CueAndUnpitchedNotes_AreSilent()
    {
        string cue = Note("C", 4, 4).Replace("<note>", "<note><cue/>", StringComparison.Ordinal);
        const string Drum = "<note><unpitched/><duration>2</duration><voice>1</voice></note>";

        MusicXmlText read = Read(Score(Measure(1, Start + cue + Drum + Note("D", 4, 2))));

        Assert.Equal(["3/8 1/8 62"], Sound(Tune(read)));
        Assert.Equal(2, read.Remarks.Count);
    }

    private static string Note(string step, int octave, int duration, string more = "", int alter = 0, int voice = 1, int staff = 1) =>
        $"<note><pitch><step>{step}</step>{(alter == 0 ? "" : $"<alter>{alter}</alter>")}<octave>{octave}</octave></pitch>"
        + $"<duration>{duration}</duration><voice>{voice}</voice>{more}<staff>{staff}</staff></note>";

    private static string Back(int duration) => $"<backup><duration>{duration}</duration></backup>";

    private static string Repeat(string location, string direction) =>
        $"<barline location='{location}'><repeat direction='{direction}'/></barline>";

    private static string Ending(string location, string number, string type, string more = "") =>
        $"<barline location='{location}'><ending number='{number}' type='{type}'/>{more}</barline>";

    private static string Measure(int number, string music) => $"<measure number='{number}'>{music}</measure>";

    private static string Score(params string[] parts) =>
        "<score-partwise version='4.0'>"
        + string.Concat(parts.Select((part, n) => $"<part id='P{n + 1}'>{part}</part>"))
        + "</score-partwise>";

    private static MusicXmlText Read(string score) => MusicXmlReader.Read(Encoding.UTF8.GetBytes(score));

    private static Tune Tune(MusicXmlText read) => Assert.Single(TuneReader.Read(read.Abc).Tunes);

    private static IEnumerable<string> Sound(string score) => Sound(Tune(Read(score)));

    private static IEnumerable<string> Sound(Tune tune) =>
        Timeline
            .Of(tune)
            .Notes.OrderBy(note => note.Onset)
            .ThenBy(note => note.Pitch)
            .ThenByDescending(note => note.Length)
            .Select(note => $"{note.Onset} {note.Length} {note.Pitch}");

    private static IEnumerable<int> Pitches(string score) =>
        Timeline.Of(Tune(Read(score))).Notes.OrderBy(note => note.Onset).Select(note => note.Pitch);
}
