using System.Buffers.Binary;
using Lilt.Files;

namespace Lilt.Studies.Control;

/// <summary>
/// What the networks of a control's open loop made of each tune, kept in a file as it is made, so that a control which was stopped or
/// killed goes on.
/// </summary>
/// <remarks>
/// The open loop is most of a study's time. An entry is 40 bytes: the layer, the cut, the tune and how many values were floored as int32,
/// the units' hash and the two sums, little-endian. Sums are kept to the bit, so what goes on ends as if it had never been stopped. Of
/// tunes it keeps nothing: the file is only of use to the study that began it, which the settings of the <see cref="ResumableFile"/> must
/// tell.
/// </remarks>
public sealed class ControlLedger
{
    private const int EntryBytes = 40;

    private readonly ResumableFile file;
    private readonly Dictionary<Key, Sums> known = [];
    private readonly object gate = new();

    /// <param name="file">Where it is kept; what an earlier run left in it is read.</param>
    public ControlLedger(ResumableFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        this.file = file;
        byte[] entry = new byte[EntryBytes];
        for (long offset = 0; offset + EntryBytes <= file.KeptBytes; offset += EntryBytes)
        {
            file.ReadKept(offset, entry);
            (Key key, Sums sums) = Read(entry);
            known[key] = sums;
        }
    }

    /// <summary>How many tunes, over all networks, are kept.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return known.Count;
            }
        }
    }

    /// <summary>What a network made of a tune; false where it is not known.</summary>
    internal bool TryFind(int layer, CutNetwork network, int tune, OpenLoopTune into)
    {
        lock (gate)
        {
            if (!known.TryGetValue(new Key(layer, network.When, tune, HashOf(network.Units)), out Sums sums))
            {
                return false;
            }

            into.Restore(sums.Contrast, sums.OtherLoss, sums.Floored);
            return true;
        }
    }

    /// <summary>Keeps what some networks made of a tune.</summary>
    internal void Keep(int layer, ReadOnlySpan<CutNetwork> networks, int tune, ReadOnlySpan<OpenLoopTune> made)
    {
        byte[] entries = new byte[EntryBytes * networks.Length];
        lock (gate)
        {
            for (int n = 0; n < networks.Length; n++)
            {
                Key key = new(layer, networks[n].When, tune, HashOf(networks[n].Units));
                Sums sums = new(made[n].Contrast, made[n].OtherLoss, made[n].Floored);
                Write(entries.AsSpan(n * EntryBytes, EntryBytes), key, sums);
                known[key] = sums;
            }

            file.Stream.Write(entries);
            file.Keep(string.Empty);
        }
    }

    private static void Write(Span<byte> entry, Key key, Sums sums)
    {
        BinaryPrimitives.WriteInt32LittleEndian(entry, key.Layer);
        BinaryPrimitives.WriteInt32LittleEndian(entry[4..], (int)key.When);
        BinaryPrimitives.WriteInt32LittleEndian(entry[8..], key.Tune);
        BinaryPrimitives.WriteInt32LittleEndian(entry[12..], sums.Floored);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[16..], key.Units);
        BinaryPrimitives.WriteDoubleLittleEndian(entry[24..], sums.Contrast);
        BinaryPrimitives.WriteDoubleLittleEndian(entry[32..], sums.OtherLoss);
    }

    private static (Key Key, Sums Sums) Read(ReadOnlySpan<byte> entry) =>
        (
            new Key(
                BinaryPrimitives.ReadInt32LittleEndian(entry),
                (CutSteps)BinaryPrimitives.ReadInt32LittleEndian(entry[4..]),
                BinaryPrimitives.ReadInt32LittleEndian(entry[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(entry[16..])
            ),
            new Sums(
                BinaryPrimitives.ReadDoubleLittleEndian(entry[24..]),
                BinaryPrimitives.ReadDoubleLittleEndian(entry[32..]),
                BinaryPrimitives.ReadInt32LittleEndian(entry[12..])
            )
        );

    // FNV-1a over the units' numbers. Source: G. Fowler, L. C. Noll and K.-P. Vo, 1991.
    private static ulong HashOf(IReadOnlyList<int> units)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (int unit in units)
        {
            hash = unchecked((hash ^ (uint)unit) * 0x100000001B3);
        }

        return hash;
    }

    private readonly record struct Key(int Layer, CutSteps When, int Tune, ulong Units);

    private readonly record struct Sums(double Contrast, double OtherLoss, int Floored);
}
