using System.Text.Json;
using System.Text.RegularExpressions;
using Lilt.Files;

namespace Lilt.Studies;

/// <summary>Holds a study's folder against one made again from its own command, number by number and byte by byte.</summary>
public static partial class StudyVerification
{
    private const int MostNamed = 200;

    // Where 'lilt figures' draws unless told otherwise: pictures of the numbers, no numbers.
    private const string Pictures = "figures/";

    /// <summary>What differs, and what only the one made again says.</summary>
    /// <param name="folder">The study.</param>
    /// <param name="again">The one made again.</param>
    public static StudyComparison Compare(string folder, string again)
    {
        Found found = new([], new SortedSet<string>(StringComparer.Ordinal));
        List<string> differences = found.Differences;
        SortedSet<string> names = new(Names(folder).Concat(Names(again)), StringComparer.Ordinal);
        foreach (string name in names)
        {
            string old = Path.Combine(folder, name);
            string made = Path.Combine(again, name);
            if (!File.Exists(made))
            {
                if (name != StudyFolder.Page)
                {
                    differences.Add($"{name}: stands in the study, and was not made again");
                }
            }
            else if (!File.Exists(old))
            {
                if (name != StudyFolder.Page)
                {
                    differences.Add($"{name}: is missing from the study");
                }
            }
            else if (name == StudyFolder.Numbers)
            {
                Compare(name, File.ReadAllBytes(old), File.ReadAllBytes(made), found);
            }
            else if (name == StudyFolder.Page)
            {
                // A page's form is the program's that made it; what it holds of the study are the numbers.
                Compare(name, StudyPage.Numbers(File.ReadAllText(old)), StudyPage.Numbers(File.ReadAllText(made)), found);
            }
            else if (FirstDifference(old, made) is { } at)
            {
                differences.Add($"{name}: differs from byte {at} on");
            }
        }

        return new StudyComparison(differences, [.. found.NewMembers]);
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(name =>
                !name.StartsWith(Pictures, StringComparison.Ordinal) && !name.EndsWith(PlaceLock.Suffix, StringComparison.Ordinal)
            );

    private static void Compare(string name, byte[] old, byte[] made, Found found)
    {
        try
        {
            using JsonDocument one = JsonDocument.Parse(old);
            using JsonDocument other = JsonDocument.Parse(made);
            Compare(one.RootElement, other.RootElement, name + ": ", found);
        }
        catch (JsonException e)
        {
            found.Differences.Add($"{name}: {(name == StudyFolder.Page ? "holds no study" : $"is no JSON ({e.Message.TrimEnd('.')})")}");
        }
    }

    private static void Compare(JsonElement one, JsonElement other, string where, Found found)
    {
        if (found.Differences.Count >= MostNamed)
        {
            return;
        }

        if (one.ValueKind == JsonValueKind.Object && other.ValueKind == JsonValueKind.Object)
        {
            foreach (string name in one.EnumerateObject().Concat(other.EnumerateObject()).Select(member => member.Name).Distinct())
            {
                string at = where.EndsWith(' ') ? where + name : $"{where}.{name}";
                if (!one.TryGetProperty(name, out JsonElement left))
                {
                    found.NewMembers.Add(Entry().Replace(at[(at.IndexOf(' ', StringComparison.Ordinal) + 1)..], "[]"));
                }
                else if (other.TryGetProperty(name, out JsonElement right))
                {
                    Compare(left, right, at, found);
                }
                else
                {
                    found.Differences.Add($"{at}: stands in the study, and was not made again");
                }
            }
        }
        else if (one.ValueKind == JsonValueKind.Array && other.ValueKind == JsonValueKind.Array)
        {
            if (one.GetArrayLength() != other.GetArrayLength())
            {
                found.Differences.Add($"{where}: {one.GetArrayLength()} values, made again {other.GetArrayLength()}");
                return;
            }

            int index = 0;
            foreach ((JsonElement left, JsonElement right) in one.EnumerateArray().Zip(other.EnumerateArray()))
            {
                Compare(left, right, $"{where}[{index++}]", found);
            }
        }
        else if (!Same(one, other))
        {
            found.Differences.Add($"{where}: {Short(one)}, made again {Short(other)}");
        }
    }

    private static bool Same(JsonElement one, JsonElement other) =>
        one.ValueKind == other.ValueKind
        && one.ValueKind switch
        {
            JsonValueKind.Number => one.GetDouble() == other.GetDouble(),
            JsonValueKind.String => one.GetString() == other.GetString(),
            _ => true,
        };

    private static string Short(JsonElement element)
    {
        const int Longest = 60;
        string text = element.GetRawText();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static long? FirstDifference(string old, string made)
    {
        byte[] one = File.ReadAllBytes(old);
        byte[] other = File.ReadAllBytes(made);
        int shared = one.AsSpan().CommonPrefixLength(other);
        return shared == one.Length && shared == other.Length ? null : shared;
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Entry();

    private readonly record struct Found(List<string> Differences, SortedSet<string> NewMembers);
}
