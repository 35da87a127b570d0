using System.Text.Json;
using Lilt.Studio.Serving;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Following;

/// <summary>What is kept of a run: what happened in it, and about how many bytes that takes.</summary>
internal sealed class KeptRun
{
    // An event with its lists; a token is two references to texts of the vocabulary, or to one of them and a name of its own.
    private const int EventBytes = 256;
    private const int TokenBytes = 2 * sizeof(long);
    private const int TextBytes = 24;

    private readonly List<StudioEvent> events = [];

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<StudioEvent> Events => events;

    /// <summary>Bytes of it, about.</summary>
    public long Bytes { get; private set; }

    /// <summary>Keeps what happened.</summary>
    /// <returns>Its bytes.</returns>
    public long Add(StudioEvent happened)
    {
        events.Add(happened);
        long more = BytesOf(happened);
        Bytes += more;
        return more;
    }

    /// <summary>Lets go of drawn tokens of some tunes.</summary>
    /// <param name="of">Which, by their place in the run.</param>
    /// <returns>The bytes that are free.</returns>
    public long DropTokens(Predicate<int> of)
    {
        long before = Bytes;
        foreach (StudioEvent happened in events)
        {
            Bytes -= IsOf(happened, of) ? BytesOf(happened) : 0;
        }

        events.RemoveAll(happened => IsOf(happened, of));
        return before - Bytes;
    }

    /// <summary>The same of the tunes that are whole.</summary>
    public long DropTokensOfWholeTunes()
    {
        HashSet<int> whole = [.. events.Select(happened => happened.Data).OfType<TuneEvent>().Select(tune => tune.Tune.Index)];
        return DropTokens(whole.Contains);
    }

    private static bool IsOf(StudioEvent happened, Predicate<int> of) => happened.Data is TokensEvent tokens && of(tokens.Index);

    private static long BytesOf(StudioEvent happened) =>
        happened.Data is TokensEvent tokens
            ? EventBytes
                + tokens
                    .Tokens.Zip(tokens.Names)
                    .Sum(pair => TokenBytes + (pair.First == pair.Second ? 0 : TextBytes + (2 * pair.Second.Length)))
            : EventBytes + (2L * JsonSerializer.SerializeToUtf8Bytes(happened.Data, happened.Data.GetType(), StudioJson.Options).Length);
}
