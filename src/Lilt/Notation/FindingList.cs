namespace Lilt.Notation;

/// <summary>Collects the findings of one tune; past <see cref="ReaderLimits.Findings"/> it counts them only.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> findings = [];
    private int more;
    private SourcePosition firstMore;

    /// <summary>Adds one.</summary>
    public void Add(SourcePosition position, string text, bool isHarmless = false)
    {
        if (findings.Count < ReaderLimits.Findings)
        {
            findings.Add(new Finding(position.Line, position.Column, text) { IsHarmless = isHarmless });
        }
        else if (more++ == 0)
        {
            firstMore = position;
        }
    }

    /// <summary>All of them in the order of the text.</summary>
    public IReadOnlyList<Finding> ToList()
    {
        List<Finding> result = [.. findings];
        result.Sort(static (a, b) => (a.Line, a.Column).CompareTo((b.Line, b.Column)));
        if (more > 0)
        {
            result.Add(
                new Finding(
                    firstMore.Line,
                    firstMore.Column,
                    FormattableString.Invariant($"{more} more findings from here on are not listed.")
                )
            );
        }

        return result;
    }
}
