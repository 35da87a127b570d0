namespace Lilt.Native;

/// <summary>What kind of thing went wrong: the status of every call that failed. 0 is none.</summary>
internal enum FaultKind
{
    /// <summary>An argument is outside what it may be.</summary>
    Input = 1,

    /// <summary>A file or a text cannot be read as what it should be.</summary>
    Format = 2,

    /// <summary>A plan cannot be read, or does not fit the network.</summary>
    Plan = 3,

    /// <summary>There is no such file or folder.</summary>
    Missing = 4,

    /// <summary>The system refuses to read or write there.</summary>
    Place = 5,

    /// <summary>The study cannot be made, or not there.</summary>
    Study = 6,

    /// <summary>The memory is used up.</summary>
    Memory = 7,

    /// <summary>The caller stopped it.</summary>
    Stopped = 8,

    /// <summary>A fault of Lilt itself.</summary>
    Own = 9,
}
