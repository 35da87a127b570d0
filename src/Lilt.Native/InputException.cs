namespace Lilt.Native;

/// <summary>What the caller gave cannot be used. The message is one line: what, where and what to do.</summary>
internal sealed class InputException(string message) : Exception(message);
