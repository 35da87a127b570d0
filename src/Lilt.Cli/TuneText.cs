using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary>Generated tunes as text, one after another.</summary>
/// <param name="format">The form.</param>
/// <param name="model">Who wrote them.</param>
/// <param name="key">The key to write ABC in; null for the tunes' own.</param>
internal sealed class TuneText(TuneFormats format, Model model, Tonic? key)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands before the first tune.</summary>
    public string Head => format == TuneFormats.Json ? "[" : string.Empty;

    /// <summary>What stands after the last tune.</summary>
    public string Foot => format == TuneFormats.Json ? "]\n" : string.Empty;

    /// <summary>One tune, with what parts it from the one before.</summary>
    public string Of(GeneratedTune tune, bool isFirst)
    {
        IEnumerable<string> tokens = tune.Tokens.Select(token => model.Vocabulary[token]);
        return format switch
        {
            TuneFormats.Tokens => string.Join(' ', tokens) + "\n",
            TuneFormats.Json => (isFirst ? string.Empty : ",\n ") + Json(tune, tokens),
            _ => Abc(
                tokens,
                key,
                tune.Index + 1,
                string.Create(CultureInfo.InvariantCulture, $"{model.Provenance.Name}, seed {tune.Seed}")
            ),
        };
    }

    /// <summary>A tune's tokens in ABC, an empty line after them. What cannot be moved to another key stays in its own, and says so.</summary>
    /// <param name="tokens">The tune.</param>
    /// <param name="key">The key; null for the tune's own.</param>
    /// <param name="number">What follows <c>X:</c>.</param>
    /// <param name="title">What follows <c>T:</c>.</param>
    /// <param name="writtenIn">The tonic of the notation that the tokens were made of; null where a model wrote them.</param>
    public static string Abc(IEnumerable<string> tokens, Tonic? key, int number, string title, Tonic? writtenIn = null)
    {
        Tune read = TuneReader.Read(string.Join(' ', tokens)).Tunes[0];
        string remark = string.Empty;
        if (key is { } tonic)
        {
            TransposedTune moved = Transposer.To(read, tonic, writtenIn);
            read = moved.Tune ?? read;
            remark = moved.Reason is { } reason ? $"% not moved to {tonic}: {reason}\n" : string.Empty;
        }

        return remark
            + AbcWriter.Write(read, new AbcHeading { Number = number.ToString(CultureInfo.InvariantCulture), Title = title })
            + "\n";
    }

    private static string Json(GeneratedTune tune, IEnumerable<string> tokens)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteNumber("seed", tune.Seed.Value);
            json.WriteStartArray("tokens");
            foreach (string token in tokens)
            {
                json.WriteStringValue(token);
            }

            json.WriteEndArray();
            json.WriteBoolean("cut", tune.EndsAtLimit);
            json.WriteNumber("nearDraws", tune.NearDraws);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
