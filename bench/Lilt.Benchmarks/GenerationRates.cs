using System.Diagnostics;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Benchmarks;

/// <summary>Tokens a second of the network of folk-rnn v2's shape, in the ways that Lilt runs it.</summary>
internal static class GenerationRates
{
    /// <summary>The tokens of a tune; random weights end few tunes before.</summary>
    private const int Limit = 150;

    /// <summary>
    /// How often every slot is filled. The run is timed from its first step to its last tune, the emptying at its end included.
    /// </summary>
    private const int Waves = 3;

    /// <summary>
    /// Floating-point operations of a token: two for each weight that is multiplied; layer 1's input rows are only added and not counted.
    /// </summary>
    public static double OperationsPerToken(NetworkShape shape)
    {
        long read = shape.Parameters - (4L * shape.Units * shape.Tokens);
        long biases = (4L * shape.Units * shape.Layers) + shape.Tokens;
        return 2.0 * (read - biases);
    }

    /// <summary>Many tunes at once, as <c>lilt generate</c> makes them.</summary>
    public static double Many(Model model, int threads) => Measure(model, threads, () => default(NoTuneProbe));

    /// <summary>The same, with every site of every step copied into memory that the program already has.</summary>
    public static double Recorded(Model model, int threads)
    {
        Stack<float[]> blocks = new(Enumerable.Range(0, threads * TuneGenerator.MostSlots).Select(_ => EverySite.Block(model.Shape)));
        return Measure(model, threads, () => new EverySite(blocks, []));
    }

    /// <summary>One tune alone.</summary>
    public static double One(Model model, int threads, TimeSpan time)
    {
        NoProbe none = default;
        using StepBatch batch = new(model, 1, threads);
        batch.Reset(0, ref none);
        batch.SetInput(0, model.Vocabulary.Start);
        batch.Step([0], 1f, ref none);
        int steps = 0;
        Token token = model.Vocabulary.Start;
        Randomness.RandomState random = new(1);
        long began = Stopwatch.GetTimestamp();
        do
        {
            batch.SetInput(0, token);
            batch.Step([0], 1f, ref none);
            token = TokenDraw.Draw(batch.Posterior(0), random.NextDouble(), out _);
            steps++;
        } while (Stopwatch.GetElapsedTime(began) < time);

        return steps / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Measure<TProbe>(Model model, int threads, Func<TProbe> probe)
        where TProbe : struct, ITuneProbe
    {
        GenerationOptions options = new() { Tunes = Waves * threads * TuneGenerator.MostSlots, Limit = Limit };
        RunOptions together = new() { AtOnce = options.Tunes, Threads = threads };

        // The weights are packed and the code compiled before the clock starts, as the opponents' are.
        _ = TuneGenerator.Run(model, (options with { Limit = 2 }).Requests(), together, () => default(NoTuneProbe)).Count();
        long began = Stopwatch.GetTimestamp();
        long tokens = TuneGenerator.Run(model, options.Requests(), together, probe).Sum(tune => tune.Tokens.Count - 1L);
        return tokens / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Keeps a slot's tune whole in memory, in a block that the slot's next tune uses again.</summary>
    private readonly struct EverySite(Stack<float[]> blocks, Dictionary<int, (float[] Values, int Used)> slots) : ITuneProbe
    {
        /// <summary>Room for a tune, every page of it written to: what the system takes to find a page is no part of recording.</summary>
        public static float[] Block(NetworkShape shape)
        {
            float[] block = new float[((6 * shape.Layers * shape.Units) + (3 * shape.Tokens)) * Limit];
            block.AsSpan().Fill(1f);
            return block;
        }

        public static bool Watches => true;

        public bool Visit(int slot, int step, Site site, Span<float> values)
        {
            if (step >= 0)
            {
                (float[] kept, int used) = slots[slot];
                values.CopyTo(kept.AsSpan(used));
                slots[slot] = (kept, used + values.Length);
            }

            return false;
        }

        public void Begin(int slot, TuneRequest request)
        {
            if (slots.TryGetValue(slot, out (float[] Values, int) of))
            {
                slots[slot] = (of.Values, 0);
                return;
            }

            lock (blocks)
            {
                slots[slot] = (blocks.Pop(), 0);
            }
        }

        public void End(int slot, GeneratedTune tune) { }
    }
}
