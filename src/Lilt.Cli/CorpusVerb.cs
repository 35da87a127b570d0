using System.CommandLine;
using Lilt.Notation;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary><c>lilt corpus</c>: ABC files to a training corpus.</summary>
internal static class CorpusVerb
{
    private static readonly Tonic C = new(Letter.C, 0);
    private static readonly Tonic CSharp = new(Letter.C, 1);

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> files = TuneFiles.Create();
        Option<CorpusFormat> format = ChoiceOption.Create<CorpusFormat>(
            "--format",
            "v2 (default): two header lines and a line of tokens; v3: one tune a line, every accidental written, each tune in C and in C sharp."
        );
        Option<string?> output = new("--out") { Description = "Write to a file in place of standard output.", HelpName = "FILE" };
        Option<bool> all = new("--all-reasons") { Description = "Name every tune that is left out, not only their numbers." };
        Command command = new(
            "corpus",
            "Makes a training corpus of ABC files: folk-rnn's tokens, every tune transposed to C in its mode. Says on standard error what is left out and why.\n"
                + "Example: lilt corpus session.abc --format v2 --out corpus.txt"
        )
        {
            files,
            format,
            output,
            all,
        };
        command.SetAction(parsed =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            CorpusReport report = new();
            List<string> texts = [];
            foreach (string file in TuneFiles.Existing(parsed.GetRequiredValue(files)))
            {
                TuneFiles.Read(file, error, tune => Take(tune, file, parsed.GetValue(format), texts, report));
            }

            if (parsed.GetValue(output) is { } path)
            {
                TextFile.Replace(path, writer => texts.ForEach(writer.Write));
            }
            else
            {
                texts.ForEach(parsed.InvocationConfiguration.Output.Write);
            }

            report.Write(error, parsed.GetValue(all));
            return report.Taken > 0 ? CommandLine.Done : CommandLine.BadInput;
        });
        return command;
    }

    private static void Take(Tune tune, string file, CorpusFormat format, List<string> texts, CorpusReport report)
    {
        TokenizedTune first = TuneTokenizer.Tokenize(tune, format, C);
        if (first.Tokens is not { } tokens)
        {
            report.LeaveOut(tune, file, first);
            return;
        }

        report.Take(tune, tokens);
        if (format == CorpusFormat.V2)
        {
            texts.Add($"{tokens[0]}\n{tokens[1]}\n{string.Join(' ', tokens.Skip(2))}\n\n");
            return;
        }

        texts.Add(string.Join(' ', tokens) + "\n");
        if (TuneTokenizer.Tokenize(tune, format, CSharp).Tokens is { } raised)
        {
            texts.Add(string.Join(' ', raised) + "\n");
        }
    }
}
