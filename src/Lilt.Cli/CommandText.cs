using System.CommandLine;
using System.CommandLine.Parsing;
using System.Reflection;
using Lilt.Studies;

namespace Lilt.Cli;

/// <summary>The command line that made a result, as a person types it to make it again.</summary>
internal static class CommandText
{
    /// <summary>The version that stands in every result.</summary>
    public static string Version { get; } =
        typeof(CommandText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>The verb and everything that followed it.</summary>
    public static string Of(ParseResult parsed) => string.Join(' ', parsed.Tokens.Select(token => Word(token.Value)).Prepend("lilt"));

    /// <summary>A word as a shell needs it.</summary>
    public static string Word(string word) => ShellWord.Of(word);
}
