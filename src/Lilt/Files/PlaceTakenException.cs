namespace Lilt.Files;

/// <summary>Another process, or another part of this one, is writing the same file or folder. The message says what to do.</summary>
public sealed class PlaceTakenException(string message) : IOException(message);
