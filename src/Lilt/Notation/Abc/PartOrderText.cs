namespace Lilt.Notation.Abc;

/// <summary>The playing order of parts as a header's field writes it: <c>ABAC</c>, <c>A2(BC)3</c>. Source: ABC 2.1, 3.1.9.</summary>
internal static class PartOrderText
{
    /// <summary>
    /// The parts multiplied out; null where the text is no order, or one of more than <see cref="ReaderLimits.PartSequence"/>.
    /// </summary>
    public static IReadOnlyList<string>? Parse(string text)
    {
        Stack<List<string>> open = new();
        List<string> current = [];
        int lastCount = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsAsciiLetter(c))
            {
                current.Add(c.ToString());
                lastCount = 1;
            }
            else if (char.IsAsciiDigit(c))
            {
                int times = 0;
                for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
                {
                    times = Math.Min((10 * times) + (text[i] - '0'), ReaderLimits.PartSequence + 1);
                }

                i--;
                if (lastCount == 0 || times == 0 || (long)lastCount * times > ReaderLimits.PartSequence)
                {
                    return null;
                }

                List<string> last = current.GetRange(current.Count - lastCount, lastCount);
                for (int n = 1; n < times; n++)
                {
                    current.AddRange(last);
                }

                lastCount = 0;
            }
            else if (c == '(')
            {
                open.Push(current);
                current = [];
                lastCount = 0;
            }
            else if (c == ')' && open.Count > 0)
            {
                List<string> group = current;
                current = open.Pop();
                current.AddRange(group);
                lastCount = group.Count;
            }
            else if (c is not (' ' or '.' or '\t' or ','))
            {
                return null;
            }

            if (current.Count > ReaderLimits.PartSequence || open.Count > ReaderLimits.PartSequence)
            {
                return null;
            }
        }

        return open.Count > 0 ? null : current;
    }
}
