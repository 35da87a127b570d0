namespace Lilt.Studio.Sessions;

/// <summary>Whether texts of a session's file can be what they stand for.</summary>
internal static class FileText
{
    private const int HashLength = 64;

    /// <summary>Whether it is a text of one line that is not empty.</summary>
    public static bool IsName(string? text, int longest) => text is { Length: > 0 } && text.Length <= longest && !text.Any(char.IsControl);

    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Whether it can be what tunes begin with; tokens are longer than what a person types.</summary>
    public static bool IsPrime(string text, StudioBounds bounds) => text.Length <= bounds.TextLength * 2 && !text.Any(char.IsControl);
}
