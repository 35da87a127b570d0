using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Studio.Models;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Writing;

/// <summary>Makes runs of requests: everything that can be wrong with one is found before it begins.</summary>
internal sealed class TuneWriting(
    StudioOptions options,
    StudioModels models,
    SessionStore store,
    RecordingCache recordings,
    RunningJobs jobs,
    StudioPlans plans
)
{
    // The tonic of the models' own keys.
    private static readonly Tonic Home = Key.CMajor.Tonic!.Value;

    /// <summary>Makes a run.</summary>
    /// <param name="session">The session that keeps its tunes.</param>
    /// <param name="request">What it is asked with.</param>
    /// <param name="cancellation">Ends the making ready.</param>
    /// <param name="pushed">By how many eighths its plan pushes the clock; null where it pushes none.</param>
    /// <exception cref="StudioException">The request cannot be done.</exception>
    public async Task<WritingRun> PrepareAsync(string session, WriteRequest request, CancellationToken cancellation, int? pushed = null)
    {
        StudioBounds bounds = options.Bounds;
        Bounded.Whole("tunes", request.Tunes, 1, bounds.TunesARequest);
        Bounded.Whole("limit", request.Limit, 1, bounds.TokensATune);
        Bounded.Number("temperature", request.Temperature, 0.01, 100);
        Bounded.Text(request.Prime, bounds);
        if (request.Name is not null)
        {
            Bounded.Name(request.Name, bounds);
        }

        if (request.Generator != DrawMode.Stream && !request.Seed.HasRoomFor(request.Tunes))
        {
            throw StudioException.Bad(
                $"The last of {request.Tunes} tunes would have a seed over {Seed.Largest}: take a smaller seed or fewer tunes."
            );
        }

        store.ThrowIfNoRoom(session, request.Tunes);
        store.ThrowUnlessOf(session, request.Baseline);
        if (
            request is { Plan: not null, Baseline: { } baseline }
            && store.Tune(baseline).Data is { Generator: DrawMode.Stream, Index: > 0 } one
        )
        {
            throw StudioException.Unreadable(
                $"“{one.Name}” is tune {one.Index + 1} of one stream of random numbers and cannot be made again alone: take the first of the stream, or write tunes with another generator."
            );
        }

        Model model = await models.ReadAsync(request.Model, cancellation);
        TranscriptionText prime = TypedText.Read(request.Prime, model.Vocabulary);
        if (prime.Tokens.Count >= bounds.TokensATune)
        {
            throw StudioException.Unreadable($"The beginning has {prime.Tokens.Count} tokens; a tune has up to {bounds.TokensATune}.");
        }

        OperationPlan? plan = plans.Read(request.Plan);
        CompiledPlan? compiled = plan is null ? null : await plans.CompileAsync(plan, model, 0, cancellation);
        GenerationOptions what = new()
        {
            Seed = request.Seed,
            Tunes = request.Tunes,
            Temperature = (float)request.Temperature,
            Prime = prime.Tokens,
            Limit = request.Limit,
            Mode = request.Generator,
        };
        return new WritingRun(
            options,
            models,
            store,
            recordings,
            jobs,
            session,
            request with
            {
                Key = KeyOf(request, prime),
            },
            model,
            compiled,
            what,
            pushed
        );
    }

    // What was asked for; else the baseline's, so that two that are compared stand in one key; else that of the prime.
    private string? KeyOf(WriteRequest request, TranscriptionText prime)
    {
        Tonic? asked = TypedText.TonicOf(request.Key ?? (request.Baseline is { } baseline ? store.Tune(baseline).Data.Key : null));
        Tonic? tonic = request is { Key: null, Baseline: null } ? prime.Tonic : asked;
        return tonic == Home ? null : tonic?.ToString();
    }
}
