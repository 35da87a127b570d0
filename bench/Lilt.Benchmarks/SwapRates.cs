using System.Diagnostics;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studies.Causes.Interchange;

namespace Lilt.Benchmarks;

/// <summary>Interchanges of the study of causes: a layer's h and c from elsewhere, then some given tokens, and the bar's probability after each.</summary>
internal static class SwapRates
{
    /// <summary>The tokens read after an interchange; half a measure of quavers and its bar are about as many.</summary>
    public const int Reads = 8;

    private const int Trials = 4096;
    private const int States = 256;
    private const int Layer = 2;
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    /// <summary>Interchanges a second.</summary>
    /// <param name="model">The network.</param>
    /// <param name="threads">Threads.</param>
    public static double Measure(Model model, int threads)
    {
        Random random = new(1);
        NetworkState[] states = [.. Enumerable.Range(0, States).Select(_ => State(model.Shape, random))];
        TrialRunner runner = new(
            model,
            [
                [new Token(1), new Token(2), new Token(3)],
            ],
            1f,
            threads,
            CancellationToken.None
        );
        runner.Run(Made(Trials / 8));
        int swaps = 0;
        long began = Stopwatch.GetTimestamp();
        do
        {
            runner.Run(Made(Trials));
            swaps += Trials;
        } while (Stopwatch.GetElapsedTime(began) < Least);

        return swaps / Stopwatch.GetElapsedTime(began).TotalSeconds;

        Trial[] Made(int count) =>
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(n => new Trial
                    {
                        Start = states[n % States],
                        Tokens = Enumerable.Range(0, Reads).Select(_ => new Token(random.Next(model.Shape.Tokens))).ToArray(),
                        Swaps = [(0, SwappedParts.Layer(Layer), states[(n + 1) % States])],
                    }),
            ];
    }

    private static NetworkState State(NetworkShape shape, Random random)
    {
        NetworkState state = NetworkState.Of(shape);
        foreach (ref float value in state.Values.AsSpan())
        {
            value = (float)(random.NextDouble() - 0.5);
        }

        return state;
    }
}
