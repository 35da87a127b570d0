using System.CommandLine;
using System.CommandLine.Parsing;

namespace Lilt.Cli.Tests.Documents;

/// <summary>A command line of <c>lilt</c> as a document has it.</summary>
/// <param name="Words">What follows the program's name.</param>
/// <param name="Behind">What a shell does with its output, from the <c>|</c> on; null for nothing.</param>
internal sealed record DocumentCommand(IReadOnlyList<string> Words, string? Behind)
{
    /// <summary>How the program is called, in a checkout too.</summary>
    private static readonly string[] Programs = ["lilt ", "dotnet run -c Release --project src/Lilt.Cli -- "];

    /// <summary>The whole of it as a person types it.</summary>
    public string Text => $"lilt {string.Join(' ', Words)}{(Behind is null ? "" : " " + Behind)}";

    /// <summary>The verb's command, or null where the first word is none.</summary>
    public Command? Verb
    {
        get
        {
            Command? found = null;
            foreach (string word in Words)
            {
                if ((found ?? CommandLine.Root()).Subcommands.FirstOrDefault(command => command.Name == word) is not { } next)
                {
                    break;
                }

                found = next;
            }

            return found;
        }
    }

    /// <summary>Whether the parser takes it as it stands.</summary>
    public bool IsWhole => Fault is null;

    /// <summary>What the parser has against it.</summary>
    public string? Fault
    {
        get
        {
            ParseResult parsed = CommandLine.Root().Parse([.. Words]);
            return parsed.Errors.Count > 0 ? parsed.Errors[0].Message : OptionValues.Fault(parsed);
        }
    }

    /// <summary>The commands of a line, one for each way to read <c>midi|wav</c>; none where it calls another program.</summary>
    public static IEnumerable<DocumentCommand> Of(string line)
    {
        string code = line.Split(" # ")[0].Trim();
        if (Programs.FirstOrDefault(program => code.StartsWith(program, StringComparison.Ordinal)) is not { } program)
        {
            return [];
        }

        string[] ends = code[program.Length..].Split(" | ", 2);
        string[] words = [.. CommandLineParser.SplitCommandLine(ends[0])];
        string[][] choices = [.. words.Select(word => word.Split('|'))];
        return Enumerable
            .Range(0, choices.Max(of => of.Length))
            .Select(choice => new DocumentCommand(
                [.. choices.Select(of => of[Math.Min(choice, of.Length - 1)])],
                ends.Length > 1 ? "| " + ends[1] : null
            ));
    }

    /// <summary>The command with an option's value, whether it had the option or not.</summary>
    public DocumentCommand With(string option, string value)
    {
        int at = Words.ToList().IndexOf(option);
        return this with { Words = at < 0 ? [.. Words, option, value] : [.. Words.Take(at + 1), value, .. Words.Skip(at + 2)] };
    }
}
