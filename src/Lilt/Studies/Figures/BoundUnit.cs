using System.Text.Json.Serialization;
using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>A unit of figure 14.</summary>
public sealed record BoundUnit
{
    /// <summary>From 1.</summary>
    public required int Layer { get; init; }

    /// <summary>From 0.</summary>
    public required int Unit { get; init; }

    /// <summary>Why it is shown.</summary>
    public required BoundUnitChoice ChosenFor { get; init; }

    /// <summary>What of it is bound.</summary>
    public required BoundSignal Signal { get; init; }

    /// <summary>The point-biserial correlation on this tune, descriptive, −1 to 1.</summary>
    public required double R { get; init; }

    /// <summary>The pooled z over many tunes; null where no such tunes were made.</summary>
    public required double? Z { get; init; }

    /// <summary>Its p, corrected for the layer's units; null where no such tunes were made.</summary>
    public required double? P { get; init; }

    /// <summary>Its share of power in the measures' band, frequency 0 left out.</summary>
    public required double BandFraction { get; init; }

    /// <summary>[T] h.</summary>
    public required float[] Trace { get; init; }

    /// <summary>The event-locked average of h.</summary>
    public required AroundEvent Around { get; init; }

    /// <summary>The events of the tune, by step.</summary>
    public required IReadOnlyList<MarkedEvent> Events { get; init; }

    /// <summary>How many of <see cref="Events"/> the unit marks.</summary>
    public int Hits => Events.Count(of => of.Hit);
}
