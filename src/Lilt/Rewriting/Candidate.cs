using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;

namespace Lilt.Rewriting;

/// <summary>One way to write the measures, token by token, with its weight.</summary>
/// <remarks>
/// Tokens are drawn from what the network gives to those that are allowed. The weight is the product of all that was not left to the draw:
/// what the allowed ones have together at each step, and the probability of each token that is given.
/// </remarks>
/// <param name="task">What is to be written.</param>
/// <param name="tokens">What the vocabulary's tokens mean and which may stand.</param>
/// <param name="random">One double a drawn token.</param>
/// <param name="mostTokens">The most tokens of one measure.</param>
internal sealed class Candidate(RewriteTask task, WritableTokens tokens, RandomState random, int mostTokens) : ICandidate
{
    private readonly MeasureClock clock = new(task.Meter, task.Unit);
    private readonly List<Token> written = [];
    private readonly float[] allowed = new float[tokens.Count];
    private int measure;
    private int inMeasure;
    private int locked;
    private int given;
    private int after;
    private bool isAfterLocked;

    /// <inheritdoc/>
    public IReadOnlyList<Token> Written => written;

    /// <inheritdoc/>
    public double LogWeight { get; private set; }

    /// <inheritdoc/>
    public bool IsDone { get; private set; }

    /// <inheritdoc/>
    public Token Next(ReadOnlySpan<float> posterior)
    {
        if (measure == task.Measures.Count)
        {
            Token comes = task.After[after++];
            Weigh(posterior[comes.Index]);
            IsDone |= after == task.Weighed;
            return comes;
        }

        Token token = GivenToken() is { } fixedToken ? Given(posterior, fixedToken) : Drawn(posterior);
        if (!IsDone)
        {
            Take(token);
        }

        return token;
    }

    private RewrittenMeasure Now => task.Measures[measure];

    // A note that is locked, from its first token to its last; the bar where nothing else has room.
    private Token? GivenToken()
    {
        if (given > 0 || (locked < Now.Locked.Count && clock.IsOpen && clock.Distance == Now.Locked[locked].From))
        {
            return Now.Locked[locked].Tokens[given];
        }

        return null;
    }

    private Token Given(ReadOnlySpan<float> posterior, Token token)
    {
        Weigh(posterior[token.Index]);
        given++;
        if (given == Now.Locked[locked].Tokens.Count)
        {
            given = 0;
            locked++;
            isAfterLocked = true;
        }

        return token;
    }

    private Token Drawn(ReadOnlySpan<float> posterior)
    {
        // Where the next thing stands that is not to be written: a locked note, or the bar.
        Fraction until = locked < Now.Locked.Count ? Now.Locked[locked].From : Now.Length;
        double mass = 0;
        for (int token = 0; token < allowed.Length; token++)
        {
            allowed[token] = MayStand(token, until) ? posterior[token] : 0f;
            mass += allowed[token];
        }

        if (!(mass > 0) || inMeasure >= mostTokens)
        {
            LogWeight = double.NegativeInfinity;
            IsDone = true;
            return task.Before[^1];
        }

        Weigh(mass);
        isAfterLocked = false;
        return TokenDraw.Draw(allowed, random.NextDouble(), out _);
    }

    private bool MayStand(int token, Fraction until)
    {
        TokenMeaning meaning = tokens[token];
        return meaning.Kind switch
        {
            TokenKind.Duration => !isAfterLocked && clock.After(meaning.Multiplier) is { } to && (meaning.BrokenDepth > 0 || to <= until),
            TokenKind.Broken or TokenKind.Tie => !isAfterLocked && clock.EndsInNote,
            TokenKind.Measure or TokenKind.End => Closes(new Token(token)),
            TokenKind.Pitch or TokenKind.Rest or TokenKind.Tuplet or TokenKind.ChordStart => tokens.MayBeWritten(token)
                && (clock.Distance < until || !clock.IsOpen),
            TokenKind.ChordEnd => !clock.IsOpen,
            _ => false,
        };
    }

    private void Take(Token token)
    {
        written.Add(token);
        inMeasure++;
        bool closes = given == 0 && Closes(token);
        clock.Take(tokens[token.Index]);
        if (closes)
        {
            measure++;
            inMeasure = 0;
            locked = 0;
            IsDone |= measure == task.Measures.Count && task.Weighed == 0;
        }
    }

    private bool Closes(Token token) => clock.IsOpen && clock.Distance == Now.Length && Now.Closing.Contains(token);

    private void Weigh(double p) => LogWeight += Math.Log(p);
}
