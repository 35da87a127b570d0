using System.Collections.Concurrent;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Searching;

/// <summary>Searches seeds for the tune of which something is known.</summary>
/// <remarks>
/// All tunes that begin alike come from the same posteriors, so the network reads the known beginning once, and a seed is looked at by its
/// random numbers alone: whether each falls into the share of the token that is known. Only the seeds that are left write their tunes, and
/// only up to the first token that differs. What is found is what <see cref="TuneGenerator"/> draws with these seeds and
/// <see cref="DrawMode.Independent"/>, to the token.
/// </remarks>
public sealed class SeedSearch
{
    private const int Block = 1 << 16;

    private readonly Model model;
    private readonly TunePattern pattern;
    private readonly SeedSearchOptions options;
    private readonly (double From, double To)[] shares;

    /// <summary>Reads the known beginning; nothing is searched yet.</summary>
    /// <param name="model">The network.</param>
    /// <param name="pattern">What is known of the tune.</param>
    /// <param name="options">Which seeds.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="ArgumentException">A token is not of the model's vocabulary, or the limit cuts tunes before what is known of
    /// them.</exception>
    public SeedSearch(Model model, TunePattern pattern, SeedSearchOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (pattern.Placed.Count > options.Limit)
        {
            throw new ArgumentException(
                FormattableString.Invariant(
                    $"Tunes are cut after step {options.Limit}, and the last known token is at step {pattern.Placed.Count}."
                ),
                nameof(options)
            );
        }

        (this.model, this.pattern, this.options) = (model, pattern, options);
        foreach (Token token in pattern.Placed.Concat(pattern.Held.SelectMany(tokens => tokens)).OfType<Token>())
        {
            if (token.Index < 0 || token.Index >= model.Vocabulary.Count)
            {
                throw new ArgumentException($"Token {token} in a vocabulary of {model.Vocabulary.Count}.", nameof(pattern));
            }
        }

        IReadOnlyList<Token> beginning = pattern.Beginning;
        shares = Shares(beginning);

        // Nothing follows an end token.
        BeginningProbability = beginning.SkipLast(1).Contains(model.Vocabulary.End)
            ? 0
            : shares.Aggregate(1.0, (product, share) => product * (Math.Min(1, share.To) - Math.Max(0, share.From)));
    }

    /// <summary>How probable the known beginning is, 0 to 1; 1 where no token is known from the first on.</summary>
    public double BeginningProbability { get; }

    /// <summary>Seeds of which it is told whether they are found, in order from the first.</summary>
    public long Searched { get; private set; }

    /// <summary>The seeds that are found, in order, as they are found.</summary>
    /// <param name="progress">Told of <see cref="Searched"/> now and then, on the caller's thread.</param>
    /// <param name="cancellation">Ends the search; <see cref="Searched"/> says how far it came.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public IEnumerable<FoundSeed> Run(Action<long>? progress = null, CancellationToken cancellation = default) =>
        BeginningProbability == 0 ? []
        : pattern.IsBeginningAlone ? ByDraws(progress, cancellation)
        : ByWriting(progress, cancellation);

    private IEnumerable<FoundSeed> ByDraws(Action<long>? progress, CancellationToken cancellation)
    {
        foreach ((IReadOnlyList<Seed> left, long upTo) in Left(cancellation))
        {
            foreach (Seed seed in left)
            {
                Searched = (long)(seed.Value - options.First.Value) + 1;
                yield return new FoundSeed(seed, shares.Length);
            }

            Searched = upTo;
            progress?.Invoke(upTo);
        }
    }

    private IEnumerable<FoundSeed> ByWriting(Action<long>? progress, CancellationToken cancellation)
    {
        // Tunes come in the order of their requests, so their matches do.
        ConcurrentQueue<PatternMatch> matches = new();
        RunOptions run = new()
        {
            AtOnce = (int)Math.Min(options.Seeds, TuneGenerator.MostSlots * options.Threads),
            Temperature = options.Temperature,
            Threads = options.Threads,
        };
        foreach (
            GeneratedTune tune in TuneGenerator.Run(model, Requests(matches, cancellation), run, () => default(NoTuneProbe), cancellation)
        )
        {
            long upTo = (long)(tune.Seed.Value - options.First.Value) + 1;
            Searched = upTo;
            if (matches.TryDequeue(out PatternMatch? match) && match.MetAt > 0)
            {
                yield return new FoundSeed(tune.Seed, match.MetAt);
            }

            progress?.Invoke(upTo);
        }

        cancellation.ThrowIfCancellationRequested();
        Searched = options.Seeds;
    }

    private IEnumerable<TuneRequest> Requests(ConcurrentQueue<PatternMatch> matches, CancellationToken cancellation)
    {
        foreach ((IReadOnlyList<Seed> left, _) in Left(cancellation))
        {
            foreach (Seed seed in left)
            {
                PatternMatch match = new(pattern);
                matches.Enqueue(match);
                yield return new TuneRequest
                {
                    Index = 0,
                    Seed = seed,
                    Random = new RandomState(seed),
                    Limit = options.Limit,
                    GoesOn = match.Take,
                };
            }
        }
    }

    /// <summary>Block after block: the seeds whose tunes have the known beginning, and how many seeds have been looked at.</summary>
    private IEnumerable<(IReadOnlyList<Seed> Left, long UpTo)> Left(CancellationToken cancellation)
    {
        int together = shares.Length == 0 ? 1 : options.Threads;
        List<Seed>[] left = [.. Enumerable.Range(0, together).Select(_ => new List<Seed>())];
        for (long from = 0; from < options.Seeds; from += (long)Block * together)
        {
            cancellation.ThrowIfCancellationRequested();
            long begun = from;
            Parallel.For(
                0,
                together,
                new ParallelOptions { MaxDegreeOfParallelism = together },
                part =>
                {
                    left[part].Clear();
                    long begin = begun + ((long)part * Block);
                    int count = (int)Math.Clamp(options.Seeds - begin, 0, Block);
                    Look((uint)(options.First.Value + (ulong)begin), count, left[part]);
                }
            );
            yield return ([.. left.SelectMany(seeds => seeds)], Math.Min(options.Seeds, from + ((long)Block * together)));
        }
    }

    private void Look(uint first, int count, List<Seed> left)
    {
        RandomStates random = new();
        Span<double> drawn = stackalloc double[RandomStates.Count];
        for (int from = 0; from < count; from += RandomStates.Count)
        {
            uint seed = first + (uint)from;
            uint alive = (1u << Math.Min(RandomStates.Count, count - from)) - 1;
            random.Seed(seed);
            for (int step = 0; step < shares.Length && alive != 0; step++)
            {
                random.NextDoubles(drawn);
                for (int lane = 0; lane < RandomStates.Count; lane++)
                {
                    bool isShare = drawn[lane] >= shares[step].From && drawn[lane] < shares[step].To;
                    alive &= isShare ? ~0u : ~(1u << lane);
                }
            }

            for (int lane = 0; alive != 0; lane++, alive >>= 1)
            {
                if ((alive & 1) != 0)
                {
                    left.Add(seed + (uint)lane);
                }
            }
        }
    }

    private (double From, double To)[] Shares(IReadOnlyList<Token> beginning)
    {
        if (beginning.Count == 0)
        {
            return [];
        }

        TuneRecording reading = model
            .ReadAll([beginning], kinds: [SiteKind.Posterior], temperature: options.Temperature, threads: options.Threads)
            .Single();
        SiteValues posterior = reading[Site.Posterior];
        return [.. beginning.Select((token, step) => TokenDraw.ShareOf(token, posterior[step]))];
    }
}
