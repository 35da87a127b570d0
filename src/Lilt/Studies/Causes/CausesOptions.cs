using Lilt.Generation;
using Lilt.Notation.Tokens;

namespace Lilt.Studies.Causes;

/// <summary>What to study of a network's counts.</summary>
public sealed record CausesOptions : StudyOptions
{
    /// <summary>
    /// The headers that tunes are written under, each a meter of a fixed measure; empty for 4/4 and 6/8 as far as the vocabulary has them.
    /// Default empty.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<Token>> Headers { get; init; } = [];

    /// <summary>Given tunes in the place of tunes that the network writes; null for none. Default null.</summary>
    public IReadOnlyList<GivenTune>? Given { get; init; }

    /// <summary>How many tunes are written under each header. Default 160.</summary>
    public int Tunes { get; init; } = 160;

    /// <summary>How many pairs of places are interchanged at the main dose. Default 300.</summary>
    public int Pairs { get; init; } = 300;

    /// <summary>Whether units and subspaces are left out and fewer tunes taken. Default false.</summary>
    public bool Quick { get; init; }

    /// <summary>
    /// The same with what is asked of this kind alone: <c>tunes</c>, <c>pairs</c> and <c>quick</c>; the prime is the tunes' header.
    /// </summary>
    /// <param name="asked">What was asked for.</param>
    public CausesOptions With(IAskedOptions asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        Token[] header =
        [
            .. Prime.Select(token =>
                token ?? throw asked.Fault($"{asked.Spelling("prime")} is the tunes' header here, and has no '{PrimeText.Drawn}'.")
            ),
        ];
        return this with
        {
            Headers = header.Length > 0 ? [header] : [],
            Tunes = (int)asked.Whole("tunes", Tunes, 1, int.MaxValue),
            Pairs = (int)asked.Whole("pairs", Pairs, 1, int.MaxValue),
            Quick = asked.Flag("quick"),
        };
    }
}
