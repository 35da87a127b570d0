using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Lilt.Cli;

/// <summary>Looks at what options and arguments were given before anything is done with it.</summary>
/// <remarks>The parser names .NET's types where it cannot read a value, takes 7 for the name of a choice, and 0,5 for 5.</remarks>
internal static class OptionValues
{
    /// <summary>The first value that is not what its option or argument takes, as a sentence; null where all are.</summary>
    public static string? Fault(ParseResult parsed)
    {
        foreach (SymbolResult given in parsed.CommandResult.Children)
        {
            (string name, Type type, string help) = given switch
            {
                OptionResult option => (option.Option.Name, option.Option.ValueType, option.Option.HelpName ?? string.Empty),
                ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType, argument.Argument.Name),
                _ => (string.Empty, typeof(string), string.Empty),
            };
            foreach (Token token in given.Tokens)
            {
                if (Missing(type, help, token.Value) is { } expected)
                {
                    return $"{name} is '{token.Value}': give {expected}.";
                }
            }
        }

        return null;
    }

    private static string? Missing(Type type, string help, string value)
    {
        type = type.GetElementType() ?? type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            string[] names = [.. Enum.GetNames(type).Select(name => name.ToLowerInvariant())];
            return names.Contains(value.ToLowerInvariant()) ? null : string.Join(", ", names[..^1]) + " or " + names[^1];
        }

        if (type == typeof(int) || type == typeof(long))
        {
            bool isWhole =
                type == typeof(int)
                    ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _)
                    : long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
            return isWhole ? null : "a whole number that is none too large";
        }

        if (type == typeof(double))
        {
            return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                ? null
                : "a number, with a point before its decimals";
        }

        bool namesAPlace =
            help.StartsWith("FILE", StringComparison.Ordinal)
            || help.StartsWith("DIR", StringComparison.Ordinal)
            || help is "MODEL" or "CORPUS" or "REC" or "IN" or "OUT";
        return namesAPlace && value.Length == 0 ? "a name" : null;
    }
}
