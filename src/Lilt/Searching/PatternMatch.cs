using Lilt.Notation.Tokens;

namespace Lilt.Searching;

/// <summary>How far a tune that is being written has what is known of it.</summary>
internal sealed class PatternMatch(TunePattern pattern)
{
    private readonly List<Token> tokens = [];
    private readonly bool[] found = new bool[pattern.Held.Count];
    private int missing = pattern.Held.Count;

    /// <summary>The step at which all that is known stood there; 0 before.</summary>
    public int MetAt { get; private set; }

    /// <summary>Takes the token of the next step.</summary>
    /// <returns>Whether the tune is to go on: not when it differs, nor when it has all that is known.</returns>
    public bool Take(Token token)
    {
        tokens.Add(token);
        if (tokens.Count <= pattern.Placed.Count && pattern.Placed[tokens.Count - 1] is { } wanted && wanted != token)
        {
            return false;
        }

        for (int n = 0; n < found.Length; n++)
        {
            if (!found[n] && EndsWith(pattern.Held[n]))
            {
                found[n] = true;
                missing--;
            }
        }

        MetAt = missing == 0 && tokens.Count >= pattern.Placed.Count ? tokens.Count : 0;
        return MetAt == 0;
    }

    private bool EndsWith(IReadOnlyList<Token?> fragment)
    {
        int from = tokens.Count - fragment.Count;
        if (from < 0)
        {
            return false;
        }

        for (int n = fragment.Count - 1; n >= 0; n--)
        {
            if (fragment[n] is { } wanted && wanted != tokens[from + n])
            {
                return false;
            }
        }

        return true;
    }
}
