using System.IO.Compression;
using Lilt.Network;
using Lilt.Notation;
using Lilt.WeightFiles.Pickles;
using Lilt.WeightFiles.Safetensors;

namespace Lilt.WeightFiles;

/// <summary>Models as files: folk-rnn's pickles in; safetensors in and out.</summary>
public static class ModelFile
{
    // gzip packs random weights to nine tenths and the identity that folk-rnn writes to a hundredth; no network needs more than this.
    private const long GzipGrowth = 64;
    private const long GzipAllowance = 1 << 20;

    /// <summary>Reads a model; what kind of file it is shows in its first bytes.</summary>
    /// <param name="path">
    /// A folk-rnn pickle (plain or gzip), Lilt's safetensors, or a PyTorch <c>nn.LSTM</c> and <c>Linear</c> in safetensors.
    /// </param>
    /// <param name="vocabularyPath">A JSON list of the tokens in index order, for a file that has none of its own.</param>
    /// <returns>The model, its weights float32.</returns>
    /// <exception cref="WeightFormatException">The file is damaged, of another kind, or asks to run something.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Model Read(string path, string? vocabularyPath = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Vocabulary? given = vocabularyPath is null ? null : VocabularyFile.Read(vocabularyPath);
        using FileStream stream = new(path, new FileStreamOptions { BufferSize = 0 });
        return Read(stream, Path.GetFileName(path), given);
    }

    /// <summary>Writes a model as safetensors, first beside the file's place and then put there.</summary>
    /// <param name="model">The model.</param>
    /// <param name="path">Where; a file that is there is replaced.</param>
    /// <param name="precision">How each weight is kept.</param>
    /// <exception cref="ArgumentException">A weight is not finite, or beyond what the precision holds.</exception>
    public static void Write(Model model, string path, WeightPrecision precision = WeightPrecision.Full)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ReplacedFile.Write(path, stream => SafetensorsWriter.Write(model, stream, precision));
    }

    /// <summary>Reads a model from a stream that can seek.</summary>
    internal static Model Read(Stream stream, string name, Vocabulary? given)
    {
        Span<byte> first = stackalloc byte[2];
        int count = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (count == 2 && first[0] == (byte)PickleOpcode.Proto)
        {
            return ReadPickle(new PickleSource(stream, name, stream.Length, "which the file has"), given);
        }

        if (count == 2 && first is [0x1f, 0x8b])
        {
            using GZipStream unpacked = new(stream, CompressionMode.Decompress, leaveOpen: true);
            long limit = GzipAllowance + (GzipGrowth * stream.Length);
            return ReadPickle(new PickleSource(unpacked, name, limit, $"which is {GzipGrowth} times the packed file and a megabyte"), given);
        }

        RefuseKnownOthers(name, first[..count]);
        SafetensorsFile file = new(stream, name);
        return LiltLayout.Fits(file) ? LiltLayout.Read(file, given) : TorchLayout.Read(file, given);
    }

    private static Model ReadPickle(PickleSource source, Vocabulary? given) => FolkRnnLayout.Read(source, PickleMachine.Read(source), given);

    private static void RefuseKnownOthers(string name, ReadOnlySpan<byte> first)
    {
        const string Expected = "a folk-rnn pickle or a safetensors file";
        if (first.IsEmpty)
        {
            throw new WeightFormatException(name, 0, Expected, "an empty file", "Fetch or write it again.");
        }

        if (first.SequenceEqual("PK"u8))
        {
            throw new WeightFormatException(
                name, 0, Expected, "a zip file, as torch.save writes", "Save the state in Python with safetensors.torch.save_file(model.state_dict(), …).");
        }

        if (first is [(byte)'(' or (byte)'}' or (byte)']', _])
        {
            throw new WeightFormatException(name, 0, Expected, "a pickle of protocol 0 or 1", "Write it again in Python with pickle.dump(…, protocol=2).");
        }
    }
}
