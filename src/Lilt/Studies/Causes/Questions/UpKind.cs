namespace Lilt.Studies.Causes.Questions;

/// <summary>Whose output is handed up, and where.</summary>
internal enum UpKind
{
    /// <summary>That of a boundary, in the middle of a measure.</summary>
    BoundaryToMiddle,

    /// <summary>That of another middle, in the middle of a measure: a sham.</summary>
    Sham,

    /// <summary>That of the middle of a measure, at a boundary.</summary>
    MiddleToBoundary,
}
