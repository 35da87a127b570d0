using System.Diagnostics;
using System.Runtime.CompilerServices;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Selection;
using Lilt.Spectra;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Analyses;

/// <summary>
/// Finds the units that are on over a range and off at its edges, and where else they are on together: in the tune, then in all of its
/// session, tune by tune.
/// </summary>
internal sealed class MatchSearch(StudioBounds bounds, StudioPauses pauses, SessionStore store, TuneReplay replay, ManyTunes many)
{
    private const int MostPlaces = 50;

    // A search is asked again with another threshold while a slider is dragged: what it went through is kept, one site of one layer of each
    // tune.
    private readonly BoundedCache<(string Tune, Site Site), UnitSequences> gone = new(
        bounds.SearchBytes,
        made => (long)made.Units * made.Steps * sizeof(float)
    );

    /// <summary>
    /// Searches the tune itself, so that what is wrong with a request is said before anything is sent, and gives the rest of the search.
    /// </summary>
    /// <exception cref="StudioException">The request cannot be done.</exception>
    public async Task<IAsyncEnumerable<MatchView>> BeginAsync(string tune, MatchRequest request, CancellationToken cancellation)
    {
        KeptTune kept = store.Tune(tune);
        TuneRecording recording = await replay.GetAsync(tune, cancellation);
        SiteKind site = RecordedSite.Kind(request.Site, request.Layer, recording);
        UnitSequences own = RecordedSite.Sequences(recording, request.Site, request.Layer);
        Bounded.Whole("from", request.From, 0, recording.Steps - 1);
        Bounded.Whole("to", request.To, request.From + 1, recording.Steps);
        SwitchedUnits switched = SwitchedUnits.Find(own, request.From, request.To, request.Above, request.Below);
        FoundPlaces found = new(switched, MostPlaces);
        found.Add(tune, switched.Places(own).Where(place => place.From >= request.To || place.To <= request.From));

        // Where there are no units they are on together nowhere.
        TuneSummary[] others =
            request.Session && switched.Units.Count > 0 ? [.. store.Session(kept.Session).Tunes.Where(of => of.Id != tune).Reverse()] : [];
        string[] same = [.. others.Where(of => of.ModelHash == kept.Data.ModelHash).Select(of => of.Id)];
        return GoOnAsync(found, same, others.Length - same.Length, new Site(site, request.Layer), cancellation);
    }

    private async IAsyncEnumerable<MatchView> GoOnAsync(
        FoundPlaces found,
        string[] tunes,
        int skipped,
        Site site,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        long told = 0;
        int left = tunes.Length;
        foreach (string[] part in tunes.Chunk(ManyTunes.AtOnce))
        {
            Dictionary<string, UnitSequences?> ready = [];
            foreach (string tune in part)
            {
                if (gone.Find((tune, site)) is { } known)
                {
                    ready[tune] = known;
                }
            }

            await using IAsyncEnumerator<(string Tune, UnitSequences? Sequences)> made = many.PassAsync(
                    [.. part.Where(tune => !ready.ContainsKey(tune))],
                    site,
                    cancellation
                )
                .GetAsyncEnumerator(cancellation);
            foreach (string tune in part)
            {
                if (told == 0 || Stopwatch.GetElapsedTime(told) > pauses.Matches)
                {
                    told = Stopwatch.GetTimestamp();
                    yield return found.View(left, skipped);
                }

                cancellation.ThrowIfCancellationRequested();
                while (!ready.ContainsKey(tune) && await made.MoveNextAsync())
                {
                    ready[made.Current.Tune] = made.Current.Sequences;
                    if (made.Current.Sequences is { } sequences)
                    {
                        gone.Put((made.Current.Tune, site), sequences);
                    }
                }

                // What is null was deleted meanwhile, or is of a plan whose recording is gone: the others can be searched all the same.
                left--;
                if (ready.Remove(tune, out UnitSequences? units) && units is not null)
                {
                    found.Add(tune, found.Units.Places(units));
                }
                else
                {
                    skipped++;
                }
            }
        }

        yield return found.View(0, skipped);
    }
}
