namespace Lilt.Studies.Causes.Interchange;

/// <summary>What of a layer's memory is interchanged.</summary>
public enum StatePart
{
    /// <summary>c and h.</summary>
    Both,

    /// <summary>h alone.</summary>
    Hidden,

    /// <summary>c alone.</summary>
    Cell,
}
