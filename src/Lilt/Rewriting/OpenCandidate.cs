using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Rewriting;

/// <summary>One way to write a tune on to its end: bars and all are the network's.</summary>
/// <param name="task">What stands before.</param>
/// <param name="tokens">What the vocabulary's tokens mean and which may stand.</param>
/// <param name="random">One double a token.</param>
/// <param name="limit">The most tokens of the tune.</param>
internal sealed class OpenCandidate(RewriteTask task, WritableTokens tokens, RandomState random, int limit) : ICandidate
{
    private readonly List<Token> written = [];
    private readonly float[] allowed = new float[tokens.Count];

    /// <inheritdoc/>
    public IReadOnlyList<Token> Written => written;

    /// <inheritdoc/>
    public double LogWeight { get; private set; }

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public Token Next(ReadOnlySpan<float> posterior)
    {
        double mass = 0;
        for (int token = 0; token < allowed.Length; token++)
        {
            allowed[token] = MayStand(token) ? posterior[token] : 0f;
            mass += allowed[token];
        }

        if (!(mass > 0) || task.Before.Count + written.Count >= limit)
        {
            LogWeight = double.NegativeInfinity;
            IsDone = true;
            return task.Before[^1];
        }

        LogWeight += Math.Log(mass);
        Token drawn = TokenDraw.Draw(allowed, random.NextDouble(), out _);
        written.Add(drawn);
        IsDone = tokens[drawn.Index].Kind == TokenKind.End;
        return drawn;
    }

    private bool MayStand(int token) =>
        tokens[token].Kind is not (TokenKind.Start or TokenKind.Meter or TokenKind.Key or TokenKind.Unit or TokenKind.Unknown)
        && tokens.MayBeWritten(token);
}
