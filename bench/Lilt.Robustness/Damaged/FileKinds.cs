using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Tests.Reference;
using Lilt.Training;
using Lilt.WeightFiles;

namespace Lilt.Robustness.Damaged;

/// <summary>The kinds of files that Lilt reads from others, with small whole ones of each.</summary>
internal static class FileKinds
{
    private static readonly string[] Json =
    [
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        ":",
        "null",
        "true",
        "{}",
        "[]",
        "\"\"",
        "\\u0000",
        "\\ud800",
        "1e999",
        "-",
        "[[[[[[[[",
    ];

    private static readonly string[] Plans =
    [
        """{"operations":[{"op":"excise","layer":1,"units":[0,2]},{"op":"bias","tokens":{"t2":0.5,"t3":"-inf"},"steps":[3,null]}]}""",
        """{"operations":[{"op":"clamp","site":"L1.h","units":"all","value":0.25,"steps":[0,9]},{"op":"forbid","tokens":["t3"]}]}""",
        """{"operations":[{"op":"scale","site":"L1.c","units":[1],"value":0.5},{"op":"add","site":"logits","units":["t2"],"value":[1,-1e-3],"steps":[2,3]}]}""",
        """{"operations":[{"op":"stimulate","weights":[0.7,0.3],"other":["t2","t4"],"inTurn":true,"seed":7}]}""",
        """{"operations":[{"op":"excise","layer":1,"units":[1],"fill":"freeze","recording":"a.npz","at":2,"reading":["t2"]}]}""",
        """{"operations":[{"op":"patch","site":["L1.c","L1.h"],"units":"all","recording":"a.npz","steps":[3,3],"at":1,"edge":"recurrent"}]}""",
    ];

    private static readonly string[] Transcriptions =
    [
        "M:4/4\nK:Cdor\n|: c C C /2 C 2> G (3 C C =C | [ c _e g ] 2 z |1 A 4 :| |2 B, |\n",
        "M:4/4 K:mix |: =d ^c | =B 2 - =G < =A :|\n<s> M:6/8 K:Cmaj A | B 3 c 2 </s>\n",
    ];

    private const string Score = """
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

    private static readonly Lazy<TuneRecording> Recorded = new(() => Tunes()[0]);

    // Small networks, so that a hundred thousand files take a minute.
    private static readonly Model Model = RandomModels.Create(new NetworkShape(1, 3, 5));

    /// <summary>All of them but the studio's requests.</summary>
    public static IReadOnlyList<FileKind> All =>
        [
            new(
                "pickle",
                20,
                Pickles(),
                [
                    "(",
                    ".",
                    "0",
                    "I",
                    "K",
                    "M",
                    "N",
                    "R",
                    "X",
                    "]",
                    "a",
                    "b",
                    "c",
                    "d",
                    "e",
                    "h",
                    "j",
                    "l",
                    "p",
                    "q",
                    "r",
                    "s",
                    "t",
                    "u",
                    "}",
                    "\u0080",
                    "\u0085",
                    "\u0086",
                    "\u0087",
                    "\u008a",
                    "\u008c",
                    "\u0093",
                    "\u0094",
                    "\u0095",
                    "\u0096",
                    "cos\nsystem\n",
                    "cnumpy\nndarray\n",
                    "\u00ff\u00ff\u00ff\u007f",
                ],
                Weights
            )
            {
                Inside = Gzipped,
            },
            new(
                "safetensors",
                15,
                Safetensors(),
                [.. Json, "F32", "F16", "BF16", "I64", "__metadata__", "data_offsets", "shape", "vocabulary"],
                Weights
            )
            {
                Inside = Headed,
            },
            new(
                "torch state",
                10,
                [TorchFile.Write(Model), TorchFile.Write(Model, "decoder.")],
                [.. Json, "F32", "F64", "weight_ih_l0", "bias_hh_l1", "linear.weight", "lstm."],
                Weights
            )
            {
                Inside = Headed,
            },
            new(
                "recording",
                10,
                Recordings(),
                [.. Json, "'descr'", "<f4", "<i4", "'fortran_order': True", "(4, 3)", "()", "h.npy", "meta.json"],
                Recording
            )
            {
                Inside = Zipped,
            },
            new(
                "plan",
                15,
                [.. Plans.Select(Encoding.UTF8.GetBytes)],
                [
                    .. Json,
                    "\"op\"",
                    "\"excise\"",
                    "\"patch\"",
                    "\"recording\"",
                    "\"units\"",
                    "\"all\"",
                    "\"steps\"",
                    "\"-inf\"",
                    "\"L1.h\"",
                    "\"directions\"",
                    "\"along\"",
                ],
                Plan
            ),
            new(
                "abc",
                15,
                [.. OwnTunes.Texts.Select(Encoding.UTF8.GetBytes), .. Transcriptions.Select(Encoding.UTF8.GetBytes)],
                [
                    "|:",
                    ":|",
                    "::",
                    "[1",
                    "|2",
                    "(3",
                    "(5:4:",
                    "{",
                    "}",
                    "[K:",
                    "]",
                    "M:",
                    "K:D dor",
                    "L:1/0",
                    "P:A9",
                    "V:2\n",
                    "Q:0",
                    "!D.C.!",
                    "!coda!",
                    "<s>",
                    "</s>",
                    "/",
                    ">",
                    "<<",
                    "-",
                    "&",
                    "y",
                    "Z99999",
                    "\"^",
                    "%%",
                    "m:~n=",
                    "U:",
                    "w:",
                    "\u00a3",
                    "\u0000",
                    "'''''''''",
                    "9999999999",
                ],
                Abc
            ),
            new(
                "musicxml",
                5,
                [Encoding.UTF8.GetBytes(Score), Mxl()],
                [
                    "<",
                    ">",
                    "</note>",
                    "<note>",
                    "<backup>",
                    "<duration>",
                    "-1",
                    "0",
                    "&#0;",
                    "&lol;",
                    "<!DOCTYPE x [<!ENTITY a \"aa\">]>",
                    "<measure>",
                    "<divisions>0</divisions>",
                    "<ending number=\"1,2\" type=\"start\"/>",
                    "]]>",
                    "<![CDATA[",
                ],
                MusicXml
            )
            {
                Inside = Zipped,
            },
            new(
                "recipe",
                2,
                [Encoding.UTF8.GetBytes(new TrainingConfig().ToJson())],
                [.. Json, "\"layers\"", "\"adamW\"", "\"cosine\"", "//", "/*"],
                Recipe
            ),
            new(
                "vocabulary",
                3,
                ["""["<s>","</s>","M:4/4","K:Cmaj","|","C","D","\u00e9"]"""u8.ToArray()],
                [.. Json, "\"<s>\"", "\"C\",\"C\""],
                Words
            ),
        ];

    private static List<byte[]> Pickles() =>
        [
            .. Enum.GetValues<PickleDialect>()
                .Select(dialect => PickleWriter.FolkRnn(Model, dialect, isFortran: dialect == PickleDialect.Protocol3).ToArray()),
            Gzip(PickleWriter.FolkRnn(Model, PickleDialect.Protocol4).ToArray()),
        ];

    private static List<byte[]> Safetensors() =>
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

    private static List<byte[]> Recordings()
    {
        List<TuneRecording> tunes = Tunes();
        return [InAFile(path => RecordingWriter.Write(path, tunes)), InAFile(path => RecordingWriter.Write(path, [tunes[0]]))];
    }

    private static byte[] Mxl()
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "META-INF/container.xml",
                """<container><rootfiles><rootfile full-path="score.xml"/></rootfiles></container>"""u8.ToArray()
            );
            Add(archive, "score.xml", Encoding.UTF8.GetBytes(Score));
        }

        return packed.ToArray();
    }

    private static bool Weights(byte[] file)
    {
        Model read;
        try
        {
            using MemoryStream stream = new(file, writable: false);
            read = ModelFile.Read(stream, "file", TorchFileHasNoVocabulary(file) ? RandomModels.Vocabulary(Model.Shape.Tokens) : null);
        }
        catch (WeightFormatException)
        {
            return false;
        }

        if (
            read.Vocabulary.Count != read.Shape.Tokens
            || read.Vocabulary.Texts.Distinct(StringComparer.Ordinal).Count() != read.Shape.Tokens
        )
        {
            throw new WronglyTakenException($"{read.Vocabulary.Count} tokens for {read.Shape}");
        }

        // What was taken is a network: it writes, and every probability is one.
        GeneratedTune tune = TuneGenerator.Generate(read, new GenerationOptions { Seed = new(1), Limit = 4 }).Single();
        if (tune.Tokens.Any(token => token.Index < 0 || token.Index >= read.Shape.Tokens))
        {
            throw new WronglyTakenException("a token outside of the vocabulary");
        }

        return true;
    }

    private static bool TorchFileHasNoVocabulary(byte[] file) => file.AsSpan().IndexOf("lstm.weight_ih"u8) >= 0;

    private static bool Recording(byte[] file)
    {
        string path = Path.Combine(Scratch, "recording.npz");
        File.WriteAllBytes(path, file);
        try
        {
            using RecordingReader reader = new(path);
            for (int index = 0; index < reader.Count; index++)
            {
                TuneRecording tune = reader.Read(index);
                if (
                    tune.Input.Count != tune.Output.Count
                    || tune.Input.Concat(tune.Output).Any(token => token.Index < 0 || token.Index >= tune.Facts.Vocabulary.Count)
                )
                {
                    throw new WronglyTakenException("a recording of tokens that it has not");
                }
            }

            return true;
        }
        catch (RecordingFormatException)
        {
            return false;
        }
    }

    private static bool Plan(byte[] file)
    {
        try
        {
            OperationPlan plan = OperationPlan.Parse(Encoding.UTF8.GetString(file));
            string written = plan.ToJson();
            if (OperationPlan.Parse(written).ToJson() != written)
            {
                throw new WronglyTakenException("a plan that is another when it was written and read");
            }

            plan.Compile(Model, _ => Recorded.Value);
            return true;
        }
        catch (PlanFormatException)
        {
            return false;
        }
    }

    private static bool Abc(byte[] file)
    {
        TuneBook book = TuneReader.Read(file);
        foreach (Tune tune in book.Tunes)
        {
            MeasureCounter.Count(tune);
            Timeline.Of(tune);
            TuneReader.Read(AbcWriter.Write(tune));
        }

        TranscriptionText.Parse(Encoding.UTF8.GetString(file), Model.Vocabulary);
        return book.Tunes.Count > 0;
    }

    private static bool MusicXml(byte[] file)
    {
        try
        {
            string abc = MusicXmlReader.Read(file).Abc;
            TuneReader.Read(abc);
            return true;
        }
        catch (MusicXmlFormatException)
        {
            return false;
        }
    }

    private static bool Recipe(byte[] file)
    {
        try
        {
            TrainingConfig config = TrainingConfig.Parse(Encoding.UTF8.GetString(file), "recipe");
            if (TrainingConfig.Parse(config.ToJson(), "recipe") != config)
            {
                throw new WronglyTakenException("a recipe that is another when it was written and read");
            }

            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool Words(byte[] file)
    {
        try
        {
            Vocabulary read = VocabularyFile.Parse("file", file);
            if (read.Texts.Distinct(StringComparer.Ordinal).Count() != read.Count)
            {
                throw new WronglyTakenException("a vocabulary that has a token twice");
            }

            return true;
        }
        catch (WeightFormatException)
        {
            return false;
        }
    }

    // A header's text is damaged and its length made to fit, so that the text is what is read.
    private static byte[] Headed(byte[] file, Func<byte[], byte[]> damage, int member)
    {
        int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        byte[] header = damage(file[8..(8 + length)]);
        byte[] prefix = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        return [.. prefix, .. header, .. file[(8 + length)..]];
    }

    private static byte[] Gzipped(byte[] file, Func<byte[], byte[]> damage, int member)
    {
        if (file is not [0x1f, 0x8b, ..])
        {
            return damage(file);
        }

        using GZipStream unpacked = new(new MemoryStream(file), CompressionMode.Decompress);
        using MemoryStream inside = new();
        unpacked.CopyTo(inside);
        return Gzip(damage(inside.ToArray()));
    }

    // One member is damaged and all are packed again, with sums that fit.
    private static byte[] Zipped(byte[] file, Func<byte[], byte[]> damage, int member)
    {
        if (file is not [(byte)'P', (byte)'K', ..])
        {
            return damage(file);
        }

        using ZipArchive archive = new(new MemoryStream(file), ZipArchiveMode.Read);
        using MemoryStream packed = new();
        using (ZipArchive again = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int n = 0; n < archive.Entries.Count; n++)
            {
                using Stream stream = archive.Entries[n].Open();
                using MemoryStream inside = new();
                stream.CopyTo(inside);
                Add(again, archive.Entries[n].FullName, n == member % archive.Entries.Count ? damage(inside.ToArray()) : inside.ToArray());
            }
        }

        return packed.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using Stream stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(bytes);
    }

    private static byte[] Gzip(byte[] file)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(file);
        }

        return packed.ToArray();
    }

    private static byte[] InAFile(Action<string> write)
    {
        string path = Path.Combine(Scratch, "whole");
        write(path);
        return File.ReadAllBytes(path);
    }

    private static string Scratch { get; } = Directory.CreateTempSubdirectory("lilt-damaged-").FullName;
}
