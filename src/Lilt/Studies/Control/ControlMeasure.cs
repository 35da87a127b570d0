namespace Lilt.Studies.Control;

/// <summary>One thing that was measured on every network that wrote on its own.</summary>
/// <remarks>Source: docs/control.md.</remarks>
public sealed record ControlMeasure
{
    /// <summary>Name of the strictly counted share.</summary>
    public const string StrictlyCounted = "strictly counted share";

    /// <summary>Name of the number of measures.</summary>
    public const string Measures = "measures a tune";

    /// <summary>Name of the number of cut tunes.</summary>
    public const string CutTunes = "cut tunes";

    /// <summary>Its name, one of the above.</summary>
    public required string Name { get; init; }

    /// <summary>The unit of its numbers: share, measures, tunes.</summary>
    public required string Unit { get; init; }

    /// <summary>The uncut network's own value.</summary>
    public required double Baseline { get; init; }

    /// <summary>Which way is harm; null where neither is.</summary>
    public required ControlHarm? Harm { get; init; }

    /// <summary>What cutting at all steps did, a layer each, in the order of the targets; 95 % intervals.</summary>
    public required IReadOnlyList<ControlEffect> Layers { get; init; }
}
