namespace Lilt.Notation;

/// <summary>The mode of a key.</summary>
public enum Mode
{
    /// <summary>Major, Ionian.</summary>
    Major,

    /// <summary>Natural minor, Aeolian.</summary>
    Minor,

    /// <summary>Dorian.</summary>
    Dorian,

    /// <summary>Mixolydian.</summary>
    Mixolydian,

    /// <summary>Phrygian.</summary>
    Phrygian,

    /// <summary>Lydian.</summary>
    Lydian,

    /// <summary>Locrian.</summary>
    Locrian,

    /// <summary>None is stated: <c>K:none</c>, the Highland pipes' <c>K:HP</c> and <c>K:Hp</c>, <c>exp</c>.</summary>
    None,
}
