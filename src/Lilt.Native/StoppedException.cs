namespace Lilt.Native;

/// <summary>The work was stopped; the message says what is kept and how to go on.</summary>
internal sealed class StoppedException(string message) : OperationCanceledException(message);
