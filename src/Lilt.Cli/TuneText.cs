using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary>Generated tunes as text, one after another.</summary>
internal sealed class TuneText(TuneFormats format, Model model)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
            _ => throw new NotSupportedException(),
        };
    }

    private static string Json(GeneratedTune tune, IEnumerable<string> tokens) => JsonSerializer.Serialize(
        new { seed = tune.Seed, tokens, cut = tune.IsCut, nearDraws = tune.NearDraws }, Plain);
}
