using System.Diagnostics;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studies.Control;
using Lilt.Tests.Reference;

namespace Lilt.Benchmarks;

/// <summary>
/// Tokens a second of a study's control, open loop and closed, beside plain generation in the same run; by the clock and by the
/// processor time of this process, which other programs on the machine disturb less.
/// </summary>
internal static class ControlRates
{
    /// <summary>The share of a layer that a study cuts.</summary>
    private const double Cut = 0.33;

    /// <summary>The length of the tunes that are generated beside: so short that hardly one ends before, and the slots stay full.</summary>
    private const int BesideLimit = 100;

    /// <summary>Makes a control with the first third of each layer as its targets, and prints the rates.</summary>
    /// <param name="model">The network; a trained one, or tunes have no ends.</param>
    /// <param name="tunes">Tunes; 25 is a study's default.</param>
    public static void Run(Model model, int tunes)
    {
        Stages stages = new(model);
        ControlOptions options = new() { Header = HeaderOf(model.Vocabulary), Tunes = tunes };
        int[] units = [.. Enumerable.Range(0, (int)Math.Floor((Cut * model.Shape.Units) + 0.5))];
        ControlTarget[] targets = [.. Enumerable.Range(1, model.Shape.Layers).Select(layer => new ControlTarget(layer, units))];
        stages.Begin();
        ControlResult result = ControlStudy.Run(model, options, targets, progress: stages);
        stages.End();
        Console.WriteLine(
            $"{options.Tunes} tunes x {1 + (targets.Length * (options.Sets + 1))} networks at the most of {model.Shape}, {options.Threads} threads"
        );
        stages.Print(ControlStage.OpenLoop, "open loop");
        stages.Print(ControlStage.ClosedLoop, "closed loop");
        Console.WriteLine($"the whole control          {stages.Whole.TotalSeconds:F1} s, {stages.Tokens} tokens");
        Console.WriteLine($"largest working set        {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        foreach (TimingEffect effect in result[CutSteps.BetweenBars].Layers)
        {
            Console.WriteLine(
                $"between bars, layer {effect.Layer}: {effect.Target:+0.000;-0.000} nats (random {effect.Random.Average():+0.000;-0.000}, {effect.Random.Count} sets), p {effect.P:0.###}"
            );
        }
    }

    /// <summary>Random weights of folk-rnn v2's shape, over tokens among which a control finds its measure tokens.</summary>
    public static Model RandomModel()
    {
        string[] texts = ["<s>", "</s>", "M:4/4", "K:Cmaj", "|", ":|", "|:", "C", "D", "E", "F", "G", "A", "B"];
        NetworkShape shape = new(3, 512, 137);
        Vocabulary vocabulary = new(texts.Concat(Enumerable.Range(texts.Length, shape.Tokens - texts.Length).Select(n => $"t{n}")));
        return new Model(vocabulary, RandomModels.Create(shape, scale: 1).Weights.Copy(), ModelProvenance.Named("random"));
    }

    private static List<Token> HeaderOf(Vocabulary vocabulary)
    {
        List<Token> header = [];
        foreach (string text in (string[])["M:4/4", "K:Cmaj"])
        {
            if (vocabulary.TryFind(text, out Token token))
            {
                header.Add(token);
            }
        }

        return header;
    }

    private readonly record struct Work(long Tokens, TimeSpan Time, TimeSpan Processor)
    {
        public double Rate => Tokens / Time.TotalSeconds;

        public double ProcessorRate => Tokens / Processor.TotalSeconds;
    }

    /// <summary>Notes how long each stage took, and measures plain generation between them, when the control's threads are idle.</summary>
    private sealed class Stages(Model model) : IProgress<ControlProgress>
    {
        private readonly Dictionary<ControlStage, Work> done = [];
        private readonly List<Work> beside = [];
        private long began;
        private TimeSpan processor;
        private ControlProgress last;

        public TimeSpan Whole => done.Values.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Time);

        public long Tokens => done.Values.Sum(stage => stage.Tokens);

        private static TimeSpan Processor => Process.GetCurrentProcess().TotalProcessorTime;

        public void Begin()
        {
            began = Stopwatch.GetTimestamp();
            processor = Processor;
        }

        public void Report(ControlProgress value)
        {
            lock (done)
            {
                if (value.Stage != last.Stage && last.Tokens > 0)
                {
                    End();
                }

                last = value;
            }
        }

        /// <summary>The stage under way is over, with what is counted and worked out of it.</summary>
        public void End()
        {
            done[last.Stage] = Since(last.Tokens);
            beside.Add(Generation());
            Console.Error.WriteLine(
                $"{last.Stage}: {last.Tokens} tokens, {done[last.Stage].Rate:F0} a second; generate {beside[^1].Rate:F0} a second"
            );
            Begin();
        }

        /// <summary>A stage beside the generation just before and after it.</summary>
        public void Print(ControlStage stage, string name)
        {
            Work work = done[stage];
            Work before = beside[(int)stage - 1];
            Work after = beside[(int)stage];
            double rate = (before.Rate + after.Rate) / 2;
            double processorRate = (before.ProcessorRate + after.ProcessorRate) / 2;
            Console.WriteLine(
                $"{name, -12} {work.Rate, 7:F0} tokens/s, {work.Rate / rate:P1} of generate's {rate:F0} beside it, {1e6 / work.Rate / 60:F2} minutes a million tokens; "
                    + $"{work.ProcessorRate:F0} tokens a processor second, {work.ProcessorRate / processorRate:P1} of generate's {processorRate:F0}"
            );
        }

        private Work Since(long tokens) => new(tokens, Stopwatch.GetElapsedTime(began), Processor - processor);

        /// <summary>Plain generation that fills every slot once.</summary>
        private Work Generation()
        {
            int threads = Environment.ProcessorCount;
            GenerationOptions options = new()
            {
                Tunes = threads * TuneGenerator.MostSlots,
                Limit = BesideLimit,
                Threads = threads,
            };
            Begin();
            long tokens = TuneGenerator.Generate(model, options).Sum(tune => tune.Tokens.Count - 1L);
            return Since(tokens);
        }
    }
}
