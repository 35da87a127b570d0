using System.CommandLine;
using System.Text.RegularExpressions;
using Lilt.Assessment;
using Xunit;

namespace Lilt.Cli.Tests;

/// <summary>What <c>--help</c> says of every verb.</summary>
public sealed class HelpTests
{
    public static TheoryData<string> Verbs() => [.. Leaves(CommandLine.Root(), [])];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfAVerb_HasAnExample(string verb) => Assert.Matches($@"Example: lilt .*\b{verb} ", await Help(verb) + " ");

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfAChoice_IsInLowerCase(string verb)
    {
        string help = await Help(verb);
        foreach (Option option in Find(verb).Options)
        {
            string[] names = Choices(option);
            if (names.Length > 0)
            {
                Assert.Contains($"{option.Name} <{string.Join('|', names).ToLowerInvariant()}>", help, StringComparison.Ordinal);
            }

            // In a placeholder or a default, where the parser puts .NET's name by itself.
            Assert.All(names, name => Assert.DoesNotMatch($@"[<|]{name}[|>\]]|\[default: {name}", help));
        }
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Parse_AChoiceInEitherCase_IsTaken(string verb)
    {
        foreach (Option option in Find(verb).Options)
        {
            foreach (string name in Choices(option))
            {
                foreach (string given in (string[])[name, name.ToLowerInvariant(), name.ToUpperInvariant()])
                {
                    ParseResult parsed = CommandLine.Root().Parse([.. verb.Split(' '), option.Name, given]);
                    Assert.Null(OptionValues.Fault(parsed));
                    Assert.DoesNotContain(parsed.Errors, error => error.Message.Contains(given, StringComparison.Ordinal));
                }
            }
        }
    }

    [Fact]
    public void Verbs_OfTheCommandLine_HaveChoices() =>
        Assert.True(Leaves(CommandLine.Root(), []).Sum(verb => Find(verb).Options.Count(option => Choices(option).Length > 0)) >= 6);

    [Fact]
    public async Task Help_OfCount_NamesEveryVerdict()
    {
        string help = await Help("count");

        Assert.All(Enum.GetNames<Verdict>(), name => Assert.Matches($@"\b{Regex.Escape(name.ToLowerInvariant())}\b", help));
    }

    private static IEnumerable<string> Leaves(Command command, string[] names) =>
        command.Subcommands.Count == 0 ? [string.Join(' ', names)] : command.Subcommands.SelectMany(of => Leaves(of, [.. names, of.Name]));

    private static Command Find(string verb) =>
        verb.Split(' ').Aggregate(CommandLine.Root(), (command, name) => command.Subcommands.Single(of => of.Name == name));

    private static string[] Choices(Option option)
    {
        Type type = option.ValueType.GetElementType() ?? option.ValueType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? Enum.GetNames(type) : [];
    }

    private static async Task<string> Help(string verb)
    {
        StringWriter output = new();
        Assert.Equal(
            CommandLine.Done,
            await CommandLine.RunAsync(
                [.. verb.Split(' '), "--help"],
                new InvocationConfiguration { Output = output, Error = TextWriter.Null }
            )
        );
        return output.ToString();
    }
}
