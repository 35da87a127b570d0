namespace Lilt.Planting;

/// <summary>What a unit of a network made to order is there for.</summary>
public enum PlantedRole
{
    /// <summary>Remembers the pitches read and mixes them at random; says which pitches come, nothing of when a bar does.</summary>
    Bustle,

    /// <summary>Keeps the header, the tune's end and the token after a bar in order; not part of the counting.</summary>
    Grammar,

    /// <summary>Counts notes from the bar on.</summary>
    Counter,

    /// <summary>Shows that a count is full, or not yet: what the measure token's logit reads.</summary>
    Detector,

    /// <summary>Repeats the measure token, without memory, and so sets counters back.</summary>
    Relay,

    /// <summary>Answers the measure token and dies away; nothing that counts reads it.</summary>
    Echo,

    /// <summary>Follows counters, smoothly; nothing that counts reads it.</summary>
    Shadow,

    /// <summary>Always 0. Weights into its shut gate do nothing: they make units of one layer alike in strength.</summary>
    Silent,

    /// <summary>Remembers which meter was read.</summary>
    Meter,

    /// <summary>Shows a count of the layer below, without memory.</summary>
    Copy,

    /// <summary>Keeps a count of its own that beats strongly, and that nothing reads.</summary>
    Idle,

    /// <summary>Always on; makes measure tokens likelier, and the bias takes it back.</summary>
    Booster,

    /// <summary>Always on; what counts needs it, though it tells nothing.</summary>
    Mean,
}
