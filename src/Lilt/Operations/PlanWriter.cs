using System.Text.Json;
using Lilt.Network;
using Lilt.Randomness;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>Writes the members of one object of a plan's JSON.</summary>
/// <param name="json">Where to.</param>
/// <param name="forReading">Whether it must be read again; else <see cref="InMemory"/> stands for what only memory holds.</param>
internal sealed class PlanWriter(Utf8JsonWriter json, bool forReading) : IPlanMembers
{
    /// <summary>What stands for values from memory in the account of a plan.</summary>
    public const string InMemory = "(in memory)";

    public PlanFormatException Fault(string what) => new($"an operation {what}");

    public string Text(string name, string? value)
    {
        json.WriteString(name, value);
        return value!;
    }

    public TChoice Choice<TChoice>(string name, TChoice? value, TChoice usual)
        where TChoice : struct, Enum
    {
        if (!value!.Value.Equals(usual))
        {
            json.WriteString(name, value.Value.ToString().ToLowerInvariant());
        }

        return value.Value;
    }

    public int Whole(string name, int? value)
    {
        json.WriteNumber(name, value!.Value);
        return value.Value;
    }

    public int? OptionalWhole(string name, int? value) => value is null ? null : Whole(name, value);

    public bool Flag(string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }

        return value;
    }

    public Seed Seed(string name, Seed value)
    {
        json.WriteNumber(name, value.Value);
        return value;
    }

    public Site Site(string name, Site? value)
    {
        json.WriteString(name, value!.Value.ToString());
        return value.Value;
    }

    public SiteSet Sites(string name, SiteSet? value)
    {
        if (value!.Sites is [var one])
        {
            Site(name, one);
        }
        else
        {
            Texts(name, [.. value.Sites.Select(site => site.ToString())]);
        }

        return value;
    }

    public string? OptionalText(string name, string? value) => value is null ? null : Text(name, value);

    public IReadOnlyList<string> Texts(string name, IReadOnlyList<string>? value)
    {
        json.WriteStartArray(name);
        foreach (string text in value!)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
        return value;
    }

    public IReadOnlyList<string>? OptionalTexts(string name, IReadOnlyList<string>? value) => value is null ? null : Texts(name, value);

    public IReadOnlyList<double> Numbers(string name, IReadOnlyList<double>? value, IReadOnlyList<double>? usual = null)
    {
        json.WritePropertyName(name);
        if (value is [double one])
        {
            json.WriteNumberValue(one);
            return value;
        }

        json.WriteStartArray();
        foreach (double number in value!)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
        return value;
    }

    public bool IsInMemory(string name, object? from)
    {
        if (from is not null)
        {
            if (forReading)
            {
                throw new InvalidOperationException(
                    "The plan takes values from memory, which its JSON cannot hold, so it has neither JSON nor hash. Write the recording to an .npz file with RecordingWriter and give the file's name as Recording."
                );
            }

            json.WriteString(name, InMemory);
        }

        return from is not null;
    }

    public IReadOnlyDictionary<string, double> NumbersByToken(string name, IReadOnlyDictionary<string, double>? value)
    {
        json.WriteStartObject(name);
        foreach ((string token, double number) in value!.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (double.IsNegativeInfinity(number))
            {
                json.WriteString(token, PlanReader.MinusInfinity);
            }
            else
            {
                json.WriteNumber(token, number);
            }
        }

        json.WriteEndObject();
        return value!;
    }

    public StepRange? Steps(string name, StepRange? value, StepRange? usual)
    {
        if (value is not { } range || value == usual)
        {
            return value;
        }

        json.WriteStartArray(name);
        json.WriteNumberValue(range.First);
        if (range.Last is { } last)
        {
            json.WriteNumberValue(last);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndArray();
        return value;
    }

    public UnitSet Units(string name, UnitSet? value)
    {
        if (value!.Tokens is { } tokens)
        {
            Texts(name, tokens);
        }
        else if (value.Units is { } numbers)
        {
            json.WriteStartArray(name);
            foreach (int unit in numbers)
            {
                json.WriteNumberValue(unit);
            }

            json.WriteEndArray();
        }
        else
        {
            json.WriteString(name, PlanReader.AllUnits);
        }

        return value;
    }
}
