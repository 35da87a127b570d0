using System.IO.Compression;
using System.Text;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

namespace Lilt.Robustness.Damaged;

/// <summary>Small whole files of each kind, which are read without a fault.</summary>
internal static class WholeFiles
{
    /// <summary>Plans for <see cref="Model"/>.</summary>
    public static readonly string[] Plans =
    [
        """{"operations":[{"op":"excise","layer":1,"units":[0,2]},{"op":"bias","tokens":{"t2":0.5,"t3":"-inf"},"steps":[3,null]}]}""",
        """{"operations":[{"op":"clamp","site":"L1.h","units":"all","value":0.25,"steps":[0,9]},{"op":"forbid","tokens":["t3"]}]}""",
        """{"operations":[{"op":"scale","site":"L1.c","units":[1],"value":0.5},{"op":"add","site":"logits","units":["t2"],"value":[1,-1e-3],"steps":[2,3]}]}""",
        """{"operations":[{"op":"stimulate","weights":[0.7,0.3],"other":["t2","t4"],"inTurn":true,"seed":7}]}""",
        """{"operations":[{"op":"excise","layer":1,"units":[1],"fill":"freeze","recording":"a.npz","at":2,"reading":["t2"]}]}""",
        """{"operations":[{"op":"patch","site":["L1.c","L1.h"],"units":"all","recording":"a.npz","steps":[3,3],"at":1,"edge":"recurrent"}]}""",
    ];

    /// <summary>Texts of tokens.</summary>
    public static readonly string[] Transcriptions =
    [
        "M:4/4\nK:Cdor\n|: c C C /2 C 2> G (3 C C =C | [ c _e g ] 2 z |1 A 4 :| |2 B, |\n",
        "M:4/4 K:mix |: =d ^c | =B 2 - =G < =A :|\n<s> M:6/8 K:Cmaj A | B 3 c 2 </s>\n",
    ];

    public const string Score = """
        <?xml version="1.0" encoding="UTF-8"?>
        <score-partwise version="4.0"><work><work-title>A tune</work-title></work><part-list><score-part id="P1"><part-name/></score-part></part-list>
        <part id="P1"><measure number="1"><attributes><divisions>4</divisions><key><fifths>1</fifths><mode>major</mode></key>
        <time><beats>6</beats><beat-type>8</beat-type></time><clef><sign>G</sign><line>2</line></clef></attributes>
        <barline location="left"><repeat direction="forward"/></barline>
        <harmony><root><root-step>G</root-step></root><kind>major</kind></harmony>
        <note><pitch><step>G</step><octave>4</octave></pitch><duration>6</duration><type>quarter</type><dot/><lyric><text>la</text></lyric></note>
        <note><chord/><pitch><step>B</step><alter>-1</alter><octave>4</octave></pitch><duration>6</duration><type>quarter</type><dot/></note>
        <note><grace/><pitch><step>A</step><octave>4</octave></pitch><type>eighth</type></note>
        <note><rest/><duration>6</duration><type>quarter</type><dot/></note></measure>
        <measure number="2"><barline location="left"><ending number="1" type="start"/></barline>
        <note><pitch><step>D</step><octave>5</octave></pitch><duration>4</duration><tie type="start"/><type>eighth</type>
        <time-modification><actual-notes>3</actual-notes><normal-notes>2</normal-notes></time-modification></note>
        <backup><duration>4</duration></backup><forward><duration>4</duration></forward>
        <barline location="right"><ending number="1" type="stop"/><repeat direction="backward"/></barline></measure></part></score-partwise>
        """;

    public static readonly Lazy<TuneRecording> Recorded = new(() => Tunes()[0]);

    // Small networks, so that a hundred thousand files take a minute.
    public static readonly Model Model = RandomModels.Create(new NetworkShape(1, 3, 5));

    public static List<byte[]> Pickles() =>
        [
            .. Enum.GetValues<PickleDialect>()
                .Select(dialect => PickleWriter.FolkRnn(Model, dialect, isFortran: dialect == PickleDialect.Protocol3).ToArray()),
            PackedFiles.Gzip(PickleWriter.FolkRnn(Model, PickleDialect.Protocol4).ToArray()),
        ];

    public static List<byte[]> Safetensors() =>
        [.. Enum.GetValues<WeightPrecision>().Select(precision => InAFile(path => ModelFile.Write(Model, path, precision)))];

    private static List<TuneRecording> Tunes() =>
        [
            .. TuneRecordings.Record(
                Model,
                new GenerationOptions
                {
                    Seed = new(3),
                    Tunes = 2,
                    Limit = 6,
                },
                null,
                [SiteKind.Hidden, SiteKind.Cell, SiteKind.Posterior]
            ),
        ];

    public static List<byte[]> Recordings()
    {
        List<TuneRecording> tunes = Tunes();
        return [InAFile(path => RecordingWriter.Write(path, tunes)), InAFile(path => RecordingWriter.Write(path, [tunes[0]]))];
    }

    public static byte[] Mxl()
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            PackedFiles.Add(
                archive,
                "META-INF/container.xml",
                """<container><rootfiles><rootfile full-path="score.xml"/></rootfiles></container>"""u8.ToArray()
            );
            PackedFiles.Add(archive, "score.xml", Encoding.UTF8.GetBytes(Score));
        }

        return packed.ToArray();
    }

    private static byte[] InAFile(Action<string> write)
    {
        string path = Path.Combine(Scratch, "whole");
        write(path);
        return File.ReadAllBytes(path);
    }

    public static string Scratch { get; } = Directory.CreateTempSubdirectory("lilt-damaged-").FullName;
}
