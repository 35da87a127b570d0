namespace Lilt.Notation;

/// <summary>The seven letters of notes, counted from C as octaves are.</summary>
public enum Letter
{
    /// <summary>C.</summary>
    C,

    /// <summary>D.</summary>
    D,

    /// <summary>E.</summary>
    E,

    /// <summary>F.</summary>
    F,

    /// <summary>G.</summary>
    G,

    /// <summary>A.</summary>
    A,

    /// <summary>B.</summary>
    B,
}
