namespace Lilt.Robustness.Damaged;

/// <summary>A kind of file that is damaged and read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Share">How many of the files of a run are of it, as a part of the sum of all shares.</param>
/// <param name="Whole">Whole files, which are read without a fault.</param>
/// <param name="Words">What such files are made of.</param>
/// <param name="Read">
/// Reads one, uses what was read, and says whether it was taken; a refusal is false. Whatever it throws is a fault, a
/// <see cref="WronglyTakenException"/> where something was taken that must not be.
/// </param>
internal sealed record FileKind(string Name, int Share, IReadOnlyList<byte[]> Whole, IReadOnlyList<string> Words, Func<byte[], bool> Read)
{
    /// <summary>Where a file is a packed one, how its damages are done inside and it is packed again; else null.</summary>
    public Func<byte[], Func<byte[], byte[]>, int, byte[]>? Inside { get; init; }

    /// <summary>Whether what reading takes is told by the reading thread's own allocations.</summary>
    public bool ReadsInItsThread { get; init; } = true;
}
