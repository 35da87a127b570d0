using System.Text.Json;

namespace Lilt.WeightFiles;

/// <summary>Texts of a JSON document of unknown origin.</summary>
internal static class JsonTexts
{
    /// <summary>The text or name that a reader stands at.</summary>
    /// <exception cref="JsonException">It is no Unicode: half a surrogate pair, or bytes that are no UTF-8.</exception>
    public static string Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            // At a text this is the reader's one way to say so.
            throw new JsonException("A text is no Unicode.", e);
        }
    }
}
