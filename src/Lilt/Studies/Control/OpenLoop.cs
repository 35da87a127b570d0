using System.Collections.Concurrent;
using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Control;

/// <summary>Feeds the uncut network's tunes to networks with units cut.</summary>
/// <remarks>
/// All networks that are cut in one layer read one tune side by side, one a slot. Below the cut they are the uncut network, whose sums are
/// kept from one pass over the tunes: a cut of the last of three layers costs a fifth of a whole step. To the bit what the plans give that
/// excise the same units.
/// </remarks>
internal sealed class OpenLoop
{
    /// <summary>Networks side by side on one thread: enough that a row of weights is used often while it is in the cache.</summary>
    private const int Slots = 96;

    private readonly Model model;
    private readonly ControlOptions options;
    private readonly IReadOnlyList<GeneratedTune> tunes;
    private readonly MeasureTiming[] timings;
    private readonly bool[] isMeasure;
    private readonly float[][][] inputSums;
    private readonly ControlLedger? ledger;
    private readonly CancellationToken cancellation;

    /// <param name="model">The network.</param>
    /// <param name="options">Header, temperature and threads.</param>
    /// <param name="tunes">What is read.</param>
    /// <param name="ledger">Keeps what is read, and knows what was read before; null for none.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    public OpenLoop(
        Model model,
        ControlOptions options,
        IReadOnlyList<GeneratedTune> tunes,
        ControlLedger? ledger,
        CancellationToken cancellation
    )
    {
        this.model = model;
        this.options = options;
        this.tunes = tunes;
        this.ledger = ledger;
        this.cancellation = cancellation;
        timings = [.. tunes.Select(tune => new MeasureTiming(model.Vocabulary, tune.Tokens, options.Header.Count))];
        isMeasure =
        [
            .. Enumerable
                .Range(0, model.Vocabulary.Count)
                .Select(index => TokenKinds.Of(model.Vocabulary, new Token(index)) == TokenKind.Measure),
        ];
        inputSums = [.. Enumerable.Range(0, model.Shape.Layers).Select(_ => new float[tunes.Count][])];
        Uncut = new OpenLoopTune[tunes.Count];
        Parallel.For(0, tunes.Count, Together(), ReadUncut);
    }

    /// <summary>What the uncut network makes of its own tunes, [tunes].</summary>
    public OpenLoopTune[] Uncut { get; }

    /// <summary>The uncut network's timing contrast, nats.</summary>
    public double Contrast => Ratio(Uncut, tune => tune.ContrastSum);

    /// <summary>Its loss on other tokens, nats a token.</summary>
    public double OtherLoss => Ratio(Uncut, tune => tune.OtherSum);

    /// <summary>Measure boundaries in all tunes.</summary>
    public int Boundaries => timings.Sum(timing => timing.BoundaryCount);

    /// <summary>Feeds every tune to networks that are cut in one layer.</summary>
    /// <param name="layer">From 1.</param>
    /// <param name="networks">The networks.</param>
    /// <param name="read">Told of every tune that some networks have read: how many networks, and how many tokens all of them
    /// together.</param>
    /// <returns>[networks][tunes].</returns>
    public OpenLoopTune[][] Read(int layer, IReadOnlyList<CutNetwork> networks, Action<int, long>? read = null)
    {
        OpenLoopTune[][] made = [.. networks.Select(_ => new OpenLoopTune[tunes.Count])];
        CutNetwork[] all = [.. networks];

        (int Tune, int From)[] parts =
        [
            .. ControlRun
                .LongestFirst(tunes)
                .SelectMany(tune => Enumerable.Range(0, (all.Length + Slots - 1) / Slots).Select(part => (tune, part * Slots))),
        ];
        Parallel.ForEach(
            Partitioner.Create(parts, EnumerablePartitionerOptions.NoBuffering),
            Together(),
            () => new StepBatch(model, Math.Min(Slots, all.Length)),
            (part, _, batch) =>
            {
                OpenLoopTune[] sums = Read(batch, layer, all[part.From..Math.Min(part.From + Slots, all.Length)], part.Tune);
                for (int network = 0; network < sums.Length; network++)
                {
                    made[part.From + network][part.Tune] = sums[network];
                }

                read?.Invoke(sums.Length, sums.Length * (tunes[part.Tune].Tokens.Count - 1L));
                return batch;
            },
            batch => batch.Dispose()
        );
        return made;
    }

    /// <summary>A sum over all tunes, over another; 0 where that is 0.</summary>
    public static double Ratio(IReadOnlyList<OpenLoopTune> tunes, Func<OpenLoopTune, (double Above, double Below)> of)
    {
        double above = 0;
        double below = 0;
        foreach (OpenLoopTune tune in tunes)
        {
            (double more, double over) = of(tune);
            above += more;
            below += over;
        }

        return below == 0 ? 0 : above / below;
    }

    private ParallelOptions Together() => new() { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };

    /// <summary>Sums of every tune that nothing was added to yet, [tunes].</summary>
    public OpenLoopTune[] Begin() => [.. Enumerable.Range(0, tunes.Count).Select(Begin)];

    private OpenLoopTune Begin(int tune) => new(timings[tune], tunes[tune].Tokens, isMeasure);

    private OpenLoopTune[] Read(StepBatch batch, int layer, CutNetwork[] networks, int tune)
    {
        OpenLoopTune[] sums = [.. networks.Select(_ => Begin(tune))];
        int[] unknown =
        [
            .. Enumerable
                .Range(0, networks.Length)
                .Where(network => ledger?.TryFind(layer, networks[network], tune, sums[network]) != true),
        ];
        if (unknown.Length > 0)
        {
            CutNetwork[] others = [.. unknown.Select(network => networks[network])];
            OpenLoopTune[] made = [.. unknown.Select(network => sums[network])];
            ReadUnknown(batch, layer, others, made, tune);
            ledger?.Keep(layer, others, tune, made);
        }

        return sums;
    }

    private void ReadUnknown(StepBatch batch, int layer, CutNetwork[] networks, OpenLoopTune[] sums, int tune)
    {
        int[] active = [.. Enumerable.Range(0, networks.Length)];
        CutProbe probe = new(layer, networks);
        foreach (int slot in active)
        {
            batch.Reset(slot, ref probe);
        }

        int width = batch.InputSumCount;
        float[] kept = inputSums[layer - 1][tune];
        for (int step = 0; step < tunes[tune].Tokens.Count - 1; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            probe.ReadsMeasure = timings[tune].ReadsMeasure[step];
            batch.StepFrom(active, layer, kept.AsSpan(step * width, width), options.Temperature, ref probe);
            foreach (int slot in active)
            {
                sums[slot].Read(step, batch.Posterior(slot));
            }
        }
    }

    private void ReadUncut(int tune)
    {
        using StepBatch batch = new(model, 1);
        NoProbe probe = default;
        batch.Reset(0, ref probe);
        int width = batch.InputSumCount;
        int steps = tunes[tune].Tokens.Count - 1;
        for (int layer = 1; layer <= model.Shape.Layers; layer++)
        {
            inputSums[layer - 1][tune] = new float[steps * width];
        }

        OpenLoopTune sums = Begin(tune);
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.SetInput(0, tunes[tune].Tokens[step]);
            batch.Step([0], options.Temperature, ref probe);
            sums.Read(step, batch.Posterior(0));
            for (int layer = 1; layer <= model.Shape.Layers; layer++)
            {
                batch.CopyInputSums(0, layer, inputSums[layer - 1][tune].AsSpan(step * width, width));
            }
        }

        Uncut[tune] = sums;
    }
}
