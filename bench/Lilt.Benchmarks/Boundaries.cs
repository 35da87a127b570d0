using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;

namespace Lilt.Benchmarks;

/// <summary>How far the boundaries that a token is drawn between lie from where double precision puts them.</summary>
internal static class Boundaries
{
    /// <summary>Feeds generated tunes to a double-precision network and prints the largest distance of a boundary of the cdf.</summary>
    public static void Run(Model model, int tunes)
    {
        double largest = 0;
        int steps = 0;
        NoProbe none = default;
        foreach (
            GeneratedTune tune in TuneGenerator.Generate(
                model,
                new()
                {
                    Seed = 1,
                    Tunes = tunes,
                    Limit = 200,
                }
            )
        )
        {
            ReferenceNetwork<double> reference = new(model.Weights);
            using StepBatch batch = new(model, 1);
            batch.Reset(0, ref none);
            foreach (Token token in tune.Tokens.SkipLast(1))
            {
                double[] input = new double[model.Shape.Tokens];
                input[token.Index] = 1;
                reference.Step(input, 1);
                batch.SetInput(0, token);
                batch.Step([0], 1f, ref none);
                largest = Math.Max(largest, Distance(batch.Posterior(0), reference.Sites[Site.Posterior]));
                steps++;
            }
        }

        Console.WriteLine($"largest distance of a boundary from double precision: {largest:E2} over {steps} steps of {tunes} tunes");
    }

    private static double Distance(ReadOnlySpan<float> single, double[] exact)
    {
        double singleTotal = 0;
        double exactTotal = 0;
        for (int token = 0; token < exact.Length; token++)
        {
            singleTotal += single[token];
            exactTotal += exact[token];
        }

        double largest = 0;
        double singleSum = 0;
        double exactSum = 0;
        for (int token = 0; token < exact.Length; token++)
        {
            singleSum += single[token];
            exactSum += exact[token];
            largest = Math.Max(largest, Math.Abs((singleSum / singleTotal) - (exactSum / exactTotal)));
        }

        return largest;
    }
}
