namespace Lilt.Cli;

/// <summary>What a person typed cannot be used. The message is one line: what, where and what to do.</summary>
internal sealed class InputException(string message) : Exception(message);
