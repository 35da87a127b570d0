using System.Buffers.Binary;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

public sealed class SafetensorsTests
{
    private const string One = "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}";

    [Theory]
    [InlineData("{" + One + "," + One + "}", 4, "each name once")]
    [InlineData("{" + One + ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "right behind")]
    [InlineData("{" + One + ",\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[8,12]}}", 12, "right behind")]
    [InlineData("{" + One + "}", 8, "4 bytes of data")]
    [InlineData("{" + One + "}", 0, "4 bytes of data")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}}", 4, "8 bytes for 'a'")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}}", 4, "[begin, end]")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}", 0, "usual lengths")]
    [InlineData("{\"a\":{\"dtype\":\"I64\",\"shape\":[1],\"data_offsets\":[0,8]}}", 8, "F32, F16, BF16 or F64")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}}", 4, "whole numbers from 0")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 4, "each once")]
    [InlineData("{\"__metadata__\":{\"x\":1}}", 0, "a text")]
    [InlineData("{\"__metadata__\":{\"x\":\"\\ud800\"}}", 0, "a JSON header")]
    [InlineData("{\"\\ud800\":1}", 0, "a JSON header")]
    [InlineData("[]", 0, "a folk-rnn pickle or a safetensors file")]
    [InlineData("{" + One + "} {}", 4, "a JSON header")]
    public void Read_DamagedHeader_SaysWhatIsWrong(string header, int data, string expected) =>
        Assert.Contains(
            expected,
            WeightReading.Refused(TorchFile.Pack(header, new byte[data]), RandomModels.Vocabulary(4)).Expected,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 62)]
    [InlineData(100UL)]
    public void Read_HeaderLengthBeyondTheFile_IsNotBelieved(ulong length)
    {
        byte[] file = new byte[64];
        BinaryPrimitives.WriteUInt64LittleEndian(file, length);
        file[8] = (byte)'{';

        WeightReading.Refused(file);
    }

    [Theory]
    [InlineData(0x0280)]
    [InlineData(0x0480)]
    [InlineData(0x8b1f)]
    [InlineData(0x4b50)]
    public void Read_HeaderLengthThatLooksLikeAnotherFormat_IsReadAsSafetensors(int length)
    {
        Model model = WeightReading.Small(layers: 1, units: 1, tokens: 3);
        byte[] file = TorchFile.Write(model);
        int header = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        Assert.InRange(header, 1, length);
        string padded = System.Text.Encoding.UTF8.GetString(file, 8, header).PadRight(length);

        Model read = WeightReading.Read(TorchFile.Pack(padded, file[(8 + header)..]), model.Vocabulary);

        Assert.Equal(model.Weights.OutputBias.ToArray(), read.Weights.OutputBias.ToArray());
    }

    [Fact]
    public void Read_EveryTruncation_IsRefused()
    {
        byte[] file = WeightReading.Safetensors(WeightReading.Small());
        for (int length = 0; length < file.Length; length++)
        {
            WeightReading.Refused(file[..length]);
        }
    }

    [Fact]
    public void Write_TwiceTheSameModel_GivesTheSameBytes() =>
        Assert.Equal(WeightReading.Safetensors(WeightReading.Small()), WeightReading.Safetensors(WeightReading.Small()));

    [Fact]
    public void Read_TensorTooMany_IsNamed()
    {
        byte[] file = TorchFile.Write(
            WeightReading.Small(tokens: 4),
            change: tensors => tensors.Add(TorchFile.Single("lstm.weight_hr_l0", [1], [0]))
        );

        Assert.Contains("lstm.weight_hr_l0", WeightReading.Refused(file, RandomModels.Vocabulary(4)).Found, StringComparison.Ordinal);
    }

    /// <summary>The shapes of such a network do not fit either: what it is comes first.</summary>
    [Theory]
    [InlineData("lstm.weight_ih_l0_reverse", "bidirectional")]
    [InlineData("lstm.weight_hr_l0", "projection")]
    public void Read_LstmOfAnotherKind_IsRefusedByItsName(string tensor, string kind)
    {
        byte[] file = TorchFile.Write(
            WeightReading.Small(tokens: 4),
            change: tensors =>
            {
                tensors.RemoveAll(entry => entry.Name == "linear.weight");
                tensors.Add(TorchFile.Single("linear.weight", [4, 1], new float[4]));
                tensors.Add(TorchFile.Single(tensor, [1], [0]));
            }
        );

        string found = WeightReading.Refused(file, RandomModels.Vocabulary(4)).Found;
        Assert.Contains(tensor, found, StringComparison.Ordinal);
        Assert.Contains(kind, found, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_Gru_IsRefusedByItsRecurrentWeights()
    {
        // Three gates of eight units look like four of six.
        byte[] file = TorchFile.Pack([
            TorchFile.Single("gru.weight_ih_l0", [24, 4], new float[96]),
            TorchFile.Single("gru.weight_hh_l0", [24, 8], new float[192]),
            TorchFile.Single("linear.weight", [4, 8], new float[32]),
            TorchFile.Single("linear.bias", [4], new float[4]),
        ]);

        Assert.Contains("gru.weight_hh_l0", WeightReading.Refused(file, RandomModels.Vocabulary(4)).Expected, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("model.inner.")]
    public void Read_PyTorchState_HasTheWeightsWithZeroInitialStates(string prefix)
    {
        Model model = RandomModels.Changed(
            WeightReading.Small(),
            weights =>
            {
                foreach (LayerWeights layer in weights.Layers)
                {
                    Array.Clear(layer.InitialCell);
                    Array.Clear(layer.InitialHidden);
                }
            }
        );

        Assert.Equal(model.Hash, WeightReading.Read(TorchFile.Write(model, prefix), model.Vocabulary).Hash);
    }

    [Fact]
    public void Read_PyTorchStateWithoutVocabulary_SaysHowToGiveOne() =>
        Assert.Contains("--vocabulary", WeightReading.Refused(TorchFile.Write(WeightReading.Small())).Remedy, StringComparison.Ordinal);

    [Fact]
    public void Read_PyTorchEmbedding_IsFoldedIntoLayerOne()
    {
        Model model = WeightReading.Small(layers: 1, units: 1, tokens: 3);
        float[] behind = [1, 2, 3, 4, 5, 6, 7, 8];
        byte[] file = TorchFile.Write(
            model,
            change: tensors =>
            {
                tensors[0] = TorchFile.Single("lstm.weight_ih_l0", [4, 2], behind);
                tensors.Insert(0, TorchFile.Single("embedding.weight", [3, 2], [1, 0, 0, 1, 10, 100]));
            }
        );

        Model read = WeightReading.Read(file, model.Vocabulary);

        Assert.Equal(
            [
                [1f, 2, 210],
                [3f, 4, 430],
                [5f, 6, 650],
                [7f, 8, 870],
            ],
            read.Weights.Layers[0].InputWeights.Select(gate => gate.ToArray())
        );
    }

    [Theory]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    [InlineData("F64", 8)]
    public void Read_OtherPrecisions_AreConvertedToFloat(string type, int size)
    {
        // Each value is exact in all of them.
        float[] values = [1.5f, -0.25f, 96f];
        Model model = WeightReading.Small(layers: 1, units: 1, tokens: 3);
        byte[] data = new byte[values.Length * size];
        for (int k = 0; k < values.Length; k++)
        {
            Span<byte> element = data.AsSpan(k * size);
            switch (type)
            {
                case "F16":
                    BinaryPrimitives.WriteHalfLittleEndian(element, (Half)values[k]);
                    break;
                case "BF16":
                    BinaryPrimitives.WriteUInt16LittleEndian(element, (ushort)(BitConverter.SingleToUInt32Bits(values[k]) >> 16));
                    break;
                default:
                    BinaryPrimitives.WriteDoubleLittleEndian(element, values[k]);
                    break;
            }
        }

        byte[] file = TorchFile.Write(model, change: tensors => tensors[^1] = ("linear.bias", type, [3], data));

        Assert.Equal(values, WeightReading.Read(file, model.Vocabulary).Weights.OutputBias.ToArray());
    }

    [Fact]
    public void Write_StoppedHalfway_LeavesTheOldFile()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-").FullName;
        string path = Path.Combine(folder, "model.safetensors");
        File.WriteAllText(path, "old");

        Assert.Throws<IOException>(() =>
            ReplacedFile.Write(
                path,
                stream =>
                {
                    stream.Write("new"u8);
                    stream.Flush();
                    Assert.Equal("old", File.ReadAllText(path));
                    Assert.True(File.Exists(path + ReplacedFile.Suffix));
                    throw new IOException("stopped");
                }
            )
        );

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(folder));
        ModelFile.Write(WeightReading.Small(), path);
        Assert.Equal([path], Directory.GetFiles(folder));
        Assert.Equal(WeightReading.Small().Hash, ModelFile.Read(path).Hash);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Read_ZipFile_SaysHowToSaveItInstead() =>
        Assert.Contains(
            "save_file",
            WeightReading.Refused([(byte)'P', (byte)'K', 3, 4, 0, 0, 0, 0, 0, 0]).Remedy,
            StringComparison.Ordinal
        );
}
