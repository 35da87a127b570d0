namespace Lilt.Robustness.Damaged;

/// <summary>A damaged file was taken for what it is not.</summary>
internal sealed class WronglyTakenException(string message) : Exception(message);
