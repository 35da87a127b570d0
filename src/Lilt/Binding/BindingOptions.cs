using Lilt.Randomness;

namespace Lilt.Binding;

/// <summary>How units are tested for being bound to an event.</summary>
public sealed record BindingOptions
{
    /// <summary>The defaults.</summary>
    public static readonly BindingOptions Default = new();

    /// <summary>How many times the event trains are shifted; 9,999 unless set, so that the smallest p is 0.0001.</summary>
    public int Shifts { get; init; } = 9_999;

    /// <summary>The seed of the shifts.</summary>
    public Seed Seed { get; init; } = 1;

    /// <summary>Bind |h| in place of h: a unit may mark an event by silence, or by either sign.</summary>
    public bool Rectify { get; init; }
}
