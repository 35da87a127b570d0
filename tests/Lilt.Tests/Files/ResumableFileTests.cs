using System.Globalization;
using System.Text;
using Lilt.Files;
using Xunit;

namespace Lilt.Tests.Files;

public sealed class ResumableFileTests : IDisposable
{
    private static readonly KeyValuePair<string, string>[] Settings = [new("seed", "42"), new("format", "abc")];
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-resumable-").FullName;

    private string Place => Path.Combine(folder, "file");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Complete_AllParts_LeavesTheFileAlone()
    {
        using (ResumableFile file = Begin())
        {
            Write(file, "one ", "two ");
            file.Complete();
        }

        Assert.Equal("one two ", File.ReadAllText(Place));
        Assert.Equal([Place], Directory.GetFiles(folder));
    }

    [Fact]
    public void Resume_AfterHalfAPart_BeginsBehindTheWholeOnes()
    {
        using (ResumableFile stopped = Begin())
        {
            Write(stopped, "one ", "two ");
            stopped.Stream.Write("thr"u8);
        }

        Assert.False(File.Exists(Place));
        using (ResumableFile again = Begin(resume: true))
        {
            Assert.Equal((2, "2", "the first command"), (again.Parts, again.Note, again.Origin));
            Write(again, "three");
            again.Complete();
        }

        Assert.Equal("one two three", File.ReadAllText(Place));
        Assert.Equal([Place], Directory.GetFiles(folder));
    }

    /// <summary>A kill leaves any number of bytes of the file and of its journal: what is whole in both counts.</summary>
    [Fact]
    public void Resume_OfAnyPrefixes_TakesWhatIsWholeInBoth()
    {
        using (ResumableFile stopped = Begin())
        {
            Write(stopped, "one ", "two ", "three ");
        }

        byte[] file = File.ReadAllBytes(Place + ReplacedFile.Suffix);
        byte[] journal = File.ReadAllBytes(Place + ResumableFile.JournalSuffix);
        int head = Array.IndexOf(journal, (byte)'\n') + 1;
        for (int kept = 0; kept <= file.Length; kept++)
        {
            for (int told = head; told <= journal.Length; told++)
            {
                File.WriteAllBytes(Place + ReplacedFile.Suffix, file[..kept]);
                File.WriteAllBytes(Place + ResumableFile.JournalSuffix, journal[..told]);
                using ResumableFile again = Begin(resume: true);
                int inFile =
                    kept < 4 ? 0
                    : kept < 8 ? 1
                    : kept < 14 ? 2
                    : 3;
                int inJournal = journal[head..told].Count(letter => letter == '\n');
                Assert.Equal(Math.Min(inFile, inJournal), again.Parts);
                Write(again, [.. ((string[])["one ", "two ", "three ", "four"]).Skip(again.Parts)]);
                again.Complete();
                Assert.Equal("one two three four", File.ReadAllText(Place));
            }
        }
    }

    [Fact]
    public void Resume_OtherSettings_NamesTheDifference()
    {
        using (ResumableFile stopped = Begin())
        {
            Write(stopped, "one ");
        }

        FormatException other = Assert.Throws<FormatException>(() =>
            new ResumableFile(Place, [new("seed", "43"), new("format", "abc")], "", resume: true)
        );
        Assert.Contains("the seed '42', and this one '43'", other.Message, StringComparison.Ordinal);
        using ResumableFile again = Begin(resume: true);
        Assert.Equal(1, again.Parts);
    }

    [Fact]
    public void Resume_NothingUnfinished_IsRefused()
    {
        File.WriteAllText(Place, "whole");

        Assert.Contains("--resume", Assert.Throws<FormatException>(() => Begin(resume: true)).Message, StringComparison.Ordinal);
        Assert.Equal([Place], Directory.GetFiles(folder));
    }

    [Fact]
    public void Begin_OverAnUnfinishedOne_StartsAnewAndTellsOfIt()
    {
        using (ResumableFile stopped = Begin())
        {
            Write(stopped, "one ", "two ");
        }

        using (ResumableFile anew = Begin())
        {
            Assert.Equal((0, 2), (anew.Parts, anew.ThrownAway));
            Write(anew, "ONE");
            anew.Complete();
        }

        Assert.Equal("ONE", File.ReadAllText(Place));
    }

    [Fact]
    public void Dispose_DiscardedOrWithoutAPart_LeavesNothing()
    {
        using (ResumableFile discarded = Begin())
        {
            Write(discarded, "one ");
            discarded.Discard();
        }

        using (ResumableFile empty = Begin())
        {
            empty.Stream.Write("on"u8);
        }

        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void Begin_WhereAnotherWrites_IsRefusedAndTheOtherIsWhole()
    {
        using (ResumableFile first = Begin())
        {
            Write(first, "one ");
            Assert.Throws<PlaceTakenException>(() => Begin());
            Assert.Throws<PlaceTakenException>(() => new ReplacedFile(Place));
            first.Complete();
        }

        Assert.Equal("one ", File.ReadAllText(Place));
    }

    private static void Write(ResumableFile file, params string[] parts)
    {
        foreach (string part in parts)
        {
            file.Stream.Write(Encoding.UTF8.GetBytes(part));
            file.Keep((file.Parts + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private ResumableFile Begin(bool resume = false) => new(Place, Settings, "the first command", resume);
}
