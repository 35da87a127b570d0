using System.CommandLine;
using Lilt.Network;
using Lilt.WeightFiles;

namespace Lilt.Cli;

/// <summary><c>lilt convert</c>: a model from any format that Lilt reads to Lilt's safetensors.</summary>
internal static class ConvertVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> from = new("IN")
        {
            Description = "A folk-rnn pickle, a PyTorch nn.LSTM state in safetensors, or Lilt's safetensors.",
        };
        Argument<string> to = new("OUT") { Description = "The safetensors file to write; it is replaced when the new one is whole." };
        Option<string?> vocabulary = InspectVerb.VocabularyOption();
        Option<bool> half = new("--half") { Description = "Keep float16: half the size, weights rounded to the nearest, another hash." };
        Command command = new(
            "convert",
            "Writes a model as Lilt's safetensors.\nExample: lilt convert folkrnn_v2.pkl folkrnn_v2.safetensors"
        )
        {
            from,
            to,
            vocabulary,
            half,
        };
        command.SetAction(parsed =>
        {
            string target = parsed.GetRequiredValue(to);
            string source = ModelOption.Find(parsed.GetRequiredValue(from));
            if (Path.GetFullPath(source) == Path.GetFullPath(target))
            {
                throw new InputException($"'{target}' would replace the file that is read: give another name for OUT.");
            }

            Model model = ModelFile.Read(source, parsed.GetValue(vocabulary));
            Write(model, target, parsed.GetValue(half) ? WeightPrecision.Half : WeightPrecision.Full);
            string hash = ModelFile.Read(target).Hash;
            string rounded = hash == model.Hash ? string.Empty : $" (weights rounded to float16; before: {model.Hash})";
            parsed.InvocationConfiguration.Error.WriteLine($"{target}: {model.Shape}, hash {hash}{rounded}");
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(Model model, string target, WeightPrecision precision)
    {
        try
        {
            ModelFile.Write(model, target, precision);
        }
        catch (WeightRangeException e)
        {
            throw new InputException($"{target}: {e.Message} Write float32, without --half.");
        }
    }
}
