namespace Lilt.Studio.Sessions;

/// <summary>Makes or renames a session.</summary>
/// <param name="Name">1 to 200 characters, no control characters.</param>
public sealed record SessionName(string Name);
