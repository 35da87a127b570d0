using System.Collections.Concurrent;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Generation;

/// <summary>Makes a network write tunes, or read given ones, and keeps what happens inside while it does.</summary>
public static class TuneRecordings
{
    /// <summary>A tune of folk-rnn v2's shape with every site is some six megabytes, so only a few are under way at once.</summary>
    private const int MostAtOnce = 24;

    /// <summary>Records tunes one after another, as they are ready; memory does not grow with their number.</summary>
    /// <param name="model">The network.</param>
    /// <param name="options">What to generate; a prime that is a whole tune with its end token is read as it is.</param>
    /// <param name="plan">What is done to the network meanwhile; null for nothing. What is recorded is what happened, operations included.</param>
    /// <param name="kinds">The sites to keep.</param>
    /// <param name="version">The program's version, for the recording's facts.</param>
    /// <param name="command">The command line that makes the recording again, or null.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    public static IEnumerable<TuneRecording> Record(
        Model model,
        GenerationOptions options,
        CompiledPlan? plan,
        IReadOnlyList<SiteKind> kinds,
        string version,
        string? command = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(kinds);
        return Read(model, options, plan, kinds, Facts(model, options, plan, version, command), cancellation);
    }

    private static IEnumerable<TuneRecording> Read(
        Model model, GenerationOptions options, CompiledPlan? plan, IReadOnlyList<SiteKind> kinds, RecordingFacts facts, CancellationToken cancellation)
    {
        ConcurrentDictionary<int, TuneRecording> whole = new();
        int atOnce = options.Mode == DrawMode.Stream ? 1 : Math.Min(MostAtOnce, options.Tunes);
        IEnumerable<GeneratedTune> tunes = TuneGenerator.RunOperated(
            model,
            options.Requests(plan),
            new RunOptions { AtOnce = atOnce, Temperature = options.Temperature, Threads = options.Threads, Window = atOnce },
            () => new RecordingProbe(model.Shape, kinds, facts, whole),
            cancellation);
        foreach (GeneratedTune tune in tunes)
        {
            whole.TryRemove(tune.Index, out TuneRecording? recording);
            yield return recording!;
        }

        plan?.ThrowIfUntouched();
    }

    private static RecordingFacts Facts(Model model, GenerationOptions options, CompiledPlan? plan, string version, string? command)
    {
        bool isGiven = options.Prime.Count > 0 && options.Prime[^1] == model.Vocabulary.End;
        return new RecordingFacts
        {
            Version = version,
            Command = command,
            ModelHash = model.Hash,
            Layers = model.Shape.Layers,
            Units = model.Shape.Units,
            Vocabulary = model.Vocabulary.Texts,
            Temperature = options.Temperature,
            Rng = isGiven ? null : options.Mode.ToString().ToLowerInvariant(),
            PrimeTokens = options.Prime.Count,
            Plan = plan is null ? null : System.Text.Json.Nodes.JsonNode.Parse(plan.Plan.ToJson()),
        };
    }
}
