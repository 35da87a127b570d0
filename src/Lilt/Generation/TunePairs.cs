using Lilt.Network;
using Lilt.Operations;

namespace Lilt.Generation;

/// <summary>Tunes that a network writes as it is and under a plan, side by side, tune n of both with the same random numbers.</summary>
public static class TunePairs
{
    // Enough that a row of weights is used often while it is in the cache, few enough that the first pairs are soon there.
    private const int AtOnce = 128;

    /// <summary>Writes them, in order, as they are ready; after the last, checks that every operation touched something.</summary>
    /// <param name="model">The network.</param>
    /// <param name="plan">What is done to it on the one side.</param>
    /// <param name="options">What is written on either side; not with one stream of random numbers.</param>
    /// <param name="cancellation">Ends the run within a step.</param>
    /// <exception cref="ArgumentException">The tunes share one stream of random numbers: what is done to one would move those of the
    /// next.</exception>
    /// <exception cref="PlanFormatException">An operation touched nothing in any of the tunes.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static IEnumerable<TunePair> Write(
        Model model,
        CompiledPlan plan,
        GenerationOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Mode == DrawMode.Stream)
        {
            throw new ArgumentException(
                "Tunes that share one stream of random numbers cannot be written in pairs: take independent tunes.",
                nameof(options)
            );
        }

        IEnumerable<TuneRequest> requests = options
            .Requests()
            .Zip(options.Requests(plan))
            .SelectMany(pair => (TuneRequest[])[pair.First, pair.Second]);
        RunOptions run = new()
        {
            AtOnce = (int)Math.Min(AtOnce, 2L * options.Tunes),
            Temperature = options.Temperature,
            Threads = options.Threads,
        };
        return Pair(TuneGenerator.RunOperated(model, requests, run, () => default(NoTuneProbe), cancellation), plan);
    }

    private static IEnumerable<TunePair> Pair(IEnumerable<GeneratedTune> tunes, CompiledPlan plan)
    {
        foreach (GeneratedTune[] pair in tunes.Chunk(2))
        {
            yield return new TunePair(pair[0], pair[1]);
        }

        plan.ThrowIfUntouched();
    }
}
