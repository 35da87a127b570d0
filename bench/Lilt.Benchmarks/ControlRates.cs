using System.Diagnostics;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Studies.Control;
using Lilt.Tests.Reference;

namespace Lilt.Benchmarks;

/// <summary>Tokens a second of a study's control, open loop and closed, beside plain generation in the same run.</summary>
internal static class ControlRates
{
    /// <summary>The share of a layer that a study cuts.</summary>
    private const double Cut = 0.33;

    private static readonly TimeSpan Beside = TimeSpan.FromSeconds(5);

    /// <summary>Makes the default control with the first third of each layer as its targets, and prints the rates.</summary>
    /// <param name="model">The network; a trained one, or tunes have no ends.</param>
    public static void Run(Model model)
    {
        Stages stages = new(model);
        ControlOptions options = new() { Header = HeaderOf(model.Vocabulary) };
        int[] units = [.. Enumerable.Range(0, (int)Math.Floor((Cut * model.Shape.Units) + 0.5))];
        ControlTarget[] targets = [.. Enumerable.Range(1, model.Shape.Layers).Select(layer => new ControlTarget(layer, units))];
        stages.Begin();
        ControlResult result = ControlStudy.Run(model, options, targets, stages);
        TimeSpan rest = stages.SinceStage;
        double open = stages.Rate(ControlStage.OpenLoop, out double openBeside);
        double closed = stages.Rate(ControlStage.ClosedLoop, out double closedBeside);
        Console.WriteLine($"{options.Tunes} tunes x {1 + (targets.Length * (options.Sets + 1))} networks of {model.Shape}, {options.Threads} threads");
        Print("open loop", open, openBeside);
        Print("closed loop", closed, closedBeside);
        Console.WriteLine($"counting, p and intervals  {rest.TotalSeconds:F2} s");
        Console.WriteLine($"the whole control          {(stages.Whole + rest).TotalSeconds:F1} s, {stages.Tokens} tokens");
        Console.WriteLine($"largest working set        {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        Console.WriteLine(result.Claim.Sentence);
    }

    /// <summary>Random weights of folk-rnn v2's shape, over tokens among which a control finds its measure tokens.</summary>
    public static Model RandomModel()
    {
        string[] texts = ["<s>", "</s>", "M:4/4", "K:Cmaj", "|", ":|", "|:", "C", "D", "E", "F", "G", "A", "B"];
        NetworkShape shape = new(3, 512, 137);
        Vocabulary vocabulary = new(texts.Concat(Enumerable.Range(texts.Length, shape.Tokens - texts.Length).Select(n => $"t{n}")));
        return new Model(vocabulary, RandomModels.Create(shape, scale: 1).Weights, ModelProvenance.Named("random"));
    }

    private static void Print(string stage, double rate, double beside) => Console.WriteLine(
        $"{stage,-12} {rate,7:F0} tokens/s, {rate / beside:P1} of generate's {beside:F0} beside it; {1e6 / rate / 60:F2} minutes a million tokens");

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

    /// <summary>Notes how long each stage took, and measures plain generation between them, when the control's threads are idle.</summary>
    private sealed class Stages(Model model) : IProgress<ControlProgress>
    {
        private readonly List<(ControlStage Stage, long Tokens, TimeSpan Time)> done = [];
        private readonly List<double> beside = [];
        private long began;

        public TimeSpan SinceStage => Stopwatch.GetElapsedTime(began);

        public TimeSpan Whole => done.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage.Time);

        public long Tokens => done.Sum(stage => stage.Tokens);

        public void Begin() => began = Stopwatch.GetTimestamp();

        public void Report(ControlProgress value)
        {
            if (value.Tunes < value.Of)
            {
                return;
            }

            done.Add((value.Stage, value.Tokens, SinceStage));
            beside.Add(GenerationRates.Many(model, Environment.ProcessorCount, Beside));
            Console.Error.WriteLine($"{value.Stage}: {value.Tokens} tokens in {done[^1].Time.TotalSeconds:F1} s; generate {beside[^1]:F0} tokens/s");
            Begin();
        }

        /// <summary>Tokens a second of a stage, and of the generation just before and after it.</summary>
        public double Rate(ControlStage stage, out double generation)
        {
            int index = done.FindIndex(of => of.Stage == stage);
            generation = (beside[index - 1] + beside[index]) / 2;
            return done[index].Tokens / done[index].Time.TotalSeconds;
        }
    }
}
