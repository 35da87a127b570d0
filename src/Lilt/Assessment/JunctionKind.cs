namespace Lilt.Assessment;

/// <summary>How the music comes from one measure to the next across a structural bar.</summary>
internal enum JunctionKind
{
    /// <summary>On across <c>|:</c>, <c>:|</c>, <c>||</c>, <c>|]</c> or a part's start.</summary>
    On,

    /// <summary>From <c>:|</c> back to its section's start.</summary>
    Repeat,

    /// <summary>Into an ending: the last measure before the first ending to the first of any ending.</summary>
    Ending,

    /// <summary>From the tune's end to its start.</summary>
    End,
}
