using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;

namespace Lilt.Generation;

/// <summary>What to generate.</summary>
public sealed record GenerationOptions
{
    /// <summary>The default of <see cref="Limit"/>: folk-rnn's.</summary>
    public const int DefaultLimit = 1000;

    /// <summary>The seed of the first tune. Default 42.</summary>
    public Seed Seed { get; init; } = 42;

    /// <summary>How many tunes, at least 1. Default 1.</summary>
    public int Tunes { get; init; } = 1;

    /// <summary>
    /// The place of the first tune in its run: n makes tunes n, n + 1, … of a longer run; <see cref="DrawMode.Stream"/> needs
    /// <see cref="Drawn"/> for it. Default 0.
    /// </summary>
    public int First { get; init; }

    /// <summary>
    /// How many tokens the tunes before <see cref="First"/> drew from the one stream of <see cref="DrawMode.Stream"/>; null where that is
    /// not known. Default null.
    /// </summary>
    public long? Drawn { get; init; }

    /// <summary>
    /// Told of every token after the start token as it is taken, with its tune's place; called on the run's own threads, so it must be
    /// quick. Default none.
    /// </summary>
    public Action<int, Token>? Written { get; init; }

    /// <summary>Divides the logits, over 0; under 1 makes likely tokens likelier. Default 1.</summary>
    public float Temperature { get; init; } = 1f;

    /// <summary>Tokens that every tune begins with after the start token; null takes a drawn token. Default none.</summary>
    public IReadOnlyList<Token?> Prime { get; init; } = [];

    /// <summary>A tune is cut when it holds one token more than this, the start token counted; at least 1. Default 1000.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Which random numbers draw which token. Default <see cref="DrawMode.Independent"/>.</summary>
    public DrawMode Mode { get; init; } = DrawMode.Independent;

    /// <summary>Threads; changes speed alone. Default: the machine's processors.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The requests, tune by tune, that these options mean.</summary>
    /// <param name="plan">What is done to the network while it makes them; null for nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    /// <exception cref="InvalidOperationException">The last tune's place would be over 2,147,483,647, or its seed over
    /// 4,294,967,295.</exception>
    public IEnumerable<TuneRequest> Requests(CompiledPlan? plan = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Tunes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Limit);
        ArgumentOutOfRangeException.ThrowIfNegative(First);
        if (First > int.MaxValue - Tunes)
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"{Tunes} tunes from tune {First} on are more than can be counted.")
            );
        }

        if (Mode == DrawMode.Stream && First > 0 && Drawn is null)
        {
            throw new InvalidOperationException("One stream of random numbers cannot be taken up in the middle.");
        }

        if (Mode != DrawMode.Stream && !Seed.HasRoomFor((long)First + Tunes))
        {
            throw new InvalidOperationException(
                FormattableString.Invariant($"Tune {First + Tunes - 1} of seed {Seed} would have a seed over {Seed.Largest}.")
            );
        }

        return Enumerate(plan);
    }

    /// <summary>How many tokens of a tune were drawn and not given.</summary>
    /// <param name="tokens">Its tokens, the start token left out.</param>
    public int DrawnOf(int tokens) => tokens - Prime.Take(tokens).Count(token => token is not null);

    private IEnumerable<TuneRequest> Enumerate(CompiledPlan? plan)
    {
        RandomState? shared = Mode == DrawMode.Stream ? new(Seed) : null;
        for (long drawn = 0; shared is not null && drawn < Drawn; drawn++)
        {
            shared.NextDouble();
        }

        for (int index = First; index < First + Tunes; index++)
        {
            Seed seed = Mode == DrawMode.Stream ? Seed : Seed + index;
            yield return new TuneRequest
            {
                Index = index,
                Seed = seed,
                Random = shared ?? new RandomState(seed),
                Prime = Prime,
                Limit = Limit,
                Plan = plan,
                Written = Written,
                DrawsForPrime = Mode == DrawMode.Webapp,
            };
        }
    }
}
