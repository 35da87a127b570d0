namespace Lilt.Studies.Causes.Figures;

/// <summary>How a layer passes on that a bar was read.</summary>
public enum BarRoad
{
    /// <summary>It remembers the bar: its memory put back undoes the reset.</summary>
    Remembered,

    /// <summary>It hands the bar up in the very step: held back there, there is no reset.</summary>
    ToldAtOnce,

    /// <summary>It keeps the count itself, and nothing below it does either.</summary>
    ItsOwn,
}
