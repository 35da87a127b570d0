using Lilt.Notation.Elements;

namespace Lilt.Notation.Abc;

/// <summary>What <c>U:</c> lets the letters of a tune stand for. Source: ABC 2.1, 4.16.</summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<char, string> meanings = [];

    /// <summary>Whether a letter was given a meaning, were it none.</summary>
    public bool Defines(char letter) => meanings.ContainsKey(letter);

    /// <summary>What a letter stands for; null where it was given no meaning, or none any longer.</summary>
    public TuneElement? Element(SourcePosition position, char letter) =>
        !meanings.TryGetValue(letter, out string? meaning) || meaning is "" or "!nil!" or "!none!" ? null
        : meaning[0] == '"' ? new Annotation(position, meaning.Trim('"'))
        : new Decoration(position, meaning.Trim('!', '+'));

    /// <summary>Reads what follows <c>U:</c>.</summary>
    /// <returns>What is wrong with it, a whole sentence; null where nothing is.</returns>
    public string? Define(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string letter = (equals < 0 ? text : text[..equals]).Trim();
        string meaning = equals < 0 ? string.Empty : text[(equals + 1)..].Trim();
        if (letter.Length != 1 || !(letter[0] is '~' || char.ToUpperInvariant(letter[0]) is >= 'H' and <= 'Y') || meaning.Length == 0)
        {
            return "A symbol is a letter from H to W or h to w, or ~, with its meaning, as U:T=!trill!; this one is left out.";
        }

        meanings[letter[0]] = meaning;
        return null;
    }
}
