using System.Text.Json.Nodes;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Operations;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Effects;

/// <summary>Reads the effects of a session's file: each is checked, and its figures are made of its pairs as they were when it was found.</summary>
internal sealed class EffectImport(StudioBounds bounds, StudioModels models, FilePlans plans)
{
    /// <summary>The effects of a file, each without a session yet.</summary>
    /// <param name="effects">What the file holds.</param>
    /// <param name="ids">The new ids of its tunes, by those that they have in the file.</param>
    /// <exception cref="StudioException">One of them is not as it should be, or there are too many.</exception>
    public IReadOnlyList<KeptEffect> Read(IReadOnlyList<StoredEffect> effects, IReadOnlyDictionary<string, string> ids) =>
        effects.Count <= bounds.EffectsASession
            ? [.. effects.Select((effect, place) => Read(effect, place, ids))]
            : throw StudioException.Unreadable($"The session holds {effects.Count} effects; up to {bounds.EffectsASession} are kept.");

    private KeptEffect Read(StoredEffect? effect, int place, IReadOnlyDictionary<string, string> ids)
    {
        if (effect is null)
        {
            throw Wrong("is missing");
        }

        if (Fault(effect) is { } fault)
        {
            throw Wrong(fault);
        }

        OperationPlan plan = plans.Read(effect.Plan, ids, Wrong);
        PairedTune[] pairs =
        [
            .. effect.Pairs.Select(
                (row, tune) => StoredEffect.Pair(row) ?? throw Wrong($"has as row {tune + 1} of its pairs not the numbers of two tunes")
            ),
        ];
        EffectRequest request = new(
            effect.Model,
            effect.Plan,
            effect.Tunes,
            effect.Temperature,
            effect.Prime,
            effect.Limit,
            effect.Generator
        )
        {
            Seed = effect.Seed,
        };
        EffectView view = EffectView.Asked(request, plan, effect.ModelHash, effect.Prime, models.Argument(effect.Model)) with
        {
            Created = effect.Created,
            Draws = effect.Draws,
            DrawsSeed = effect.DrawsSeed,
            Version = effect.Version,
        };
        return new KeptEffect(
            effect.State == EffectState.Stopped ? view.StoppedAfter(pairs) : view.With(pairs) with { State = EffectState.Done },
            pairs
        );

        StudioException Wrong(string what) =>
            StudioException.Unreadable($"The file is damaged: effect {place + 1} of it {what}. Export it again.");
    }

    private string? Fault(StoredEffect effect) =>
        !FileText.IsName(effect.Model, bounds.NameLength) ? "names no model"
        : !FileText.IsHash(effect.ModelHash) ? "has a model hash that is none"
        : !FileText.IsName(effect.Version, bounds.NameLength) ? "names no program that found it"
        : !FileText.IsPrime(effect.Prime, bounds) ? "has a beginning that is none"
        : effect.State is not (EffectState.Done or EffectState.Stopped) ? "is not over"
        : effect.Tunes < EffectRuns.LeastTunes || effect.Tunes > bounds.TunesAnEffect
            ? $"has not from {EffectRuns.LeastTunes} to {bounds.TunesAnEffect} tunes"
        : !effect.Seed.HasRoomFor(effect.Tunes) ? "has a seed out of range"
        : effect.Generator is not (DrawMode.Independent or DrawMode.Webapp) ? "has a generator that is none"
        : effect.Limit < 1 || effect.Limit > bounds.TokensATune ? $"has a limit that is not from 1 to {bounds.TokensATune}"
        : !(effect.Temperature is >= 0.01 and <= 100) ? "has a temperature that is not from 0.01 to 100"
        : effect.Draws is < 40 or > TuneBootstrap.DefaultDraws ? $"has draws that are not from 40 to {TuneBootstrap.DefaultDraws}"
        : effect.Pairs.Count > effect.Tunes || (effect.State == EffectState.Done && effect.Pairs.Count < effect.Tunes)
            ? "has not one row of pairs for each tune"
        : null;
}
