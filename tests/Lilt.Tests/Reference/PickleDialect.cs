namespace Lilt.Tests.Reference;

/// <summary>Who wrote a pickle: what its texts, bytes, names and arrays look like.</summary>
public enum PickleDialect
{
    /// <summary>Python 2, protocol 2: byte strings.</summary>
    Python2,

    /// <summary>Python 3, protocol 2: bytes as Latin-1 texts to be encoded.</summary>
    Python3Protocol2,

    /// <summary>Python 3, protocol 3, NumPy 1: what folkrnn.org's server keeps.</summary>
    Protocol3,

    /// <summary>Python 3, protocol 4, NumPy 2: frames, names on the stack.</summary>
    Protocol4,

    /// <summary>Python 3, protocol 5, NumPy 2: arrays from byte arrays.</summary>
    Protocol5,
}
