using System.Text;
using Lilt.Tests.Reference;
using Lilt.Training;

namespace Lilt.Robustness.Damaged;

/// <summary>The kinds of files that Lilt reads from others, and the words that such files are made of.</summary>
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

    /// <summary>All of them but the studio's requests.</summary>
    public static IReadOnlyList<FileKind> All =>
        [
            new(
                "pickle",
                20,
                WholeFiles.Pickles(),
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
                FileReaders.Weights
            )
            {
                Inside = PackedFiles.Gzipped,
            },
            new(
                "safetensors",
                15,
                WholeFiles.Safetensors(),
                [.. Json, "F32", "F16", "BF16", "I64", "__metadata__", "data_offsets", "shape", "vocabulary"],
                FileReaders.Weights
            )
            {
                Inside = PackedFiles.Headed,
            },
            new(
                "torch state",
                10,
                [TorchFile.Write(WholeFiles.Model), TorchFile.Write(WholeFiles.Model, "decoder.")],
                [.. Json, "F32", "F64", "weight_ih_l0", "bias_hh_l1", "linear.weight", "lstm."],
                FileReaders.Weights
            )
            {
                Inside = PackedFiles.Headed,
            },
            new(
                "recording",
                10,
                WholeFiles.Recordings(),
                [.. Json, "'descr'", "<f4", "<i4", "'fortran_order': True", "(4, 3)", "()", "h.npy", "meta.json"],
                FileReaders.Recording
            )
            {
                Inside = PackedFiles.Zipped,
            },
            new(
                "plan",
                15,
                [.. WholeFiles.Plans.Select(Encoding.UTF8.GetBytes)],
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
                FileReaders.Plan
            ),
            new(
                "abc",
                15,
                [.. OwnTunes.Texts.Select(Encoding.UTF8.GetBytes), .. WholeFiles.Transcriptions.Select(Encoding.UTF8.GetBytes)],
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
                FileReaders.Abc
            ),
            new(
                "musicxml",
                5,
                [Encoding.UTF8.GetBytes(WholeFiles.Score), WholeFiles.Mxl()],
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
                FileReaders.MusicXml
            )
            {
                Inside = PackedFiles.Zipped,
            },
            new(
                "recipe",
                2,
                [Encoding.UTF8.GetBytes(new TrainingConfig().ToJson())],
                [.. Json, "\"layers\"", "\"adamW\"", "\"cosine\"", "//", "/*"],
                FileReaders.Recipe
            ),
            new(
                "vocabulary",
                3,
                ["""["<s>","</s>","M:4/4","K:Cmaj","|","C","D","\u00e9"]"""u8.ToArray()],
                [.. Json, "\"<s>\"", "\"C\",\"C\""],
                FileReaders.Words
            ),
        ];
}
