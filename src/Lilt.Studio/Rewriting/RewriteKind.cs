namespace Lilt.Studio.Rewriting;

/// <summary>What is written of a tune again.</summary>
public enum RewriteKind
{
    /// <summary>Some measures, between what stands before and after.</summary>
    Bars,

    /// <summary>An end, from a measure on, so that its section has as many measures as asked for and closes.</summary>
    Ending,

    /// <summary>Its last two measures, so that it closes otherwise.</summary>
    OtherEnding,

    /// <summary>All from a measure on, to the end.</summary>
    Continue,

    /// <summary>Nothing: what goes over a range is moved by octaves.</summary>
    Octaves,
}
