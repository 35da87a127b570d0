namespace Lilt.Notation.Abc;

/// <summary>The first lines of a tune in ABC; what is null is taken from the tune.</summary>
public sealed record AbcHeading
{
    /// <summary>What follows <c>X:</c>.</summary>
    public string? Number { get; init; }

    /// <summary>What follows <c>T:</c>.</summary>
    public string? Title { get; init; }
}
