using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Rewriting;

/// <summary>Has a network write measures again between what stands before them and what stands after.</summary>
/// <remarks>
/// A network reads from left to right: what stands after a measure has no part in what it writes there. So many candidates are drawn from
/// what stands before, and drawn from again by their weights, in which the tokens after them are: sampling importance resampling.
/// Source: D. Rubin, “The calculation of posterior distributions by data augmentation: comment”, J. Am. Stat. Assoc. 82, 1987;
/// docs/definitions/rewriting.md.
/// </remarks>
public static class Rewriter
{
    /// <summary>Writes measures again.</summary>
    /// <param name="model">The network.</param>
    /// <param name="task">Which measures.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static RewriteResult Run(Model model, RewriteTask task, RewriteOptions options, CancellationToken cancellation = default) =>
        Rounds(model, task, options, cancellation).Last();

    /// <summary>Writes measures again, and says how far it came each time that candidates were drawn: more are where few of them fit.</summary>
    /// <param name="model">The network.</param>
    /// <param name="task">Which measures.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">Ends the work within a step.</param>
    /// <returns>At least one result; the last is that of <see cref="Run"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static IEnumerable<RewriteResult> Rounds(
        Model model,
        RewriteTask task,
        RewriteOptions options,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        return Drawn(model, task, options, cancellation);
    }

    private static IEnumerable<RewriteResult> Drawn(Model model, RewriteTask task, RewriteOptions options, CancellationToken cancellation)
    {
        WritableTokens tokens = new(model.Vocabulary, task.Key, options.Range);
        NetworkState state = NetworkState.Of(model.Shape);
        float[] posterior = Read(model, task.Before, options, state, cancellation);
        List<ICandidate> candidates = [];
        do
        {
            ICandidate[] more =
            [
                .. Enumerable
                    .Range(
                        candidates.Count,
                        candidates.Count == 0 ? options.Candidates : Math.Min(candidates.Count, options.MostCandidates - candidates.Count)
                    )
                    .Select(n => Candidate(task, tokens, n, options)),
            ];
            Write(model, more, state, posterior, options, cancellation);
            candidates.AddRange(more);
            yield return new RewriteResult(
                Offers(task, candidates, options),
                candidates.Count,
                candidates.Count(of => double.IsFinite(of.LogWeight)),
                Effective(candidates)
            );
        } while (candidates.Count < options.MostCandidates && Effective(candidates) < RewriteOptions.FewestEffective);
    }

    private static ICandidate Candidate(RewriteTask task, WritableTokens tokens, int n, RewriteOptions options)
    {
        RandomState random = new(options.Seed.Derive("candidate", n).LowerBits);
        return task.IsOpen
            ? new OpenCandidate(task, tokens, random, options.Limit)
            : new Candidate(task, tokens, random, options.MostTokens);
    }

    private static float[] Read(
        Model model,
        IReadOnlyList<Token> before,
        RewriteOptions options,
        NetworkState state,
        CancellationToken cancellation
    )
    {
        NoProbe none = default;
        using StepBatch batch = new(model, 1, options.Threads);
        batch.Reset(0, ref none);
        foreach (Token token in before)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.SetInput(0, token);
            batch.Step([0], options.Temperature, ref none);
        }

        state.Read(batch, 0);
        return batch.Posterior(0).ToArray();
    }

    private static void Write(
        Model model,
        ICandidate[] candidates,
        NetworkState state,
        float[] posterior,
        RewriteOptions options,
        CancellationToken cancellation
    )
    {
        int each = (candidates.Length + options.Threads - 1) / options.Threads;
        Parallel.ForEach(
            candidates.Chunk(Math.Min(each, Generation.TuneGenerator.MostSlots)),
            new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation },
            some => Write(model, some, state, posterior, options.Temperature, cancellation)
        );
    }

    private static void Write(
        Model model,
        ICandidate[] candidates,
        NetworkState state,
        float[] posterior,
        float temperature,
        CancellationToken cancellation
    )
    {
        NoProbe none = default;
        using StepBatch batch = new(model, candidates.Length);
        for (int slot = 0; slot < candidates.Length; slot++)
        {
            batch.Reset(slot, ref none);
            state.Write(batch, slot);
        }

        int[] active = [.. Enumerable.Range(0, candidates.Length)];
        for (bool isFirst = true; active.Length > 0; isFirst = false)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (int slot in active)
            {
                batch.SetInput(slot, candidates[slot].Next(isFirst ? posterior : batch.Posterior(slot)));
            }

            active = [.. active.Where(slot => !candidates[slot].IsDone)];
            batch.Step(active, temperature, ref none);
        }
    }

    private static double Effective(List<ICandidate> candidates)
    {
        double most = candidates.Max(of => of.LogWeight);
        if (!double.IsFinite(most))
        {
            return 0;
        }

        double sum = 0;
        double squares = 0;
        foreach (ICandidate candidate in candidates)
        {
            double weight = Math.Exp(candidate.LogWeight - most);
            sum += weight;
            squares += weight * weight;
        }

        return sum * sum / squares;
    }

    // Different ways to write the measures, drawn by their weights without putting back; what stood there is none of them.
    private static List<RewriteOffer> Offers(RewriteTask task, List<ICandidate> candidates, RewriteOptions options)
    {
        double most = candidates.Max(of => of.LogWeight);
        List<(IReadOnlyList<Token> Written, double Weight)> ways =
        [
            .. candidates
                .Where(of => double.IsFinite(of.LogWeight) && !of.Written.SequenceEqual(task.Original))
                .GroupBy(of => string.Join(' ', of.Written.Select(token => token.Index)))
                .Select(same => (same.First().Written, same.Sum(of => Math.Exp(of.LogWeight - most)))),
        ];
        double whole = ways.Sum(way => way.Weight);
        RandomState random = new(options.Seed.Derive("offers").LowerBits);
        List<RewriteOffer> offers = [];
        for (double left = whole; offers.Count < options.Offers && ways.Count > 0; )
        {
            double u = random.NextDouble() * left;
            int drawn = 0;
            while (drawn < ways.Count - 1 && u >= ways[drawn].Weight)
            {
                u -= ways[drawn++].Weight;
            }

            (IReadOnlyList<Token> written, double weight) = ways[drawn];
            offers.Add(new RewriteOffer(written, [.. task.Before, .. written, .. task.After], weight / whole));
            ways.RemoveAt(drawn);
            left = ways.Sum(way => way.Weight);
        }

        return offers;
    }
}
