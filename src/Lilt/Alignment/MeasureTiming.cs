using Lilt.Notation.Tokens;

namespace Lilt.Alignment;

/// <summary>At which steps of a tune the posterior is read, and what for.</summary>
/// <remarks>
/// A boundary is a step that writes a measure token after at least one note or rest since the bar before it; bars that touch are one.
/// One note earlier is the step at which the last of those notes began to be written, its tuplet mark, broken-rhythm sign or
/// chord bracket included: there a bar would have come one note too soon. Source: docs/control.md.
/// </remarks>
public sealed class MeasureTiming
{
    private readonly sbyte[] signs;
    private readonly bool[] others;
    private readonly bool[] readsMeasure;

    /// <param name="vocabulary">The tokens' kinds are read from their texts.</param>
    /// <param name="tokens">The start token and all that followed: T + 1 tokens for T steps.</param>
    /// <param name="headerSteps">Steps whose token was given; nothing is read there. Default none.</param>
    /// <exception cref="ArgumentException">There are no tokens.</exception>
    public MeasureTiming(Vocabulary vocabulary, IReadOnlyList<Token> tokens, int headerSteps = 0)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentOutOfRangeException.ThrowIfNegative(headerSteps);
        if (tokens.Count == 0)
        {
            throw new ArgumentException("There are no tokens, not even the start token.", nameof(tokens));
        }

        int steps = tokens.Count - 1;
        signs = new sbyte[steps];
        others = new bool[steps];
        readsMeasure = [.. tokens.Take(steps).Select(token => TokenKinds.Of(vocabulary, token) == TokenKind.Measure)];
        int note = -1;
        int mark = -1;
        bool inChord = false;
        for (int step = headerSteps; step < steps; step++)
        {
            TokenKind kind = TokenKinds.Of(vocabulary, tokens[step + 1]);
            others[step] = kind != TokenKind.Measure;
            OtherCount += others[step] ? 1 : 0;
            switch (kind)
            {
                case TokenKind.Measure:
                    Bar(step, note);
                    note = mark = -1;
                    inChord = false;
                    break;
                case TokenKind.ChordStart:
                    mark = mark < 0 ? step : mark;
                    note = mark;
                    mark = -1;
                    inChord = true;
                    break;
                case TokenKind.ChordEnd:
                    inChord = false;
                    break;
                case TokenKind.Tuplet or TokenKind.Broken when !inChord:
                    mark = mark < 0 ? step : mark;
                    break;
                case TokenKind.Pitch or TokenKind.Rest when !inChord:
                    note = mark < 0 ? step : mark;
                    mark = -1;
                    break;
            }
        }
    }

    /// <summary>Boundaries.</summary>
    public int BoundaryCount { get; private set; }

    /// <summary>Steps after the header that write no measure token.</summary>
    public int OtherCount { get; }

    /// <summary>1 at a boundary, −1 one note earlier, else 0: what log P(any measure token) is multiplied by, [T].</summary>
    public ReadOnlySpan<sbyte> Signs => signs;

    /// <summary>Whether a step after the header writes no measure token, [T].</summary>
    public ReadOnlySpan<bool> Others => others;

    /// <summary>Whether a step reads a measure token, [T].</summary>
    public ReadOnlySpan<bool> ReadsMeasure => readsMeasure;

    /// <summary>
    /// What a step adds to the timing contrast, which is the sum over the steps divided by <see cref="BoundaryCount"/>; nats.
    /// </summary>
    /// <param name="step">From 0.</param>
    /// <param name="logProbability">The logarithm of the probability that the step writes a measure token.</param>
    public double Contrast(int step, double logProbability) => signs[step] == 0 ? 0 : signs[step] * logProbability;

    private void Bar(int step, int note)
    {
        if (note >= 0)
        {
            signs[step] = 1;
            signs[note] = -1;
            BoundaryCount++;
        }
    }
}
