namespace Lilt.Operations;

/// <summary>Whether a step reads one of some tokens, or none of them.</summary>
/// <param name="place">Its place among the plan's conditions.</param>
/// <param name="tokens">Indices of the tokens.</param>
/// <param name="none">Whether it holds at the steps that read none of them.</param>
internal sealed class ReadCondition(int place, int[] tokens, bool none)
{
    /// <summary>Its place among the plan's conditions.</summary>
    public int Place => place;

    /// <summary>Whether it holds before the first step, which reads nothing.</summary>
    public bool HoldsAtFirst => none;

    /// <summary>Whether it holds at a step with this input, [V]: a token is read if its weight is not 0.</summary>
    public bool Holds(ReadOnlySpan<float> input)
    {
        foreach (int token in tokens)
        {
            if (input[token] != 0f)
            {
                return !none;
            }
        }

        return none;
    }
}
