using Lilt.Files;

namespace Lilt.Sweeping.Work;

/// <summary>The unfinished file of a shard: gone on with where it can be, else begun.</summary>
internal static class ResumedOrBegun
{
    /// <exception cref="PlaceTakenException">Somebody writes it now.</exception>
    public static ResumableFile Open(string path, KeyValuePair<string, string>[] settings) =>
        new(
            path,
            settings,
            string.Empty,
            resume: UnfinishedJournal.Find(path + ReplacedFile.Suffix, path + ResumableFile.JournalSuffix) is not null
        );
}
