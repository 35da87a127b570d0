using System.CommandLine;
using System.Globalization;
using Lilt.Generation;

namespace Lilt.Cli;

/// <summary>The options of a command line by their names; one that its command lacks was not given.</summary>
internal sealed class ParsedOptions(ParseResult parsed) : IAskedOptions
{
    public string Spelling(string name) => "--" + name;

    public string? Text(string name) =>
        Option<double[]>(name) is { } numbers
            ? parsed.GetValue(numbers) is { Length: > 0 } given
                ? string.Join(' ', given.Select(number => number.ToString(CultureInfo.InvariantCulture)))
                : null
            : Option<string>(name) is { } text
                ? parsed.GetValue(text)
                : null;

    public long Whole(string name, long usual, long least, long most) =>
        WholeNumber.InRange(Spelling(name), Value<long>(name) ?? Value<int>(name) ?? usual, least, most);

    public double Number(string name, double usual) => Value<double>(name) ?? usual;

    public TChoice Choice<TChoice>(string name, TChoice usual)
        where TChoice : struct, Enum => Value<TChoice>(name) ?? usual;

    public bool Flag(string name) => Value<bool>(name) ?? false;

    public void Remark(string sentence) => parsed.InvocationConfiguration.Error.WriteLine(sentence);

    public Exception Fault(string sentence) => new InputException(sentence);

    private T? Value<T>(string name)
        where T : struct => Option<T>(name) is { } option ? parsed.GetValue(option) : null;

    private Option<T>? Option<T>(string name) =>
        parsed.CommandResult.Command.Options.OfType<Option<T>>().FirstOrDefault(option => option.Name == Spelling(name));
}
