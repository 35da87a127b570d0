using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Recording;

namespace Lilt.Studies;

/// <summary>A tune of a study while it is made: which sites are kept of it, and afterwards what they were.</summary>
/// <param name="kinds">What is kept.</param>
/// <param name="keepsOthers">Whether the other token of a stimulated input is kept.</param>
/// <param name="plan">What is done to the network; null for nothing. The recording says so.</param>
internal sealed class WatchedTune(IReadOnlyList<SiteKind> kinds, bool keepsOthers = false, OperationPlan? plan = null)
{
    private readonly List<Token?> others = [];
    private TuneRecorder? recorder;

    /// <summary>The tune; known when it is whole.</summary>
    public GeneratedTune? Tune { get; private set; }

    /// <summary>What was recorded; known when it is whole.</summary>
    public TuneRecording? Recording { get; private set; }

    /// <summary>The token mixed into the input at each step, [T]; null where there was none.</summary>
    public IReadOnlyList<Token?> Others => others;

    /// <summary>What is kept.</summary>
    public IReadOnlyList<SiteKind> Kinds => kinds;

    /// <summary>The tune begins; the recorder is its own until it is whole.</summary>
    public void Begin(TuneRecorder of) => recorder = of;

    /// <summary>One site of one step.</summary>
    /// <param name="step">From 0; −1 before the first.</param>
    /// <param name="site">The site.</param>
    /// <param name="values">[H] or [V].</param>
    /// <param name="read">The token that would be read alone.</param>
    public void Visit(int step, Site site, ReadOnlySpan<float> values, Token read)
    {
        if (site.Kind == SiteKind.Input && keepsOthers)
        {
            others.Add(OtherOf(values, read));
        }

        recorder!.Record(step, site, values);
    }

    /// <summary>The tune is whole.</summary>
    public void End(GeneratedTune tune, RecordingFacts facts)
    {
        Tune = tune;
        RecordingFacts own = facts with
        {
            Index = tune.Index,
            Seed = tune.Seed,
            EndsAtLimit = tune.EndsAtLimit,
            Plan = plan is null ? null : JsonNode.Parse(plan.ToJson()),
        };
        Recording = recorder!.Finish(own, tune.Tokens);
        recorder = null;
    }

    // The row of weights is the read token's alone, or has a second entry; a stimulus by the token itself cannot be told from none.
    private static Token? OtherOf(ReadOnlySpan<float> input, Token read)
    {
        for (int token = 0; token < input.Length; token++)
        {
            if (input[token] != 0 && token != read.Index)
            {
                return new Token(token);
            }
        }

        return null;
    }
}
