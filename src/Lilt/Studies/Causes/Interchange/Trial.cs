using Lilt.Notation.Tokens;

namespace Lilt.Studies.Causes.Interchange;

/// <summary>Some tokens that a network reads from a state on, with what is changed meanwhile and what is kept.</summary>
/// <remarks>A read is one token read, from 0.</remarks>
internal sealed class Trial
{
    /// <summary>What the network keeps before the first read; null for the beginning of a tune.</summary>
    public NetworkState? Start { get; init; }

    /// <summary>What is read, one a step.</summary>
    public required ArraySegment<Token> Tokens { get; init; }

    /// <summary>What is interchanged before a read, in this order.</summary>
    public IReadOnlyList<(int Read, SwappedParts Parts, NetworkState Donor)> Swaps { get; init; } = [];

    /// <summary>At a read, a layer shows upwards what another state has as its h; its own memory stays.</summary>
    public (int Read, int Layer, NetworkState Donor)? Up { get; init; }

    /// <summary>States to keep: after which reads, ascending, and where.</summary>
    public IReadOnlyList<(int Read, NetworkState Into)> Kept { get; init; } = [];

    /// <summary>Where the posterior after the last read goes, [V]; null for nowhere.</summary>
    public float[]? LastPosterior { get; init; }

    /// <summary>What the runner fills in: the natural logarithm of the events' probabilities after each read, [reads, events].</summary>
    public double[] Found { get; private set; } = [];

    /// <summary>The natural logarithm of an event's probability after a read.</summary>
    /// <param name="read">From 0.</param>
    /// <param name="of">Which event, from 0.</param>
    public double LogProbability(int read, int of = 0) => Found[(read * (Found.Length / Tokens.Count)) + of];

    /// <summary>Makes room.</summary>
    public void Begin(int events) => Found = new double[Tokens.Count * events];
}
