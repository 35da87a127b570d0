using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Pushing;

/// <summary>
/// Finds a place whose state can be given to a target: in another measure of its tune, else in another tune of the session that the same
/// network wrote untouched under the same header, else in a tune that it writes for it, which the session keeps.
/// </summary>
internal sealed class DonorSearch(SessionStore store, TuneWriting writing, Workplaces workplaces)
{
    /// <summary>How many tunes are written at most to find a donor in.</summary>
    public const int MostWritten = 32;

    // Reading where bars could stand takes a millisecond or so a tune.
    private const int MostLookedAt = 200;

    /// <summary>The donor of a push.</summary>
    /// <exception cref="StudioException">There is none.</exception>
    public async Task<DonorPlace> FindAsync(PlacedTune target, ClockPush push, Model model, CancellationToken cancellation) =>
        Best(target.Id, push, target.Places, isOwn: true) ?? OfSession(target, push) ?? await WriteAsync(target, push, model, cancellation);

    private static DonorPlace? Best(string tune, ClockPush push, OpenPlaces places, bool isOwn) =>
        push.Donors(places, isOwn) is [{ } nearest, ..] ? new DonorPlace(tune, nearest.Step) : null;

    private DonorPlace? OfSession(PlacedTune target, ClockPush push)
    {
        IEnumerable<TuneSummary> others = store
            .Session(target.Kept.Session)
            .Tunes.Where(other => other.Kind == TuneKind.Written && other.ModelHash == target.Kept.Data.ModelHash && other.Id != target.Id)
            .Reverse()
            .Take(MostLookedAt);
        foreach (TuneSummary other in others)
        {
            IReadOnlyList<string> tokens = store.Tune(other.Id).Data.Tokens;
            if (
                PlacedTune.HeaderOf(tokens).SequenceEqual(target.Header)
                && Best(other.Id, push, OpenPlaces.Of(tokens), isOwn: false) is { } donor
            )
            {
                return donor;
            }
        }

        return null;
    }

    private async Task<DonorPlace> WriteAsync(PlacedTune target, ClockPush push, Model model, CancellationToken cancellation)
    {
        StoredTune data = target.Kept.Data;
        GenerationOptions options = new()
        {
            Seed = 0,
            Tunes = MostWritten,
            Prime = TypedPrime(target.Header, model.Vocabulary),
        };
        int? found = await workplaces.RunAsync(
            stopped =>
                TuneGenerator
                    .Generate(model, options, stopped)
                    .Where(tune => push.Donors(OpenPlaces.Of(model.Vocabulary, tune.Tokens), isOwn: false).Count > 0)
                    .Select(tune => (int?)tune.Index)
                    .FirstOrDefault(),
            cancellation
        );
        if (found is not { } index)
        {
            throw new StudioException(
                StatusCodes.Status409Conflict,
                FormattableString.Invariant(
                    $"There is no such place in a full measure of this tune, of the session's others under its header, or of {MostWritten} more that the network wrote for it: take another step, or push by another number of eighths."
                )
            );
        }

        Seed seed = options.Seed + index;
        WritingRun run = await writing.PrepareAsync(
            target.Kept.Session,
            new WriteRequest(data.Model, Prime: string.Join(' ', target.Header), Name: $"seed {seed}, a donor") { Seed = seed },
            cancellation
        );
        TuneSummary written = await run.ToEndAsync(cancellation);
        return Best(written.Id, push, OpenPlaces.Of(store.Tune(written.Id).Data.Tokens), isOwn: false)
            ?? throw new StudioException(
                StatusCodes.Status409Conflict,
                "The network writes another tune now than a moment ago: its file was changed. Push again."
            );
    }

    private static IReadOnlyList<Token?> TypedPrime(IReadOnlyList<string> header, Vocabulary vocabulary) =>
        [.. header.Select(text => vocabulary.TryFind(text, out Token token) ? (Token?)token : null)];
}
