using System.Globalization;
using System.Text;
using Lilt.Network;
using Lilt.WeightFiles.Pickles;

namespace Lilt.WeightFiles;

/// <summary>What a folk-rnn pickle says beside its weights, as texts.</summary>
internal static class FolkRnnFacts
{
    private static readonly HashSet<string> Weights = new(StringComparer.Ordinal) { "param_values", "token2idx" };

    /// <summary>Every entry that is a text, a number or a list of them; of any other entry, what it is.</summary>
    /// <param name="source">The texts take no more room than twice what was read.</param>
    /// <param name="dictionary">The pickle's dictionary.</param>
    public static ModelProvenance Provenance(PickleSource source, PickleDictionary dictionary)
    {
        Dictionary<string, string> facts = new(StringComparer.Ordinal);
        long room = 2 * source.Offset;
        foreach ((object? key, object? value) in dictionary.Entries)
        {
            if (key is not PickleText { Bytes.Length: > 0 and <= 256 } name || Weights.Contains(name.ToString()))
            {
                continue;
            }

            StringBuilder text = new();
            bool isKept = TryAppend(text, value, room, isItem: false);
            room -= text.Length;
            if (!isKept)
            {
                text.Clear()
                    .Append(
                        value is PickleSequence or PickleDictionary or NumpyArray ? "(not kept: more than a list of numbers)" : "(not kept)"
                    );
            }

            if (room < 0)
            {
                break;
            }

            facts[name.ToString()] = text.ToString();
        }

        string? called = facts.GetValueOrDefault("name") ?? facts.GetValueOrDefault("experiment_id");
        return new ModelProvenance(string.IsNullOrWhiteSpace(called) ? Path.GetFileNameWithoutExtension(source.File) : called, facts);
    }

    private static bool TryAppend(StringBuilder text, object? value, long room, bool isItem)
    {
        switch (value)
        {
            case null:
                text.Append("none");
                return true;
            case bool truth:
                text.Append(truth ? "true" : "false");
                return true;
            case long whole:
                text.Append(whole.ToString(CultureInfo.InvariantCulture));
                return true;
            case double number:
                text.Append(Shortest(number));
                return true;
            case PickleText words when words.Bytes.Length <= room - text.Length:
                text.Append(words.ToString());
                return true;
            case NumpyArray { Type: not null, Shape.Count: 0 } array:
                return TryAppend(text, array.ElementAt(0), room, isItem);
            case NumpyArray { Type: not null, Shape.Count: 1 } array when !isItem:
                return TryAppendAll(text, array.Length, array.ElementAt, room);
            case PickleSequence sequence when !isItem:
                return TryAppendAll(text, sequence.Items.Count, k => sequence.Items[k], room);
            default:
                return false;
        }
    }

    private static bool TryAppendAll(StringBuilder text, int count, Func<int, object?> item, long room)
    {
        text.Append('[');
        for (int k = 0; k < count; k++)
        {
            text.Append(k == 0 ? string.Empty : ", ");
            if (text.Length > room || !TryAppend(text, item(k), room, isItem: true))
            {
                return false;
            }
        }

        text.Append(']');
        return true;
    }

    /// <summary>A float32's own shortest text where the double is one.</summary>
    private static string Shortest(double number) =>
        (float)number == number ? ((float)number).ToString(CultureInfo.InvariantCulture) : number.ToString(CultureInfo.InvariantCulture);
}
