namespace Lilt.Benchmarks;

/// <summary>A program that is measured ended with a failure: its library may not run on this processor.</summary>
internal sealed class ScriptFailedException(string message) : Exception(message);
