using Lilt.Files;
using Xunit;

namespace Lilt.Tests.Files;

public sealed class PlaceLockTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-lock-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Take_WhereSomebodyWrites_IsRefusedUntilItIsGivenFree()
    {
        PlaceLock first = PlaceLock.Take(In("file"));
        PlaceTakenException taken = Assert.Throws<PlaceTakenException>(() => PlaceLock.Take(In("file")));
        first.Dispose();
        PlaceLock.Take(In("file")).Dispose();

        Assert.Contains(In("file"), taken.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void Take_WhatAKilledRunLeft_IsTakenOverAndTidiedAway()
    {
        File.WriteAllText(In("file" + PlaceLock.Suffix), "");
        PlaceLock.Take(In("file")).Dispose();

        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void TakeFolder_MakesTheFoldersAbove_NotTheFolder()
    {
        PlaceLock.TakeFolder(In("a/b/")).Dispose();

        Assert.Equal([In("a")], Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories));
    }

    /// <summary>Many that take and give free as fast as they can: never two at once, and each gets its turn in the end.</summary>
    [Fact]
    public async Task Take_ByManyInTurn_IsHeldByOne()
    {
        const int Turns = 200;
        int inside = 0;
        int most = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(() =>
                    {
                        for (int turn = 0; turn < Turns; )
                        {
                            try
                            {
                                using PlaceLock held = PlaceLock.Take(In("file"));
                                int now = Interlocked.Increment(ref inside);
                                most = Math.Max(Volatile.Read(ref most), now);
                                Interlocked.Decrement(ref inside);
                                turn++;
                            }
                            catch (PlaceTakenException)
                            {
                                Thread.Yield();
                            }
                        }
                    })
                )
        );

        Assert.Equal(1, most);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    private string In(string name) => Path.Combine(folder, name);
}
