using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Lilt.Generation;
using Lilt.Network;

namespace Lilt.Tests.Reference;

/// <summary>
/// A probe that keeps a running SHA-256 over the bits of every site of each tune; two equal digests mean equal bits everywhere.
/// </summary>
internal readonly struct SiteDigest(Dictionary<int, string> digests) : ITuneProbe
{
    private readonly Dictionary<int, IncrementalHash> running = [];

    public static bool Watches => true;

    public void Begin(int slot, TuneRequest request) => running[slot] = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public bool Visit(int slot, int step, Site site, Span<float> values)
    {
        running[slot].AppendData(MemoryMarshal.AsBytes(values));
        return false;
    }

    public void End(int slot, GeneratedTune tune)
    {
        lock (digests)
        {
            digests[tune.Index] = Convert.ToHexStringLower(running[slot].GetHashAndReset());
        }
    }
}
