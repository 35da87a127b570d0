using Lilt.Files;
using Xunit;

namespace Lilt.Tests.Files;

public sealed class ReplacedFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-file-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Write_Device_IsWrittenToAndStaysADevice()
    {
        Assert.SkipUnless(File.Exists("/dev/null"), "there is no /dev/null here");
        ReplacedFile.Write("/dev/null", stream => stream.Write("some"u8));

        Assert.Empty(File.ReadAllBytes("/dev/null"));
        Assert.False(File.Exists("/dev/null" + ReplacedFile.Suffix));
    }

    [Fact]
    public void Write_FullDevice_Fails()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "there is no /dev/full here");

        Assert.Throws<IOException>(() => ReplacedFile.Write("/dev/full", stream => stream.Write("some"u8)));
    }

    [Fact]
    public void Write_Link_ReplacesWhatItLeadsTo()
    {
        string target = In("target");
        File.WriteAllText(target, "old");
        File.CreateSymbolicLink(In("link"), target);
        ReplacedFile.Write(In("link"), stream => stream.Write("new"u8));

        Assert.Equal("new", File.ReadAllText(target));
        Assert.Equal(target, new FileInfo(In("link")).LinkTarget);
    }

    [Fact]
    public void Write_FolderThatIsNotThere_IsNamed()
    {
        DirectoryNotFoundException missing = Assert.Throws<DirectoryNotFoundException>(() => ReplacedFile.Write(In("none/file"), _ => { }));

        Assert.Contains(In("none") + ".", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(ReplacedFile.Suffix, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Folder_IsRefused() =>
        Assert.Contains(
            "is a folder",
            Assert.Throws<UnauthorizedAccessException>(() => ReplacedFile.Write(folder, _ => { })).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Dispose_NotCompleted_LeavesTheOldFileAlone()
    {
        File.WriteAllText(In("file"), "old");
        using (ReplacedFile file = new(In("file")))
        {
            file.Stream.Write("new"u8);
        }

        Assert.Equal("old", File.ReadAllText(In("file")));
        Assert.Equal([In("file")], Directory.GetFiles(folder));
    }

    /// <summary>The second is told at once; the first, which was there before, is whole.</summary>
    [Fact]
    public void New_WhereAnotherWrites_IsRefusedAndTheOtherIsWhole()
    {
        using (ReplacedFile first = new(In("file")))
        {
            first.Stream.Write("first"u8);
            Assert.Contains(
                "another run",
                Assert.Throws<PlaceTakenException>(() => new ReplacedFile(In("file"))).Message,
                StringComparison.Ordinal
            );
            first.Complete();
        }

        ReplacedFile.Write(In("file"), stream => stream.Write("second"u8));
        Assert.Equal("second", File.ReadAllText(In("file")));
        Assert.Equal([In("file")], Directory.GetFiles(folder));
    }

    /// <summary>
    /// Writers as fast as they can: what stands under the name is one's bytes, whole, and each that was told nothing wrote.
    /// </summary>
    [Fact]
    public async Task Write_ByManyAtOnce_EachFileIsOnesOwn()
    {
        int written = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(writer =>
                    Task.Run(() =>
                    {
                        byte[] bytes = new byte[100_000];
                        bytes.AsSpan().Fill((byte)writer);
                        for (int turn = 0; turn < 100; )
                        {
                            try
                            {
                                ReplacedFile.Write(In("file"), stream => stream.Write(bytes));
                                Interlocked.Increment(ref written);
                                turn++;
                            }
                            catch (PlaceTakenException)
                            {
                                Thread.Yield();
                            }

                            byte[] found = File.Exists(In("file")) ? File.ReadAllBytes(In("file")) : bytes;
                            Assert.Equal(100_000, found.Length);
                            Assert.Equal(-1, found.AsSpan().IndexOfAnyExcept(found[0]));
                        }
                    })
                )
        );

        Assert.Equal(400, written);
        Assert.Equal([In("file")], Directory.GetFiles(folder));
    }

    private string In(string name) => Path.Combine(folder, name);
}
