using System.Globalization;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Subspaces;

/// <summary>
/// Finds directions of one layer's state such that an interchange along them makes an event come where the donor's count says (distributed
/// alignment search, by gradient).
/// </summary>
/// <remarks>
/// <para>
/// The loss of a pair is the sum over its readings of −log p where the event is due and −log (1 − p) where it is not, p the probability of
/// any of the event's tokens; that of a step is the mean over its pairs. What is found says that these directions can steer the event, not
/// that the network uses them: hold it against other pairs, other layers and random directions.
/// </para>
/// <para>
/// The same options give the same directions, bit for bit, on any number of threads. Not safe for use by several threads at once. It keeps
/// the network's weights three times over and 16 H bytes for every token that is read.
/// </para>
/// <para>
/// Source: A. Geiger, Z. Wu, C. Potts, T. Icard and N. D. Goodman, Finding alignments between interpretable causal variables and
/// distributed neural representations, arXiv:2303.02536; on what such directions cannot tell, A. Makelov, G. Lange and N. Nanda, Is this
/// the subspace you are looking for?, arXiv:2311.17030.
/// </para>
/// </remarks>
public sealed class SubspaceSearch : IDisposable
{
    private readonly InterchangePass pass;
    private readonly int pairCount;

    /// <param name="model">The network.</param>
    /// <param name="layer">The layer, from 1.</param>
    /// <param name="pairs">What is learned from, at least one pair.</param>
    /// <param name="events">The event's tokens: at least one, and not all that there are.</param>
    /// <param name="threads">Threads; changes speed alone. Default 1.</param>
    /// <exception cref="ArgumentException">A pair's arrays, tokens or readings do not fit the network, or the event is none.</exception>
    public SubspaceSearch(Model model, int layer, IReadOnlyList<SubspacePair> pairs, IReadOnlyList<Token> events, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfLessThan(layer, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layer, model.Shape.Layers);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfZero(pairs.Count, nameof(pairs));
        CheckTokens(events, model, "The event", nameof(events));
        int distinct = events.Distinct().Count();
        if (distinct == 0 || distinct == model.Shape.Tokens)
        {
            throw new ArgumentException(
                Say($"An event of {distinct} of {model.Shape.Tokens} tokens: it is one or more, and not all."),
                nameof(events)
            );
        }

        for (int pair = 0; pair < pairs.Count; pair++)
        {
            Check(pairs, pair, model);
        }

        pairCount = pairs.Count;
        pass = new InterchangePass(model, layer, pairs, events, threads);
    }

    /// <summary>Searches.</summary>
    /// <param name="options">How many directions, and how.</param>
    /// <param name="progress">Told after each step how many are done and what the loss was before it; null for nobody.</param>
    /// <param name="cancellation">Ends the search within a step.</param>
    /// <exception cref="ArgumentException">An option is outside its range, or the directions to begin with or the scale are of
    /// another width.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public FoundSubspace Run(SubspaceSearchOptions options, Action<int, double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        Check(options);
        double[] scale = Scale(options);
        double[] basis = Best(options, scale, cancellation);
        double[] losses = Descend(basis, options.Steps, options, scale, progress, cancellation);
        return new FoundSubspace(new Subspace(Array.ConvertAll(basis, static value => (float)value), pass.Width), losses);
    }

    /// <inheritdoc/>
    public void Dispose() => pass.Dispose();

    // Where those a few steps further on have least to go, by the second half of these steps; all take the same pairs.
    private double[] Best(SubspaceSearchOptions options, double[] scale, CancellationToken cancellation)
    {
        bool isGiven = options.Start?.Directions >= options.Directions;
        double[] best = Start(options, scale, 0);
        if (isGiven || options.Starts == 1)
        {
            return best;
        }

        double least = double.PositiveInfinity;
        for (int start = 0; start < options.Starts; start++)
        {
            double[] basis = Start(options, scale, start);
            double loss = Descend(basis, options.StepsAStart, options, scale, null, cancellation).Skip(options.StepsAStart / 2).Average();
            (best, least) = loss < least ? (basis, loss) : (best, least);
        }

        return best;
    }

    // Changes the basis; the loss before each step.
    private double[] Descend(
        double[] basis,
        int steps,
        SubspaceSearchOptions options,
        double[] scale,
        Action<int, double>? progress,
        CancellationToken cancellation
    )
    {
        BasisDescent descent = new(basis, pass.Width, steps, [.. scale.Select(of => options.Rate * of)]);
        double[] gradient = new double[basis.Length];
        double[] losses = new double[steps];
        Queue<int> waiting = [];
        int batch = Math.Min(options.Batch, pairCount);
        for (int step = 0; step < steps; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (waiting.Count < batch)
            {
                // What is left of a round is fewer than a step takes and is passed over: the next round's order is another.
                waiting = new Queue<int>(CounterRandom.OfSeed(options.Seed).Part(step).Permutation(pairCount));
            }

            int[] chosen = [.. Enumerable.Range(0, batch).Select(_ => waiting.Dequeue())];
            losses[step] = pass.Take(chosen, basis, gradient);
            descent.Step(gradient);
            progress?.Invoke(step + 1, losses[step]);
        }

        return losses;
    }

    // The largest is 1.
    private double[] Scale(SubspaceSearchOptions options)
    {
        double largest = options.Scale?.Max() ?? 1.0;
        return options.Scale is { } scale ? [.. scale.Select(of => of / largest)] : [.. Enumerable.Repeat(1.0, pass.Width)];
    }

    private double[] Start(SubspaceSearchOptions options, double[] scale, int number)
    {
        Seed seed = number == 0 ? options.Seed : options.Seed.Derive("start", number);
        double[] rows = RandomSubspace.Rows(options.Directions, pass.Width, seed, scale);
        int given = Math.Min(options.Directions, options.Start?.Directions ?? 0) * pass.Width;
        for (int n = 0; n < given; n++)
        {
            rows[n] = options.Start!.Basis.Span[n];
        }

        RowArithmetic.Orthonormalise(rows, pass.Width);
        return rows;
    }

    private void Check(SubspaceSearchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Directions, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Directions, pass.Width, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Steps, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Batch, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Starts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.StepsAStart, 1, nameof(options));
        if (!(options.Rate > 0) || !double.IsFinite(options.Rate))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Rate, "A rate is over 0.");
        }

        if (options.Scale is { } scale)
        {
            Check(scale, options.Directions);
        }

        if (options.Start is { } start && start.Width != pass.Width)
        {
            throw new ArgumentException(
                Say($"The directions to begin with have {start.Width} numbers; a layer's state has {pass.Width}."),
                nameof(options)
            );
        }
    }

    private void Check(IReadOnlyList<double> scale, int directions)
    {
        if (scale.Count != pass.Width)
        {
            throw new ArgumentException(Say($"The scale has {scale.Count} numbers; a layer's state has {pass.Width}."), nameof(scale));
        }

        if (!scale.All(static of => of >= 0 && double.IsFinite(of)))
        {
            throw new ArgumentException("A scale's numbers are 0 or more, and finite.", nameof(scale));
        }

        int over = scale.Count(static of => of > 0);
        if (over < directions)
        {
            throw new ArgumentException(
                Say($"{directions} directions, where {over} numbers of the scale are over 0: as many are needed."),
                nameof(scale)
            );
        }
    }

    private static void Check(IReadOnlyList<SubspacePair> pairs, int index, Model model)
    {
        SubspacePair pair = pairs[index];
        int length = 2 * model.Shape.Layers * model.Shape.Units;
        if (pair.Target.Length != length || pair.Donor.Length != length)
        {
            throw new ArgumentException(
                Say(
                    $"Pair {index}: c and h of {model.Shape.Layers} layers are {length} numbers; the target has {pair.Target.Length}, the donor {pair.Donor.Length}."
                ),
                nameof(pairs)
            );
        }

        CheckTokens(pair.Tokens, model, Say($"Pair {index}"), nameof(pairs));
        if (pair.Readings.Count == 0)
        {
            throw new ArgumentException(Say($"Pair {index}: nothing is read. Give it a reading, or leave the pair out."), nameof(pairs));
        }

        foreach (EventReading reading in pair.Readings)
        {
            if (reading.Step < 0 || reading.Step >= pair.Tokens.Count)
            {
                throw new ArgumentException(
                    Say($"Pair {index}: a reading at step {reading.Step}, where {pair.Tokens.Count} tokens are read."),
                    nameof(pairs)
                );
            }
        }
    }

    private static void CheckTokens(IReadOnlyList<Token> tokens, Model model, string what, string parameter)
    {
        foreach (Token token in tokens)
        {
            if (token.Index < 0 || token.Index >= model.Shape.Tokens)
            {
                throw new ArgumentException(Say($"{what}: token {token.Index} in a vocabulary of {model.Shape.Tokens}."), parameter);
            }
        }
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
