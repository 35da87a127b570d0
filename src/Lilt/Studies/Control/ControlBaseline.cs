namespace Lilt.Studies.Control;

/// <summary>How the uncut network counts.</summary>
public sealed record ControlBaseline
{
    /// <summary>Its timing contrast on its own tunes, nats.</summary>
    public required double Contrast { get; init; }

    /// <summary>The 95 % interval of the contrast, tunes resampled.</summary>
    public required ControlInterval ContrastInterval { get; init; }

    /// <summary>−log of the other tokens' probabilities given that no measure token comes, nats a token.</summary>
    public required double OtherLoss { get; init; }

    /// <summary>The strictly counted share of the measures that it writes, 0 to 1; 0 where it writes none.</summary>
    public required double Counted { get; init; }

    /// <summary>Measure boundaries in the tunes of the open loop.</summary>
    public required int Boundaries { get; init; }
}
