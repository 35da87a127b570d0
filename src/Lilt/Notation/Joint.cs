using Lilt.Notation.Elements;

namespace Lilt.Notation;

/// <summary>What parts two measures: a bar, bars that touch, or the start or end of the music.</summary>
public sealed record Joint
{
    /// <summary>A plain <c>|</c>.</summary>
    internal static Joint Plain { get; } = new();

    /// <summary>
    /// Whether it is more than a plain bar: a repeat, an ending, <c>||</c>, <c>|]</c>, a part's start, the music's start or end.
    /// </summary>
    public bool IsStructural { get; init; }

    /// <summary>Whether a repeat ends here.</summary>
    public bool EndsRepeat { get; init; }

    /// <summary>Whether a repeat starts here.</summary>
    public bool StartsRepeat { get; init; }

    /// <summary>The endings that start here.</summary>
    public IReadOnlyList<int> Endings { get; init; } = [];

    /// <summary>Whether a part starts here.</summary>
    public bool StartsPart { get; init; }

    /// <summary>Both as one.</summary>
    internal Joint With(Bar bar) =>
        new()
        {
            IsStructural = IsStructural || bar.IsStructural,
            EndsRepeat = EndsRepeat || bar.EndsRepeat > 0,
            StartsRepeat = StartsRepeat || bar.StartsRepeat,
            Endings = bar.Endings.Count > 0 ? bar.Endings : Endings,
            StartsPart = StartsPart,
        };
}
