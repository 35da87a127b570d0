namespace Lilt.Studies;

/// <summary>A word of a command line as a POSIX shell needs it.</summary>
public static class ShellWord
{
    private const string Quoted = " \"'$*?|&;<>()[]{}\\`!#~\t\n\r";

    /// <summary>The word, in single quotes where it needs them.</summary>
    public static string Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return word.Length > 0 && !word.Any(letter => Quoted.Contains(letter, StringComparison.Ordinal))
            ? word
            : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
