using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.MusicXml;

public sealed class MusicXmlTests
{
    private static readonly Lazy<XmlSchemaSet> Published = new(Schema);

    public static TheoryData<string> Tunes =>
        [
            "X:1\nT:Repeats\nM:4/4\nL:1/8\nK:D\n|: d2 fd AdFA | B4 A4 :| |: f2 af d2 fd |1 e4 A4 :|2 e4 d4 |]\n",
            "X:1\nT:A pickup\nM:6/8\nL:1/8\nK:Edor\nB | e2 f gfe | B3 A2 :|\n",
            "X:1\nT:Tuplets\nM:4/4\nL:1/8\nK:G\n(3GAB (3cde d4 | (5GABcd (2ef g2 A | G>A B<c d3/2c/2 B2 | G8 |]\n",
            "X:1\nT:Chords\nM:3/4\nL:1/8\nK:Bb\n\"Bb\"[B,DF]2 \"F7/A\"[A,CE]2 \"Gm\"[G,B,D]2- | [G,B,D]6 | \"odd words\"z2 x4 |]\n",
            "X:1\nT:Odd lengths\nM:5/4\nL:1/8\nK:Am\nc5 d5 | e7 f3 | g9 z | c5/2 d3/2 e6 |]\n",
            "X:1\nT:Accidentals\nM:4/4\nL:1/8\nK:A\n^c_e =g^^f __b c'' C,, e | c =c ^c c2 =f f2 | [K:Cmin] e2 =e2 e4 |]\n",
            "X:1\nT:Meters\nM:2+3/8\nL:1/8\nK:C\nCDEFG | [M:C|] c8 | [M:C] c8 | [M:3/4] c6 |]\n",
            "X:1\nT:Ties\nM:4/4\nL:1/8\nK:C\nc4- c2 d2- | d2 (ef) (g(ab)c') | c8- | c8 |]\n",
            "X:1\nT:Grace\nM:4/4\nL:1/8\nK:G\n{g}A2 {/e}B2 {gef}e4 | ~G2 .A.B Tc2 ud2 | !fermata!G8 |]\n",
            "X:1\nT:Words\nM:4/4\nL:1/4\nK:C\nC D E F | G A B c |\nw: one two-_ three | four five-six sev~en\nw: a b c d e\nc4 |]\n",
            "X:1\nT:Overlay\nM:4/4\nL:1/8\nK:C\nc4 e4 & C8 | g8 |]\n",
            "X:1\nT:Voices\nM:4/4\nL:1/8\nK:F\nV:1\nc4 d4 | f8 |]\nV:2\nF4 B,4 | F8 |]\n",
            "X:1\nT:Tempo\nM:6/8\nL:1/8\nQ:3/8=120\nK:G\nGAB c2d | [Q:3/8=80] G6 |]\n",
            "X:1\nT:Parts\nM:4/4\nL:1/8\nK:C\nP:A\nc8 | d8 |\nP:B\ne8 | f8 |]\n",
            "X:1\nT:Explicit\nM:4/4\nL:1/8\nK:D exp _b ^f\nb4 f4 | c8 |]\n",
            "X:1\nT:Free\nM:none\nL:1/8\nK:none\nCDE | F12 |]\n",
            "X:1\nT:Tuplets and rests\nM:4/4\nL:1/8\nK:G\n(3zAB (3GzB (3ABz A2/3B2/3c2/3 | (3d2 | e2 f2 c4 :| (3GAB c2 | d4 :|\n",
            "X:1\nT:Accidentals of overlays\nM:4/4\nL:1/8\nK:C\n^f4 f4 & ^f2 f2 =f4 | f8- & _e8 | f8 & e8 |]\n",
            "X:1\nT:Clefs\nM:4/4\nL:1/8\nK:D clef=treble-8\nd4 f4 | [K:D transpose=-14] a8 | [K:D transpose=0] c8 |]\n",
            "X:1\nT:Rests\nM:4/4\nL:1/8\nK:C\nZ2 | c8 | Z | c4 z4 |]\n",
        ];

    [Theory]
    [MemberData(nameof(Tunes))]
    public void Write_ATune_IsOfThePublishedSchema(string abc) => Assert.Empty(Faults(Written(Read(abc))));

    [Theory]
    [MemberData(nameof(Tunes))]
    public void Read_WhatWasWritten_SoundsTheSame(string abc)
    {
        Tune tune = Read(abc);

        MusicXmlText again = MusicXmlReader.Read(Written(tune));

        Assert.Equal(Sound(tune), Sound(Read(again.Abc)));
        Assert.Empty(again.Remarks);
        Assert.Equal(tune.Title, Read(again.Abc).Title);
    }

    /// <summary>All but chords whose notes end apart: on paper they are as long as the first.</summary>
    [Fact]
    public void Write_TunesOfTheShippedNetwork_AreOfTheSchemaAndComeBack()
    {
        Tune[] tunes =
        [
            .. ShippedNetwork
                .Tunes.Take(80)
                .Select(tokens => TuneReader.Read($"<s> {tokens} </s>").Tunes[0])
                .Where(tune => tune.Voices[0].Elements.OfType<Chord>().All(of => of.Notes.All(note => note.Duration == of.Duration))),
        ];
        Assert.True(tunes.Length > 60);
        foreach (Tune tune in tunes)
        {
            byte[] written = Written(tune);

            Assert.Empty(Faults(written));
            Assert.Equal(Sound(tune), Sound(Read(MusicXmlReader.Read(written).Abc)));
        }
    }

    [Fact]
    public void Write_RepeatsAndEndings_StandAtTheirBars()
    {
        XElement[] measures = [.. Parsed(Written(Read(((string)Tunes.First().Data)))).Root!.Element("part")!.Elements("measure")];

        Assert.Equal(["1", "2", "3", "4", "5"], measures.Select(of => (string)of.Attribute("number")!));
        Assert.Equal(
            ["left forward", "right backward", "left forward", "left 1 start", "right 1 stop backward", "left 2 start", "right 2 stop"],
            measures.SelectMany(of => of.Elements("barline")).Select(Words)
        );

        static string Words(XElement bar) =>
            string.Join(
                ' ',
                (
                    (string?[])
                        [
                            (string?)bar.Attribute("location"),
                            (string?)bar.Element("ending")?.Attribute("number"),
                            (string?)bar.Element("ending")?.Attribute("type"),
                            (string?)bar.Element("repeat")?.Attribute("direction"),
                        ]
                ).OfType<string>()
            );
    }

    [Fact]
    public void Write_Verses_LieUnderTheirNotes()
    {
        string abc = "X:1\nM:4/4\nL:1/4\nK:C\nC D E F | G A B c |\nw: one two-_ three | four five-six sev~en\nw: a b c d e\n";

        XElement[] notes = [.. Parsed(Written(Read(abc))).Descendants("note")];

        Assert.Equal(
            ["one single", "two begin", "", "three end", "four single", "five begin", "six end", "sev en single"],
            notes.Select(of => Verse(of, 1))
        );
        Assert.Equal("a single b single c single d single e single", string.Join(' ', notes.Take(5).Select(of => Verse(of, 2))));

        static string Verse(XElement note, int number) =>
            note.Elements("lyric").FirstOrDefault(of => (int)of.Attribute("number")! == number) is { } lyric
                ? $"{lyric.Element("text")!.Value} {lyric.Element("syllabic")!.Value}"
                : string.Empty;
    }

    [Fact]
    public void Read_Compressed_IsTheSame()
    {
        Tune tune = Read((string)Tunes.First().Data);
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                archive,
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path='a/score.xml'/></rootfiles></container>"u8.ToArray()
            );
            Put(archive, "a/score.xml", Written(tune));
        }

        Assert.True(MusicXmlReader.IsScore(packed.ToArray()));
        Assert.Equal(Sound(tune), Sound(Read(MusicXmlReader.Read(packed.ToArray()).Abc)));

        static void Put(ZipArchive archive, string name, byte[] bytes)
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(bytes);
        }
    }

    [Theory]
    [InlineData("META-INF/container.xml", 1)]
    [InlineData("score.xml", 64)]
    public void Read_CompressedAndLargerThanIsRead_IsRefused(string name, int most)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            for (int mebibyte = 0; mebibyte <= most; mebibyte++)
            {
                entry.Write(new byte[1 << 20]);
            }
        }

        string said = Assert.Throws<MusicXmlFormatException>(() => MusicXmlReader.Read(packed.ToArray())).Message;

        Assert.Contains($"larger than {most} MB", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, "no well-formed XML")]
    [InlineData(101, "more than 100 deep")]
    [InlineData(100_000, "more than 100 deep")]
    public void Read_ElementsDeepInsideEachOther_IsRefusedInASentence(int deep, string expected)
    {
        string text = string.Concat(Enumerable.Repeat("<part>", deep));

        string said = Assert.Throws<MusicXmlFormatException>(() => MusicXmlReader.Read(Encoding.UTF8.GetBytes(text))).Message;

        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.InRange(said.Length, 1, 2000);
    }

    [Theory]
    [InlineData("<score-timewise/>", "ordered by time")]
    [InlineData("<html/>", "<html>")]
    [InlineData("<score-partwise><part-list/></score-partwise>", "no part")]
    [InlineData("<score-partwise><part", "no well-formed XML")]
    [InlineData("<score-partwise><part><measure><note><pitch/><duration>1</duration></note></measure></part></score-partwise>", "no step")]
    [InlineData(
        "<score-partwise><part><measure><note><pitch><step>G</step><octave>2147483647</octave></pitch></note></measure></part></score-partwise>",
        "no octave from 0 to 9"
    )]
    [InlineData(
        "<score-partwise><part><measure><note><pitch><step>99</step><octave>4</octave></pitch></note></measure></part></score-partwise>",
        "no step from A to G"
    )]
    public void Read_NoScore_SaysWhatIsWrong(string text, string expected)
    {
        MusicXmlFormatException fault = Assert.Throws<MusicXmlFormatException>(() => MusicXmlReader.Read(Encoding.UTF8.GetBytes(text)));

        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<attributes><time><beats>6</beats></time></attributes>")]
    [InlineData("<barline><repeat direction='backward' times='often'/></barline>")]
    public void Read_WhatIsHalfThere_IsReadWithoutIt(string inside)
    {
        string text = $"<score-partwise><part><measure>{inside}</measure></part></score-partwise>";

        Assert.Single(TuneReader.Read(MusicXmlReader.Read(Encoding.UTF8.GetBytes(text)).Abc + "C2|\n").Tunes);
    }

    [Fact]
    public void Read_AnEntity_IsNotFollowed()
    {
        byte[] text = Encoding.UTF8.GetBytes(
            "<!DOCTYPE score-partwise [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><score-partwise><work><work-title>&x;</work-title></work><part/></score-partwise>"
        );

        Assert.Throws<MusicXmlFormatException>(() => MusicXmlReader.Read(text));
    }

    private static Tune Read(string abc)
    {
        Tune tune = Assert.Single(TuneReader.Read(abc).Tunes);
        return tune;
    }

    private static byte[] Written(Tune tune)
    {
        using MemoryStream stream = new();
        MusicXmlWriter.Write(tune, stream);
        return stream.ToArray();
    }

    private static XDocument Parsed(byte[] text)
    {
        using XmlReader reader = XmlReader.Create(new MemoryStream(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }

    private static IEnumerable<string> Sound(Tune tune) =>
        Timeline.Of(tune).Notes.Select(note => $"{note.Voice} {note.Onset} {note.Length} {note.Pitch}").Order(StringComparer.Ordinal);

    private static List<string> Faults(byte[] text)
    {
        List<string> faults = [];
        Parsed(text).Validate(Published.Value, (_, fault) => faults.Add(fault.Message));
        return faults;
    }

    private static XmlSchemaSet Schema()
    {
        string folder = Path.Combine(Checkout.Folder, "tests/Lilt.Tests/Notation/MusicXml/Schema");
        XmlSchemaSet set = new() { XmlResolver = null };
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Ignore };
        foreach (string file in (string[])["xml.xsd", "xlink.xsd", "musicxml.xsd"])
        {
            using XmlReader reader = XmlReader.Create(Path.Combine(folder, file), settings);
            set.Add(null, reader);
        }

        set.Compile();
        return set;
    }
}
