using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lilt.Files;

/// <summary>What stands beside an unfinished file: what its run was asked for, and how far it came.</summary>
/// <param name="Settings">What decides the file's bytes, by name.</param>
/// <param name="Origin">What the run gave as its origin.</param>
/// <param name="Parts">How many parts are whole.</param>
/// <param name="Bytes">Where the last of them ends.</param>
/// <param name="Note">What was said with it.</param>
/// <param name="JournalBytes">Where its line in the journal ends.</param>
internal sealed record UnfinishedJournal(
    IReadOnlyDictionary<string, string> Settings,
    string Origin,
    int Parts,
    long Bytes,
    string Note,
    long JournalBytes
)
{
    private const string Format = "lilt unfinished 1";
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the journal of an unfinished file; null where there is none, or none that can be read.</summary>
    public static UnfinishedJournal? Find(string unfinished, string path)
    {
        if (!File.Exists(unfinished) || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return Read(File.ReadAllBytes(path), new FileInfo(unfinished).Length);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The first line.</summary>
    public static string Head(IReadOnlyList<KeyValuePair<string, string>> settings, string origin) =>
        Text(json =>
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("origin", origin);
            json.WriteStartObject("settings");
            foreach ((string name, string value) in settings)
            {
                json.WriteString(name, value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        });

    /// <summary>The line of a whole part.</summary>
    public static string Line(int parts, long bytes, string note) =>
        Text(json =>
        {
            json.WriteStartArray();
            json.WriteNumberValue(parts);
            json.WriteNumberValue(bytes);
            json.WriteStringValue(note);
            json.WriteEndArray();
        });

    /// <exception cref="FormatException">The run was asked for something else.</exception>
    public void ThrowUnlessOf(IReadOnlyList<KeyValuePair<string, string>> settings, string path)
    {
        foreach ((string name, string value) in settings)
        {
            string was = Settings.GetValueOrDefault(name, string.Empty);
            if (was != value)
            {
                throw new FormatException(
                    $"{path}: the unfinished run has the {name} {Short(was)}, and this one {Short(value)}. Go on with the options that it began with, or leave --resume out to begin again."
                );
            }
        }
    }

    private static UnfinishedJournal? Read(byte[] journal, long length)
    {
        int end = Array.IndexOf(journal, (byte)'\n');
        if (end < 0)
        {
            return null;
        }

        JournalHead? head = JsonSerializer.Deserialize(journal.AsSpan(0, end), JournalJson.Default.JournalHead);
        if (head?.Format != Format)
        {
            return null;
        }

        UnfinishedJournal found = new(head.Settings, head.Origin, 0, 0, string.Empty, end + 1);

        // A line without its end was being written when the run was killed; a part that is not all there was lost with the power.
        for (int from = end + 1; Array.IndexOf(journal, (byte)'\n', from) is >= 0 and int to; from = to + 1)
        {
            using JsonDocument line = JsonDocument.Parse(journal.AsMemory(from, to - from));
            if (!IsPart(line.RootElement, out int parts, out long bytes, out string note))
            {
                return null;
            }

            if (bytes > length)
            {
                break;
            }

            found = found with { Parts = parts, Bytes = bytes, Note = note, JournalBytes = to + 1 };
        }

        return found;
    }

    private static bool IsPart(JsonElement line, out int parts, out long bytes, out string note)
    {
        parts = 0;
        bytes = 0;
        note = string.Empty;
        if (line.ValueKind != JsonValueKind.Array || line.GetArrayLength() != 3 || line[2].ValueKind != JsonValueKind.String)
        {
            return false;
        }

        note = line[2].GetString()!;
        return line[0].ValueKind == JsonValueKind.Number
            && line[0].TryGetInt32(out parts)
            && line[1].ValueKind == JsonValueKind.Number
            && line[1].TryGetInt64(out bytes);
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Plain))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static string Short(string value)
    {
        const int Longest = 60;
        return value.Length == 0 ? "none"
            : value.Length <= Longest ? $"'{value}'"
            : $"'{value[..Longest]}…'";
    }
}
