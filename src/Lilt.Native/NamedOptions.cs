using System.Globalization;
using System.Text.Json;
using Lilt.Randomness;

namespace Lilt.Native;

/// <summary>Options by name, each a text as a person would type it; one that nobody asked for is an error.</summary>
internal sealed class NamedOptions
{
    private const int MostThreads = 1024;

    private readonly Dictionary<string, string> given;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <param name="json">An object of texts, in the order in which they were given.</param>
    public NamedOptions(string json) => given = JsonSerializer.Deserialize(json, OptionJson.Default.DictionaryStringString) ?? [];

    private NamedOptions(Dictionary<string, string> given) => this.given = given;

    /// <summary>The names that were given, in their order.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => given;

    /// <summary>Some of them, for one who asks for these alone.</summary>
    public NamedOptions Only(params string[] names)
    {
        known.UnionWith(names);
        return new NamedOptions(given.Where(pair => names.Contains(pair.Key)).ToDictionary());
    }

    /// <summary>A text; null where it was not given.</summary>
    public string? Find(string name)
    {
        known.Add(name);
        return given.GetValueOrDefault(name);
    }

    /// <summary>A whole number in a range.</summary>
    /// <exception cref="InputException">It is none, or outside the range.</exception>
    public long Whole(string name, long usual, long least, long most)
    {
        if (Find(name) is not { } text)
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
        Find(name) is not { } text ? usual
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value
        : throw new InputException($"{name} is a number, and {text} is none.");

    /// <summary>A choice, in lower case as the command line has it.</summary>
    /// <exception cref="InputException">It is not among them.</exception>
    public TChoice Choice<TChoice>(string name, TChoice usual)
        where TChoice : struct, Enum
    {
        if (Find(name) is not { } text)
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
    public bool Flag(string name) => Find(name) is "True" or "true";

    /// <summary>A seed.</summary>
    /// <exception cref="InputException">It is outside its range.</exception>
    public Seed Seed() => (uint)Whole("seed", 42, 0, Randomness.Seed.Largest);

    /// <summary>Over 0.</summary>
    /// <exception cref="InputException">It is not.</exception>
    public float Temperature()
    {
        double temperature = Number("temperature", 1);
        return (float)temperature > 0 && float.IsFinite((float)temperature)
            ? (float)temperature
            : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"temperature is over 0, and {temperature} is not."));
    }

    /// <summary>How many threads; all processors where none is said.</summary>
    /// <exception cref="InputException">It is outside its range.</exception>
    public int Threads() => (int)Whole("threads", Environment.ProcessorCount, 1, MostThreads);

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
