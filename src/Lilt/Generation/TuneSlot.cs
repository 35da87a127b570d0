using Lilt.Notation.Tokens;
using Lilt.Operations;

namespace Lilt.Generation;

/// <summary>A tune under way in one slot of a batch.</summary>
internal sealed class TuneSlot(TuneRequest request, int place, Token start)
{
    private readonly List<Token> tokens = [start];
    private int nearDraws;

    /// <summary>Its place in the run's order.</summary>
    public int Place => place;

    /// <summary>The token that the next step reads.</summary>
    public Token Last => tokens[^1];

    public GeneratedTune Tune(bool endsAtLimit) => new(request.Index, request.Seed, tokens, endsAtLimit, nearDraws);

    /// <summary>Takes the prime's token or draws one. True when the tune is whole.</summary>
    public bool Advance(ReadOnlySpan<float> posterior, Token end, out bool endsAtLimit)
    {
        int position = tokens.Count - 1;
        Token? given = position < request.Prime.Count ? request.Prime[position] : null;
        if (given is { } token)
        {
            if (request.DrawsForPrime)
            {
                request.Random.NextDouble();
            }
        }
        else
        {
            token = Draw(posterior);
        }

        tokens.Add(token);
        request.Written?.Invoke(request.Index, token);

        // An end token inside the prime is read like any other; a drawn one ends the tune, and so does the prime's last.
        bool isEnd = token == end && (given is null || position == request.Prime.Count - 1);
        bool isCut = request.GoesOn is { } goesOn && !goesOn(token);
        endsAtLimit = !isEnd && (isCut || tokens.Count > Math.Max(request.Limit, request.Prime.Count));
        return isEnd || endsAtLimit;
    }

    private Token Draw(ReadOnlySpan<float> posterior)
    {
        try
        {
            Token token = TokenDraw.Draw(posterior, request.Random.NextDouble(), out double margin);
            nearDraws += margin < TokenDraw.ErrorBound ? 1 : 0;
            return token;
        }
        catch (ArgumentException e)
        {
            string left =
                $"leaves no token to draw at step {tokens.Count - 1} of the tune of seed {request.Seed}: all probabilities are 0, or one is no number";
            throw request.Plan is null
                ? new FormatException($"the network {left}; its weights are too large for float32's sums.", e)
                : new PlanFormatException($"the plan {left}; take something out of it.", e);
        }
    }
}
