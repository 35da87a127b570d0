using System.Text.Json.Nodes;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Studio.Sessions;
using Lilt.Studio.Tunes;

namespace Lilt.Studio.Effects;

/// <summary>What a plan does over many seeds: everything that makes it again, and what was found so far.</summary>
public sealed record EffectView
{
    /// <summary>What requests call it.</summary>
    public required string Id { get; init; }

    /// <summary>The session that it belongs to.</summary>
    public required string Session { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTime Created { get; init; }

    public required EffectState State { get; init; }

    /// <summary>The run that writes its tunes; null where none is under way.</summary>
    public required string? Job { get; init; }

    /// <summary>Why it ended early, a sentence; else null.</summary>
    public required string? Problem { get; init; }

    /// <summary>What the plan does, in the few words of a heading.</summary>
    public required string Done { get; init; }

    /// <summary>The model's id, and its hash.</summary>
    public required string Model { get; init; }

    public required string ModelHash { get; init; }

    /// <summary>The plan as docs/operations.md has it.</summary>
    public required JsonNode Plan { get; init; }

    public required string PlanHash { get; init; }

    /// <summary>Of the first tune; tune n has seed + n.</summary>
    public required Seed Seed { get; init; }

    /// <summary>How many seeds were asked for.</summary>
    public required int Tunes { get; init; }

    /// <summary>How many of them were written on both sides; the figures are of these.</summary>
    public required int Made { get; init; }

    public required double Temperature { get; init; }

    /// <summary>The tokens that the tunes begin with, blanks between, * for a drawn one.</summary>
    public required string Prime { get; init; }

    /// <summary>A tune is cut when it holds one token more than this.</summary>
    public required int Limit { get; init; }

    /// <summary>Which random numbers drew which token.</summary>
    public required DrawMode Generator { get; init; }

    /// <summary>The share of the tunes that the plan changed in any token; null where there are too few to say anything.</summary>
    public required double? Changed { get; init; }

    /// <summary>Its 95 % interval (Wilson).</summary>
    public required double? ChangedLow { get; init; }

    /// <summary>The upper end.</summary>
    public required double? ChangedHigh { get; init; }

    /// <summary>The figures; empty where there are too few tunes to say anything.</summary>
    public required IReadOnlyList<EffectFigureView> Figures { get; init; }

    /// <summary>How often sets of pairs were drawn for an interval.</summary>
    public required int Draws { get; init; }

    /// <summary>The seed of these draws.</summary>
    public required Seed DrawsSeed { get; init; }

    /// <summary>The program that found it.</summary>
    public required string Version { get; init; }

    /// <summary>The command line that makes it again, the plan lying beside it as plan.json.</summary>
    public required string Command { get; init; }

    private static readonly Seed FirstDrawsSeed = 1;

    /// <summary>An effect that is asked for, before a session has it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="plan">Its plan, read.</param>
    /// <param name="modelHash">The model's hash.</param>
    /// <param name="prime">Its beginning as tokens.</param>
    /// <param name="argument">What the command line calls the model; null for nothing.</param>
    internal static EffectView Asked(EffectRequest request, OperationPlan plan, string modelHash, string prime, string? argument) =>
        new()
        {
            Id = SessionStore.NewId(),
            Session = "",
            Created = DateTime.UtcNow,
            State = EffectState.UnderWay,
            Job = null,
            Problem = null,
            Done = DoneWords.Of(plan, null),
            Model = request.Model,
            ModelHash = modelHash,
            Plan = JsonNode.Parse(plan.ToJson())!,
            PlanHash = plan.Hash,
            Seed = request.Seed,
            Tunes = request.Tunes,
            Made = 0,
            Temperature = request.Temperature,
            Prime = prime,
            Limit = request.Limit,
            Generator = request.Generator,
            Changed = null,
            ChangedLow = null,
            ChangedHigh = null,
            Figures = [],
            Draws = TuneBootstrap.DefaultDraws,
            DrawsSeed = FirstDrawsSeed,
            Version = "",
            Command = EffectCommand.Of(request, prime, argument),
        };

    /// <summary>The same with what so many pairs say; too few say nothing.</summary>
    internal EffectView With(IReadOnlyList<PairedTune> pairs)
    {
        if (pairs.Count < EffectRuns.LeastTunes)
        {
            return this with { Made = pairs.Count };
        }

        TuneEffect found = PairedTunes.Find(pairs, DrawsSeed, Draws);
        return this with
        {
            Made = found.Tunes,
            Changed = found.Changed.Value,
            ChangedLow = found.Changed.Low,
            ChangedHigh = found.Changed.High,
            Figures = [.. found.Figures.Select(EffectFigureView.Of)],
        };
    }

    /// <summary>The same, stopped after so many pairs.</summary>
    internal EffectView StoppedAfter(IReadOnlyList<PairedTune> pairs) =>
        With(pairs) with
        {
            State = EffectState.Stopped,
            Problem =
                FormattableString.Invariant($"It was stopped after {pairs.Count} of {Tunes} tunes.")
                + (
                    pairs.Count < EffectRuns.LeastTunes
                        ? " That is too few to say anything."
                        : " When it is stopped should not hang on what was seen."
                ),
        };
}
