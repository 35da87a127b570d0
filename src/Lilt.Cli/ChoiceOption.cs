using System.CommandLine;

namespace Lilt.Cli;

/// <summary>Options that take one of an enumeration's values by its name in lower case; without one they have the first.</summary>
internal static class ChoiceOption
{
    /// <summary>Makes an option.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="description">What it does. The first value is what it is by default, which the parser would show under .NET's name: the
    /// description says so.</param>
    public static Option<T> Create<T>(string name, string description)
        where T : struct, Enum => new(name) { Description = description, HelpName = Names<T>() };

    /// <summary>The choices as the help shows them.</summary>
    public static string Names<T>()
        where T : struct, Enum => string.Join('|', Enum.GetValues<T>().Select(value => JsonText.Name(value)));
}
