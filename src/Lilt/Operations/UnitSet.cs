namespace Lilt.Operations;

/// <summary>Some units of a site, or all; for input, logits and posterior the units are tokens and may be given by their texts.</summary>
public sealed class UnitSet : IEquatable<UnitSet>
{
    private UnitSet(IReadOnlyList<int>? units, IReadOnlyList<string>? tokens)
    {
        Units = units;
        Tokens = tokens;
    }

    /// <summary>Every unit.</summary>
    public static UnitSet All { get; } = new(null, null);

    /// <summary>From 0; null where all are meant or tokens are named.</summary>
    public IReadOnlyList<int>? Units { get; }

    /// <summary>Texts of tokens; null where all are meant or units are numbered.</summary>
    public IReadOnlyList<string>? Tokens { get; }

    /// <summary>Units by number, from 0.</summary>
    public static UnitSet Of(params IEnumerable<int> units) => new([.. units], null);

    /// <summary>Tokens by text.</summary>
    public static UnitSet OfTokens(params IEnumerable<string> tokens) => new(null, [.. tokens]);

    /// <inheritdoc/>
    public bool Equals(UnitSet? other) => other is not null && Same(Units, other.Units) && Same(Tokens, other.Tokens);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitSet);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Units?.Count, Tokens?.Count);

    private static bool Same<T>(IReadOnlyList<T>? left, IReadOnlyList<T>? right) =>
        left is null || right is null ? ReferenceEquals(left, right) : left.SequenceEqual(right);
}
