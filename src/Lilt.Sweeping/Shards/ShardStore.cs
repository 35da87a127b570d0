using Lilt.Files;

namespace Lilt.Sweeping.Shards;

/// <summary>Where whole shards stand, each a table under its name; several sweeps may share one.</summary>
public sealed class ShardStore
{
    private const string Ending = ".parquet";

    // Readers of a folder of tables, Arrow's and Spark's, pass over a file whose name begins so.
    private const string UnfinishedBeginning = "_";
    private const string UnfinishedEnding = ".part";

    internal ShardStore(string path) => FullPath = Path.GetFullPath(path);

    /// <summary>The folder, in full.</summary>
    public string FullPath { get; }

    /// <summary>Where a shard's table stands when it is whole.</summary>
    public string PathOf(Shard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        return Path.Combine(FullPath, shard.Name[..2], shard.Name + Ending);
    }

    /// <summary>Whether a shard is whole.</summary>
    public bool Has(Shard shard) => File.Exists(PathOf(shard));

    /// <summary>Where the tunes of a shard stand that is under way; its folder is made.</summary>
    internal string UnfinishedPathOf(Shard shard)
    {
        string path = UnfinishedOf(shard);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    /// <summary>Whether some of a shard that is not whole is kept.</summary>
    public bool IsBegun(Shard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        return File.Exists(UnfinishedOf(shard) + ResumableFile.JournalSuffix);
    }

    /// <summary>Throws away what a run that was killed left beside a whole shard; nothing where somebody is just ending it.</summary>
    internal void Clean(Shard shard)
    {
        string path = UnfinishedOf(shard);
        if (!IsBegun(shard) && !File.Exists(path + PlaceLock.Suffix))
        {
            return;
        }

        try
        {
            using PlaceLock held = PlaceLock.Take(path);
            File.Delete(path + ReplacedFile.Suffix);
            File.Delete(path + ResumableFile.JournalSuffix);
        }
        catch (PlaceTakenException)
        {
            // Who made the shard is between its table and the end, and tidies up.
        }
    }

    private string UnfinishedOf(Shard shard) =>
        Path.Combine(FullPath, shard.Name[..2], UnfinishedBeginning + shard.Name + UnfinishedEnding);
}
