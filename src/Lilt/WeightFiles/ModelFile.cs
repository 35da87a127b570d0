using System.IO.Compression;
using Lilt.Files;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.WeightFiles.Pickles;
using Lilt.WeightFiles.Safetensors;

namespace Lilt.WeightFiles;

/// <summary>Models as files: folk-rnn's pickles in; safetensors in and out.</summary>
public static class ModelFile
{
    // gzip packs trained weights to nine tenths; zeros alone pack a thousand times smaller. A file that unpacks to more than this is a
    // bomb.
    private const long GzipGrowth = 16;
    private const long GzipAllowance = 16 << 20;

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
        using FileStream stream = GivenFile.Open(path, bufferBytes: 0);
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
        Span<byte> start = stackalloc byte[SafetensorsHeader.LengthBytes + 1];
        int count = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        ReadOnlySpan<byte> first = start[..count];
        stream.Position = 0;

        // Looked for first: the length that a safetensors file starts with may begin with another format's mark.
        if (SafetensorsHeader.MayStart(first))
        {
            SafetensorsFile file = new(stream, name);
            return LiltLayout.Fits(file) ? LiltLayout.Read(file, given) : TorchLayout.Read(file, given);
        }

        if (first is [(byte)PickleOpcode.Proto, ..])
        {
            return ReadPickle(new PickleSource(stream, name, stream.Length, null), given);
        }

        if (first is [0x1f, 0x8b, ..])
        {
            using GZipStream unpacked = new(stream, CompressionMode.Decompress, leaveOpen: true);
            long limit = GzipAllowance + (GzipGrowth * stream.Length);
            return ReadPickle(new PickleSource(unpacked, name, limit, $"which is {GzipGrowth} times the packed file and 16 MiB"), given);
        }

        throw Other(name, first, stream.Length);
    }

    private static Model ReadPickle(PickleSource source, Vocabulary? given) =>
        FolkRnnLayout.Read(source, PickleMachine.Read(source), given);

    private static WeightFormatException Other(string name, ReadOnlySpan<byte> first, long length) =>
        first switch
        {
            [] => Other(name, "an empty file", "Fetch or write it again."),
            [(byte)'P', (byte)'K', ..] => Other(
                name,
                "a zip file, as torch.save writes",
                "Save the state in Python with safetensors.torch.save_file(model.state_dict(), …)."
            ),
            [(byte)'(' or (byte)'}' or (byte)']', ..] => Other(
                name,
                "a pickle of protocol 0 or 1",
                "Write it again in Python with pickle.dump(…, protocol=2)."
            ),
            _ => Other(
                name,
                $"{length} bytes that start with {Convert.ToHexStringLower(first)}",
                "The file is damaged or no model: fetch it again."
            ),
        };

    private static WeightFormatException Other(string name, string found, string remedy) =>
        new(name, 0, "a folk-rnn pickle or a safetensors file", found, remedy);
}
