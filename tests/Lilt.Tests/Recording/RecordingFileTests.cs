using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Xunit;

namespace Lilt.Tests.Recording;

public sealed class RecordingFileTests : IDisposable
{
    private static readonly string[] Texts = ["<s>", "</s>", "A", "|"];

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-recording").FullName;

    private string File => Path.Combine(folder, "tune.npz");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Read_WhatWasWritten_IsTheSameToTheBit()
    {
        TuneRecording written = Make(steps: 5, seed: 1);
        Write(many: false, written);
        using RecordingReader reader = new(File);
        TuneRecording read = reader.Read(0);

        Assert.Equal(1, reader.Count);
        AssertSame(written, read);
        Assert.Equal("""{"operations":[{"excise":"L1"}]}""", read.Facts.Plan!.ToJsonString());
    }

    [Fact]
    public void Read_ManyTunes_EachInItsPlace()
    {
        TuneRecording[] written = [Make(5, 1), Make(1, 2), Make(9, 3)];
        Write(many: true, written);
        using RecordingReader reader = new(File);

        Assert.Equal(3, reader.Count);
        for (int index = 2; index >= 0; index--)
        {
            AssertSame(written[index], reader.Read(index));
        }
    }

    [Fact]
    public void ReadAll_WhatWasWrittenWhole_IsTheSame()
    {
        TuneRecording[] written = [Make(5, 1), Make(1, 2)];
        RecordingWriter.Write(File, written);
        byte[] whole = System.IO.File.ReadAllBytes(File);
        Write(many: true, written);

        Assert.Equal(System.IO.File.ReadAllBytes(File), whole);
        Assert.Equal(2, RecordingReader.ReadAll(File).Count());
        AssertSame(written[1], RecordingReader.ReadAll(File).Last());
        Assert.Throws<InvalidOperationException>(() => RecordingWriter.Write(File, []));
    }

    [Fact]
    public void Write_SameRecordingTwice_SameBytes()
    {
        Write(many: true, Make(5, 1), Make(7, 2));
        byte[] first = System.IO.File.ReadAllBytes(File);
        Write(many: true, Make(5, 1), Make(7, 2));

        Assert.Equal(first, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void Dispose_BeforeCompletion_LeavesTheOldFileAlone()
    {
        System.IO.File.WriteAllText(File, "old");
        using (RecordingWriter writer = new(File, many: false))
        {
            writer.Write(Make(5, 1));
        }

        Assert.Equal("old", System.IO.File.ReadAllText(File));
        Assert.Equal([File], Directory.GetFiles(folder));
    }

    [Fact]
    public void NumPy_OpensWhatWasWritten()
    {
        SkipWithoutNumPy();
        TuneRecording tune = Make(5, 1);
        Write(many: true, tune, Make(2, 2));
        const string Script = """
            import sys, json, numpy as np
            z = np.load(sys.argv[1])
            m = json.loads(z['000000/meta.json'])
            print(m['format'], z['000000/input'].dtype, z['000000/input'].shape, z['000000/h'].dtype, z['000000/h'].shape, z['000001/posterior'].shape,
                  z['000000/output'].tolist(), repr(float(z['000000/h'].astype(np.float64).sum())), float(z['000000/h'][4, 1, 2]) == float(sys.argv[2]))
            """;

        // Unit 2 of layer 2 at step 4 of [5, 2, 3].
        float last = tune.Values(SiteKind.Hidden)[^1];
        string printed = Python(Script, File, ((double)last).ToString("R", CultureInfo.InvariantCulture));

        string[] words = printed.Trim().Split(' ');
        Assert.StartsWith("lilt recording 1 int32 (5,) float32 (5, 2, 3) (2, 4) [", printed, StringComparison.Ordinal);
        Assert.Equal("True", words[^1]);
        Assert.Contains($"[{string.Join(", ", tune.Output.Select(token => token.Index))}]", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhatNumPyWroteAgain_IsTheSame()
    {
        SkipWithoutNumPy();
        TuneRecording tune = Make(5, 1);
        Write(many: false, tune);
        const string Script = """
            import sys, numpy as np, zipfile, io
            z = np.load(sys.argv[1])
            with zipfile.ZipFile(sys.argv[1] + '2', 'w', zipfile.ZIP_DEFLATED) as out:
                for name in z.files:
                    if name == 'meta.json':
                        out.writestr(name, z[name])
                    else:
                        b = io.BytesIO(); np.save(b, z[name]); out.writestr(name + '.npy', b.getvalue())
            """;
        Python(Script, File);
        using RecordingReader reader = new(File + "2");

        AssertSame(tune, reader.Read(0));
    }

    [Fact]
    public void Read_DamagedFiles_SayWhatAndWhere()
    {
        Write(many: false, Make(5, 1));
        byte[] whole = System.IO.File.ReadAllBytes(File);
        for (int length = 0; length < whole.Length; length += 97)
        {
            System.IO.File.WriteAllBytes(File, whole[..length]);
            Assert.Throws<RecordingFormatException>(ReadAll);
        }

        Random random = new(3);
        for (int trial = 0; trial < 300; trial++)
        {
            byte[] damaged = [.. whole];
            damaged[random.Next(whole.Length)] ^= (byte)(1 << random.Next(8));
            System.IO.File.WriteAllBytes(File, damaged);
            // A bit of a value may flip unseen where the archive's checksum is not looked at; anything else must be the one error.
            Exception? error = Record.Exception(ReadAll);
            Assert.True(error is null or RecordingFormatException, $"{error}");
        }
    }

    [Theory]
    [InlineData("h.npy", "meta.json")]
    [InlineData("h.npy", "logits.npy")]
    [InlineData("input.npy", "h.npy")]
    public void Read_MemberOfAnotherKind_NamesTheMember(string member, string other)
    {
        Write(many: false, Make(5, 1));
        using (ZipArchive archive = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            byte[] wrong;
            using (Stream stream = archive.GetEntry(other)!.Open())
            using (MemoryStream copy = new())
            {
                stream.CopyTo(copy);
                wrong = copy.ToArray();
            }

            archive.GetEntry(member)!.Delete();
            using Stream replaced = archive.CreateEntry(member).Open();
            replaced.Write(wrong);
        }

        RecordingFormatException error = Assert.Throws<RecordingFormatException>(ReadAll);
        Assert.Contains(member, error.Message, StringComparison.Ordinal);
        Assert.Contains("lilt record", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingMember_NamesIt()
    {
        Write(many: false, Make(5, 1));
        using (ZipArchive archive = ZipFile.Open(File, ZipArchiveMode.Update))
        {
            archive.GetEntry("output.npy")!.Delete();
        }

        Assert.Contains("output.npy", Assert.Throws<RecordingFormatException>(ReadAll).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all", "i f g o c h logits posterior")]
    [InlineData("posterior,h", "h posterior")]
    public void Parse_Sites_AreInTheOrderOfAStep(string text, string names) =>
        Assert.Equal(names, string.Join(' ', RecordedSites.Parse(text).Select(RecordedSites.Name)));

    [Fact]
    public void Parse_UnknownSite_IsNamed() =>
        Assert.Contains("'q'", Assert.Throws<FormatException>(() => RecordedSites.Parse("h,q")).Message, StringComparison.Ordinal);

    [Fact]
    public void Finish_SecondTuneOfARecorder_HoldsItsOwnValues()
    {
        // Longer than the parts a tune is gathered in.
        const int Longer = 30_000;
        TuneRecorder recorder = new(new NetworkShape(2, 3, 4), [SiteKind.Hidden, SiteKind.Posterior]);
        TuneRecording longer = Gather(recorder, Longer, offset: 0);
        TuneRecording shorter = Gather(recorder, steps: 2, offset: 0.5f);

        Assert.Equal(
            Enumerable.Range(0, Longer).SelectMany(step => (float[])[step, step, step, step + 10, step + 10, step + 10]),
            longer.Values(SiteKind.Hidden).ToArray()
        );
        Assert.Equal(
            [0.5f, 0.5f, 0.5f, 10.5f, 10.5f, 10.5f, 1.5f, 1.5f, 1.5f, 11.5f, 11.5f, 11.5f],
            shorter.Values(SiteKind.Hidden).ToArray()
        );
        Assert.Equal(
            Enumerable.Range(0, Longer).SelectMany(step => (float[])[step, step, step, step]),
            longer.Values(SiteKind.Posterior).ToArray()
        );
        Assert.Throws<ArgumentException>(() => shorter.Values(SiteKind.Cell).Length);
    }

    private static TuneRecording Gather(TuneRecorder recorder, int steps, float offset)
    {
        float[] values = new float[4];
        for (int step = -1; step < steps; step++)
        {
            for (int layer = 1; layer <= 2; layer++)
            {
                values.AsSpan().Fill(step + (10 * (layer - 1)) + offset);
                recorder.Record(step, Site.H(layer), values.AsSpan(0, 3));
                recorder.Record(step, new Site(SiteKind.Cell, layer), values.AsSpan(0, 3));
            }

            values.AsSpan().Fill(step + offset);
            recorder.Record(step, Site.Posterior, values);
        }

        return recorder.Finish(Facts(1), [.. Enumerable.Repeat(new Token(2), steps + 1)]);
    }

    private static RecordingFacts Facts(int seed) =>
        new()
        {
            Version = "0.1.0",
            Command = "lilt record --seed 1",
            ModelHash = "00ff",
            Layers = 2,
            Units = 3,
            Vocabulary = Texts,
            Seed = (uint)seed,
            Rng = "independent",
            Plan = JsonNode.Parse("""{"operations":[{"excise":"L1"}]}"""),
        };

    private static TuneRecording Make(int steps, int seed)
    {
        Random random = new(seed);
        RecordingFacts facts = Facts(seed);
        Dictionary<SiteKind, float[]> arrays = [];
        foreach (SiteKind kind in RecordedSites.All)
        {
            int width = kind is SiteKind.Logits or SiteKind.Posterior ? 4 : 6;
            arrays[kind] = [.. Enumerable.Range(0, steps * width).Select(_ => random.NextSingle() - 0.5f)];
        }

        Token[] Tokens() => [.. Enumerable.Range(0, steps).Select(_ => new Token(random.Next(4)))];
        return new TuneRecording(facts, Tokens(), Tokens(), arrays);
    }

    private static void AssertSame(TuneRecording expected, TuneRecording actual)
    {
        Assert.Equal(expected.Input, actual.Input);
        Assert.Equal(expected.Output, actual.Output);
        Assert.Equal(expected.Kinds, actual.Kinds);
        foreach (SiteKind kind in expected.Kinds)
        {
            Assert.True(expected.Values(kind).SequenceEqual(actual.Values(kind)), $"{kind}");
        }

        Assert.Equal(expected.Facts.Seed, actual.Facts.Seed);
        Assert.Equal(expected.Facts.ModelHash, actual.Facts.ModelHash);
        Assert.Equal(expected.Facts.Vocabulary, actual.Facts.Vocabulary);
    }

    private static void SkipWithoutNumPy()
    {
        bool present = false;
        try
        {
            using Process process = Process.Start(
                new ProcessStartInfo("/usr/bin/python3", ["-c", "import numpy"]) { RedirectStandardError = true }
            )!;
            process.WaitForExit();
            present = process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            present = false;
        }

        if (!present && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail("python3-numpy is missing.");
        }

        Assert.SkipUnless(present, "python3-numpy is missing");
    }

    private static string Python(string script, params string[] arguments)
    {
        using Process process = Process.Start(
            new ProcessStartInfo("/usr/bin/python3", ["-c", script, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, error);
        return output;
    }

    private void ReadAll()
    {
        using RecordingReader reader = new(File);
        for (int index = 0; index < reader.Count; index++)
        {
            reader.Read(index);
        }
    }

    private void Write(bool many, params TuneRecording[] tunes)
    {
        using RecordingWriter writer = new(File, many);
        foreach (TuneRecording tune in tunes)
        {
            writer.Write(tune);
        }

        writer.Complete();
    }
}
