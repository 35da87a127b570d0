namespace Lilt.Studies.Control;

/// <summary>One thing that was measured on every network.</summary>
/// <remarks>Source: docs/control.md.</remarks>
public sealed record ControlMeasure
{
    /// <summary>Name of the timing contrast.</summary>
    public const string TimingContrast = "timing contrast";

    /// <summary>Name of the damage to tokens that are no measure tokens.</summary>
    public const string OtherTokens = "damage to other tokens";

    /// <summary>Name of the strictly counted share.</summary>
    public const string StrictlyCounted = "strictly counted share";

    /// <summary>Name of the number of measures.</summary>
    public const string Measures = "measures a tune";

    /// <summary>Name of the number of cut tunes.</summary>
    public const string CutTunes = "cut tunes";

    /// <summary>Its name, one of the above.</summary>
    public required string Name { get; init; }

    /// <summary>Who wrote what the networks read.</summary>
    public required ControlLoop Loop { get; init; }

    /// <summary>The unit of its numbers: nats, nats a token, share, measures, tunes.</summary>
    public required string Unit { get; init; }

    /// <summary>The uncut network's own value.</summary>
    public required double Baseline { get; init; }

    /// <summary>Which way is harm.</summary>
    public required ControlHarm Harm { get; init; }

    /// <summary>What cutting did, a layer each, in the order of the targets.</summary>
    public required IReadOnlyList<ControlEffect> Layers { get; init; }
}
