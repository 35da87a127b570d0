using System.Globalization;
using System.Text.Json;
using Lilt.Generation;

namespace Lilt.Native;

/// <summary>Options by name, each a text as a person would type it; one that nobody asked for is an error.</summary>
internal sealed class NamedOptions : IAskedOptions
{
    private readonly Dictionary<string, string> given;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="json">An object of texts, in the order in which they were given.</param>
    public NamedOptions(string json) => given = JsonSerializer.Deserialize(json, OptionJson.Default.DictionaryStringString) ?? [];

    /// <summary>The names that were given, in their order.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => given;

    public string Spelling(string name) => name;

    /// <summary>A text; null where it was not given.</summary>
    public string? Text(string name)
    {
        known.Add(name);
        return given.GetValueOrDefault(name);
    }

    /// <summary>A whole number in a range.</summary>
    /// <exception cref="InputException">It is none, or outside the range.</exception>
    public long Whole(string name, long usual, long least, long most)
    {
        if (Text(name) is not { } text)
        {
            return usual;
        }

        if (text.Length == 0 || text.TrimStart('-').Any(letter => !char.IsAsciiDigit(letter)))
        {
            throw new InputException($"{name} is a whole number, and {text} is none.");
        }

        return
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
            && value >= least
            && value <= most
            ? value
            : throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"{name} is from {least} to {most}, and {text} is not.")
            );
    }

    /// <summary>A number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public double Number(string name, double usual) =>
        Text(name) is not { } text ? usual
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
        : throw new InputException($"{name} is a number, and {text} is none.");

    /// <summary>A choice, in lower case as the command line has it.</summary>
    /// <exception cref="InputException">It is not among them.</exception>
    public TChoice Choice<TChoice>(string name, TChoice usual)
        where TChoice : struct, Enum
    {
        if (Text(name) is not { } text)
        {
            return usual;
        }

        string[] names = [.. Enum.GetNames<TChoice>().Select(choice => choice.ToLowerInvariant())];
        int at = Array.IndexOf(names, text);
        return at >= 0
            ? Enum.GetValues<TChoice>()[at]
            : throw new InputException($"{name} is one of {string.Join(", ", names)}, and {text} is not.");
    }

    /// <summary>Whether something is asked for.</summary>
    public bool Flag(string name) => Text(name) is "True" or "true";

    /// <summary>What was worth saying of them; null where nothing was.</summary>
    public string? Said { get; private set; }

    public void Remark(string sentence) => Said = sentence;

    public Exception Fault(string sentence) => new InputException(sentence);

    /// <summary>Called when all were read.</summary>
    /// <exception cref="InputException">One was given that means nothing.</exception>
    public void ThrowIfUnread()
    {
        if (given.Keys.FirstOrDefault(name => !known.Contains(name)) is { } unread)
        {
            throw new InputException($"'{unread}' is no option here: there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.");
        }
    }
}
