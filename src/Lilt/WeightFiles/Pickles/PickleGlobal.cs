namespace Lilt.WeightFiles.Pickles;

/// <summary>
/// The names that a pickle may call, all of them. None is looked up or run: each stands for one thing that the machine builds.
/// </summary>
internal enum PickleGlobal
{
    /// <summary>Makes an empty array, filled by BUILD.</summary>
    Reconstruct,

    /// <summary>The class of arrays.</summary>
    Array,

    /// <summary>Makes an element type, described by BUILD.</summary>
    Type,

    /// <summary>Makes a number from an element type and its bytes.</summary>
    Scalar,

    /// <summary>Makes an array from bytes, as protocol 5 does.</summary>
    FromBuffer,

    /// <summary>Makes bytes of a Latin-1 text, as Python 3 does in protocol 2.</summary>
    Encode,

    /// <summary>Makes empty bytes, as Python 3 does in protocol 2.</summary>
    EmptyBytes,
}
