using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Generation;

/// <summary>Makes a network write tunes, or read given ones, and keeps what happens inside while it does.</summary>
public static class TuneRecordings
{
    /// <summary>A tune of folk-rnn v2's shape with every site is some six megabytes, so only a few are under way at once.</summary>
    internal const int MostAtOnce = 24;

    /// <summary>Records tunes one after another, as they are ready; memory does not grow with their number.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What to generate; a prime that is a whole tune with its end token is read as it is.</param>
    /// <param name="plan">What is done to the network meanwhile; null for nothing. What is recorded is what happened, operations
    /// included.</param>
    /// <param name="kinds">The sites to keep; null for all.</param>
    /// <param name="version">The program's version, for the recording's facts; null for the library's.</param>
    /// <param name="command">The command line that makes the recording again, or null.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<TuneRecording> Record(
        Model model,
        GenerationOptions options,
        CompiledPlan? plan = null,
        IReadOnlyList<SiteKind>? kinds = null,
        string? version = null,
        string? command = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        bool isGiven = options.Prime.Count > 0 && options.Prime[^1] == model.Vocabulary.End;
        RecordingFacts facts = Facts(model, plan, version) with
        {
            Command = command,
            Temperature = options.Temperature,
            Rng = isGiven ? null : options.Mode.ToString().ToLowerInvariant(),
            PrimeTokens = options.Prime.Count,
        };
        if (isGiven && plan is null && options is { Tunes: 1, Written: null } && !options.Prime.Contains(null))
        {
            return Given(
                model,
                options.Requests().Single(),
                options.Temperature,
                options.Threads,
                kinds ?? RecordedSites.All,
                facts,
                cancellation
            );
        }

        int atOnce = options.Mode == DrawMode.Stream ? 1 : Math.Min(MostAtOnce, options.Tunes);
        RunOptions run = new()
        {
            AtOnce = atOnce,
            Temperature = options.Temperature,
            Threads = options.Threads,
            Window = atOnce,
        };
        return Run(model, options.Requests(plan), run, plan, kinds ?? RecordedSites.All, facts, cancellation);
    }

    /// <summary>The same of a model under a plan.</summary>
    /// <param name="operated">The network and the plan.</param>
    /// <param name="options">What to generate.</param>
    /// <param name="kinds">The sites to keep; null for all.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<TuneRecording> Record(
        OperatedModel operated,
        GenerationOptions options,
        IReadOnlyList<SiteKind>? kinds = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(operated);
        return Record(operated.Model, options, operated.Plan, kinds, cancellation: cancellation);
    }

    /// <summary>What is known of every recording of a network under a plan.</summary>
    internal static RecordingFacts Facts(Model model, CompiledPlan? plan, string? version) =>
        new()
        {
            Version = version ?? LibraryVersion.Text,
            ModelHash = model.Hash,
            Layers = model.Shape.Layers,
            Units = model.Shape.Units,
            Vocabulary = model.Vocabulary.Texts,
            Plan = plan is null ? null : JsonNode.Parse(plan.Plan.Account()),
        };

    /// <summary>Records one tune that is given whole and to which nothing is done: its steps need not follow each other.</summary>
    internal static IEnumerable<TuneRecording> Given(
        Model model,
        TuneRequest request,
        float temperature,
        int threads,
        IReadOnlyList<SiteKind> kinds,
        RecordingFacts facts,
        CancellationToken cancellation
    )
    {
        new RunOptions
        {
            AtOnce = 1,
            Temperature = temperature,
            Threads = threads,
        }.Check();
        Token? strange = request.Prime.FirstOrDefault(token => token is not { Index: >= 0 } known || known.Index >= model.Vocabulary.Count);
        if (strange is { } unknown)
        {
            throw new ArgumentException($"Token {unknown} in a vocabulary of {model.Vocabulary.Count}.", nameof(request));
        }

        return Reading();

        IEnumerable<TuneRecording> Reading()
        {
            Token[] written = [.. request.Prime.Select(token => token!.Value)];
            Token[] read = [model.Vocabulary.Start, .. written[..^1]];
            Dictionary<SiteKind, float[]> arrays = kinds
                .Distinct()
                .ToDictionary(
                    kind => kind,
                    kind => GC.AllocateUninitializedArray<float>(checked(written.Length * RecordedSites.Width(kind, model.Shape)))
                );
            WholeTuneReading.Read(model, read, temperature, threads, arrays, cancellation);
            RecordingFacts of = facts with
            {
                Index = request.Index,
                EndsAtLimit = written[^1] != model.Vocabulary.End,
                PrimeTokens = written.Length,
            };
            yield return new TuneRecording(of, read, written, arrays);
        }
    }

    /// <summary>Records the requested tunes, in order, as they are ready.</summary>
    internal static IEnumerable<TuneRecording> Run(
        Model model,
        IEnumerable<TuneRequest> requests,
        RunOptions options,
        CompiledPlan? plan,
        IReadOnlyList<SiteKind> kinds,
        RecordingFacts facts,
        CancellationToken cancellation
    )
    {
        ConcurrentDictionary<int, TuneRecording> whole = new();
        IEnumerable<GeneratedTune> tunes = TuneGenerator.RunOperated(
            model,
            requests,
            options,
            () => new RecordingProbe(model.Shape, kinds, facts, whole),
            cancellation
        );
        foreach (GeneratedTune tune in tunes)
        {
            whole.TryRemove(tune.Index, out TuneRecording? recording);
            yield return recording!;
        }

        plan?.ThrowIfUntouched();
    }
}
