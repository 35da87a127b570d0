using System.Runtime.CompilerServices;
using System.Text.Json;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Rewriting;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;

namespace Lilt.Studio.Rewriting;

/// <summary>Has a network write some of a stored tune again, and keeps the offer that is taken.</summary>
internal sealed class TuneRewriting(
    StudioBounds bounds,
    StudioModels models,
    SessionStore store,
    Workplaces workplaces,
    TuneReading reading
)
{
    private const int MostOffers = 8;
    private const int MostCandidates = 1024;
    private const int MostLength = 64;
    private const int MostLocks = 200;
    private const int Furthest = 24;
    private const int LongestRange = 32;
    private const int Remembered = 64;

    // Who takes an offer has just been shown it: it is not drawn again.
    private readonly BoundedCache<string, RewriteView> made = new(Remembered, _ => 1);

    /// <summary>Finds all that is wrong with a request before anything is sent, and gives the offers as they come.</summary>
    /// <exception cref="StudioException">The request cannot be done.</exception>
    public async Task<IAsyncEnumerable<RewriteView>> BeginAsync(string tune, RewriteRequest request, CancellationToken cancellation) =>
        GoOnAsync(Key(tune, request), await PrepareAsync(store.Tune(tune), request, cancellation), cancellation);

    /// <summary>Keeps an offer as a tune of the session, which the network reads.</summary>
    /// <exception cref="StudioException">There is no such offer.</exception>
    public async Task<TuneSummary> TakeAsync(string tune, TakeRequest request, CancellationToken cancellation)
    {
        KeptTune parent = store.Tune(tune);
        string? name = request.Name is null ? null : Bounded.Name(request.Name, bounds);
        RewriteOffers offers = await PrepareAsync(parent, request.Request, cancellation);
        RewriteView view =
            made.Find(Key(tune, request.Request)) ?? await workplaces.RunAsync(stopped => offers.Rounds(stopped).Last(), cancellation);
        Bounded.Whole("offer", request.Offer, 1, Math.Max(view.Offers.Count, 1));
        if (view.Offers.Count == 0)
        {
            throw StudioException.Unreadable(string.Join(' ', view.Said));
        }

        RewriteOrigin origin = new(parent.Data.Id, string.Join(' ', parent.Data.Tokens), request.Request, request.Offer);
        return await reading.ReadAsync(
            parent.Session,
            new GivenRequest(
                parent.Data.Model,
                string.Join(' ', view.Offers[request.Offer - 1].Tokens),
                name ?? DoneWords.Named(parent.Data.Name, DoneWords.Of(request.Request), bounds.NameLength),
                null,
                parent.Data.Id
            ),
            cancellation,
            origin
        );
    }

    /// <summary>What of a tune goes over a range.</summary>
    /// <exception cref="StudioException">The range is none.</exception>
    public async Task<RangeView> RangeAsync(string tune, string range, int semitones, CancellationToken cancellation)
    {
        KeptTune kept = store.Tune(tune);
        PitchRange sounding = RangeOf(range)!;
        Bounded.Whole("semitones", semitones, -Furthest, Furthest);
        Model model = await models.OfAsync(kept, cancellation);
        IReadOnlyList<Token> tokens = Tokens(kept.Data, model.Vocabulary);
        PitchRange written = sounding.Up(-semitones);
        return new RangeView(
            sounding.ToString(),
            [
                .. PlacedNotes
                    .Outside(model.Vocabulary, tokens, written)
                    .Select(note => new OutsideNote(note.Step, note.Measure, note.Semitones < written.Lowest)),
            ],
            PlacedNotes.Of(model.Vocabulary, tokens).Count
        );
    }

    /// <summary>Whether a request of a file could have been one of the studio's.</summary>
    public static bool IsWithin(RewriteRequest request) =>
        request.Semitones is >= -Furthest and <= Furthest
        && (request.Range is null || (request.Range.Length <= LongestRange && PitchRange.TryParse(request.Range, out _)))
        && (request.Locks is null || (request.Locks.Count <= MostLocks && !request.Locks.Contains(null!)));

    private async Task<RewriteOffers> PrepareAsync(KeptTune kept, RewriteRequest request, CancellationToken cancellation)
    {
        Bounded.Whole("offers", request.Offers, 1, MostOffers);
        Bounded.Whole("candidates", request.Candidates, 1, MostCandidates);
        Bounded.Whole("length", request.Length, 1, MostLength);
        Bounded.Whole("semitones", request.Semitones, -Furthest, Furthest);
        Bounded.Number("temperature", request.Temperature, 0.01, 100);
        Bounded.Whole("locks", request.Locks?.Count ?? 0, 0, MostLocks);
        if (request.Locks?.Contains(null!) == true)
        {
            throw StudioException.Bad("A lock is missing: each names a measure, and a note of it if there is one.");
        }

        PitchRange? range = RangeOf(request.Range);
        if (range is null && request.Kind == RewriteKind.Octaves)
        {
            throw StudioException.Bad("Octaves are moved to keep a range: give one, such as whistle.");
        }

        Model model = await models.OfAsync(kept, cancellation);
        IReadOnlyList<Token> tokens = Tokens(kept.Data, model.Vocabulary);
        try
        {
            return new RewriteOffers(model, tokens, request, range?.Up(-request.Semitones));
        }
        catch (RewriteRefusedException refused)
        {
            throw StudioException.Unreadable(refused.Message);
        }
    }

    private async IAsyncEnumerable<RewriteView> GoOnAsync(
        string key,
        RewriteOffers offers,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        if (made.Find(key) is { } known)
        {
            yield return known;
            yield break;
        }

        using IEnumerator<RewriteView> rounds = offers.Rounds(cancellation).GetEnumerator();
        while (await workplaces.RunAsync(_ => rounds.MoveNext() ? rounds.Current : null, cancellation) is { } view)
        {
            if (view.IsLast)
            {
                made.Put(key, view);
            }

            yield return view;
        }
    }

    private static string Key(string tune, RewriteRequest request) => $"{tune} {JsonSerializer.Serialize(request, StudioJson.Options)}";

    private static PitchRange? RangeOf(string? text) =>
        text is null ? null
        : text.Length <= LongestRange && PitchRange.TryParse(text, out PitchRange? range) ? range
        : throw StudioException.Bad(
            $"'{text[..Math.Min(text.Length, LongestRange)]}' is no range: give {string.Join(", ", Instrument.All.Select(of => of.Name))}, or two notes in ABC, such as D-b."
        );

    // A tune that was cut ends where it was cut, as on the command line.
    private static Token[] Tokens(StoredTune tune, Vocabulary vocabulary) =>
        [
            .. tune
                .Tokens.Concat(tune.Tokens is [.., Vocabulary.EndText] ? [] : [Vocabulary.EndText])
                .Select(text =>
                    vocabulary.TryFind(text, out Token token)
                        ? token
                        : throw StudioException.Unreadable(
                            $"The tune's token '{text}' is none of the model's, so the model cannot write it again: take a model that has it."
                        )
                ),
        ];
}
