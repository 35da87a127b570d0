using System.Text.Json;
using System.Text.Json.Serialization;
using Lilt.Files;

namespace Lilt.Sweeping.Shards;

/// <summary>What failed in a sweep, a file a shard.</summary>
public sealed class ShardFailures
{
    private readonly string folder;

    internal ShardFailures(string folder) => this.folder = folder;

    /// <summary>All of them, in the sweep's order.</summary>
    public IReadOnlyList<ShardFailure> All() =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<ShardFailure>().OrderBy(failure => failure.Number)]
            : [];

    /// <summary>What is known of a shard; null where it never failed, or was made since.</summary>
    public ShardFailure? Of(Shard shard)
    {
        ArgumentNullException.ThrowIfNull(shard);
        return Read(PathOf(shard));
    }

    /// <summary>It failed once more.</summary>
    internal ShardFailure Add(Shard shard, string sentence)
    {
        Directory.CreateDirectory(folder);
        ShardFailure failure = new(shard.Number, shard.Name, (Of(shard)?.Attempts ?? 0) + 1, sentence);
        ReplacedFile.Write(PathOf(shard), stream => JsonSerializer.Serialize(stream, failure, ShardFailureJson.Default.ShardFailure));
        return failure;
    }

    /// <summary>Forgets it: it is tried anew, or is whole.</summary>
    internal void Forget(Shard shard)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(shard));
        }
    }

    private string PathOf(Shard shard) => Path.Combine(folder, shard.Name + ".json");

    private static ShardFailure? Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ShardFailureJson.Default.ShardFailure);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>How a failure stands in JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ShardFailure))]
internal sealed partial class ShardFailureJson : JsonSerializerContext;
