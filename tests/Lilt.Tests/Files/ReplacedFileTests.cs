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
        Assert.Contains("is a folder", Assert.Throws<UnauthorizedAccessException>(() => ReplacedFile.Write(folder, _ => { })).Message, StringComparison.Ordinal);

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

    private string In(string name) => Path.Combine(folder, name);
}
