using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lilt.Network;

namespace Lilt.Cli;

/// <summary><c>lilt inspect</c>: what a model file holds.</summary>
internal static class InspectVerb
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string?> file = new("MODEL")
        {
            Description = "A folk-rnn pickle, a safetensors file, or the name of one in a models folder. Default: the shipped model.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string?> model = ModelOption.Create();
        Option<string?> vocabulary = VocabularyOption();
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "inspect",
            "Shows a model's shape, parameters, vocabulary, provenance and hash.\nExample: lilt inspect folkrnn_v2.pkl --json"
        )
        {
            file,
            model,
            vocabulary,
            json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(file) is not null && parsed.GetValue(model) is not null)
            {
                throw new InputException("two models are given: give one, as MODEL or with --model.");
            }

            Model read = ModelOption.Read(parsed.GetValue(file) ?? parsed.GetValue(model), parsed.GetValue(vocabulary));
            TextWriter output = parsed.InvocationConfiguration.Output;
            output.WriteLine(parsed.GetValue(json) ? Json(read) : Text(read));
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>The option for a file that lacks a vocabulary.</summary>
    public static Option<string?> VocabularyOption() =>
        new("--vocabulary")
        {
            Description = "A JSON list of all tokens in index order, for a file that has none of its own.",
            HelpName = "FILE",
        };

    private static string Json(Model model)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, Readable))
        {
            json.WriteStartObject();
            json.WriteNumber("layers", model.Shape.Layers);
            json.WriteNumber("units", model.Shape.Units);
            json.WriteNumber("tokens", model.Shape.Tokens);
            json.WriteNumber("parameters", model.Shape.Parameters);
            json.WriteNumber("initialStateParameters", model.Shape.InitialStateParameters);
            json.WriteString("hash", model.Hash);
            json.WriteStartArray("vocabulary");
            foreach (string text in model.Vocabulary.Texts)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
            json.WriteString("name", model.Provenance.Name);
            json.WriteStartObject("provenance");
            foreach ((string name, string fact) in model.Provenance.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
            {
                json.WriteString(name, fact);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Text(Model model)
    {
        const int LongestFact = 100;
        List<string> lines =
        [
            $"name         {OneLine(model.Provenance.Name)}",
            $"layers       {model.Shape.Layers} of {model.Shape.Units} units",
            $"parameters   {model.Shape.Parameters.ToString("N0", CultureInfo.InvariantCulture)} learned weights and "
                + $"{model.Shape.InitialStateParameters.ToString("N0", CultureInfo.InvariantCulture)} initial-state values",
            $"hash         {model.Hash}",
            $"vocabulary   {model.Shape.Tokens} tokens: {string.Join(' ', model.Vocabulary.Texts.Select(OneLine))}",
        ];
        foreach ((string name, string fact) in model.Provenance.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            string text = OneLine(fact);
            lines.Add($"  {OneLine(name)}: {(text.Length > LongestFact ? text[..LongestFact] + "… (whole with --json)" : text)}");
        }

        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>Text from a file cannot move the cursor of a terminal.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
