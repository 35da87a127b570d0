using Lilt.Generation;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Studies.Control;

/// <summary>The tunes of a control: the uncut network's, then those of many cut networks in one batch.</summary>
internal sealed class ControlRun(Model model, ControlOptions options, IProgress<ControlProgress>? progress, CancellationToken cancellation)
{
    private int readTunes;
    private long readTokens;

    /// <summary>The tunes, the longest first, so that a run does not end on few long ones.</summary>
    public static int[] LongestFirst(IReadOnlyList<GeneratedTune> tunes) =>
        [.. Enumerable.Range(0, tunes.Count).OrderByDescending(tune => tunes[tune].Tokens.Count).ThenBy(tune => tune)];

    /// <summary>Says that so many tunes more were read, with so many tokens, and how many may still come.</summary>
    public void Reading(int tunes, long tokens, int left)
    {
        int done = Interlocked.Add(ref readTunes, tunes);
        progress?.Report(new ControlProgress(ControlStage.OpenLoop, done, done + left, Interlocked.Add(ref readTokens, tokens)));
    }

    /// <summary>The baseline's tunes, and the moments of h in each.</summary>
    public (IReadOnlyList<GeneratedTune> Tunes, IReadOnlyList<HiddenMoments> Moments) Baseline()
    {
        int count = Math.Max(options.Tunes, options.ClosedTunes);
        HiddenMoments[] moments = [.. Enumerable.Range(0, count).Select(_ => new HiddenMoments(model.Shape.Layers, model.Shape.Units))];
        IEnumerable<TuneRequest> requests = Enumerable.Range(0, count).Select(tune => Writing(tune, null, moments[tune]));
        IEnumerable<GeneratedTune> tunes = TuneGenerator.Run(model, requests, Together(count), () => new HiddenProbe([]), cancellation);
        return ([.. Watched(tunes, ControlStage.Baseline, count)], moments);
    }

    /// <summary>Lets every network write with the baseline's random numbers.</summary>
    /// <param name="networks">Their plans; null for none.</param>
    /// <param name="baseline">The uncut network's tunes, whose lengths say which to begin first.</param>
    /// <returns>[networks][tunes].</returns>
    public GeneratedTune[][] ClosedLoop(IReadOnlyList<CompiledPlan?> networks, IReadOnlyList<GeneratedTune> baseline)
    {
        int[] order = LongestFirst(baseline);
        IEnumerable<TuneRequest> requests = order.SelectMany(tune => networks.Select(plan => Writing(tune, plan, null)));
        int count = networks.Count * order.Length;
        GeneratedTune[][] written = [.. networks.Select(_ => new GeneratedTune[order.Length])];
        int place = 0;
        foreach (
            GeneratedTune tune in Watched(
                TuneGenerator.RunOperated(model, requests, Together(count), () => default(NoTuneProbe), cancellation),
                ControlStage.ClosedLoop,
                count
            )
        )
        {
            written[place % networks.Count][tune.Index] = tune;
            place++;
        }

        return written;
    }

    private RunOptions Together(int count) =>
        new()
        {
            AtOnce = count,
            Temperature = options.Temperature,
            Threads = options.Threads,
        };

    private Seed SeedOf(int tune) => options.Seed + (tune + 1L);

    private TuneRequest Writing(int tune, CompiledPlan? plan, object? tag) =>
        new()
        {
            Index = tune,
            Seed = SeedOf(tune),
            Random = new RandomState(SeedOf(tune)),
            Prime = [.. options.Header],
            Limit = options.Limit,
            DrawsForPrime = options.DrawsForPrime,
            Plan = plan,
            Tag = tag,
        };

    private IEnumerable<GeneratedTune> Watched(IEnumerable<GeneratedTune> tunes, ControlStage stage, int count)
    {
        int done = 0;
        long tokens = 0;
        foreach (GeneratedTune tune in tunes)
        {
            done++;
            tokens += tune.Tokens.Count - 1;
            progress?.Report(new ControlProgress(stage, done, count, tokens));
            yield return tune;
        }
    }
}
