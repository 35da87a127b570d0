using System.CommandLine;
using System.Globalization;
using Lilt.Assessment;
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
        Option<string?> model = new("--model")
        {
            Description = "Only tunes that this model has every token for; cut time, M:2/2, is written as M:4/4 for a model that lacks it.",
            HelpName = "MODEL",
        };
        Option<bool> whole = new("--whole")
        {
            Description = "Only tunes in which every measure counts, every repeat is closed and every ending has its fellow.",
        };
        Option<string?> before = new("--before")
        {
            Description =
                $"Sets them before this corpus's tunes, whose last 5 % stay the last and are held out: what shares {CorpusRules.SharedNotes} notes in a row with one of them, or stands there twice, is left out.",
            HelpName = "CORPUS",
        };
        Option<bool> all = new("--all-reasons") { Description = "Name every tune that is left out, not only their numbers." };
        Command command = new(
            "corpus",
            "Makes a training corpus of ABC files: folk-rnn's tokens, every tune transposed to C in its mode. Says on standard error what is left out and why.\n"
                + "Example: lilt corpus session.abc --format v2 --out corpus.txt"
        )
        {
            files,
            format,
            model,
            whole,
            before,
            output,
            all,
        };
        command.SetAction(parsed =>
        {
            TextWriter error = parsed.InvocationConfiguration.Error;
            string[] named = TuneFiles.Existing(parsed.GetRequiredValue(files));
            string? corpus = parsed.GetValue(before);
            IReadOnlyList<Tune> others = corpus is null ? [] : TuneFiles.ReadAll(corpus, error);
            int trained = corpus is null ? 0 : others.Count - TuneSetAssessor.HeldOutOf(others.Count);
            CorpusFormat chosen = parsed.GetValue(format);
            CorpusReport report = new();
            List<string> texts = [];
            Vocabulary? vocabulary = parsed.GetValue(model) is { } name ? ModelOption.Read(name).Vocabulary : null;
            CorpusRules rules = new(vocabulary, parsed.GetValue(whole), [.. others.Skip(trained)]);
            foreach (string file in named)
            {
                TuneFiles.Read(file, error, tune => Take(tune, file, chosen, rules, texts, report));
            }

            foreach (Tune tune in others.Take(trained))
            {
                Take(tune, corpus!, chosen, rules, texts, report);
            }

            CorpusRules asTheyAre = new(vocabulary, whole: false, heldOut: []);
            int first = report.Taken;
            foreach (Tune tune in others.Skip(trained))
            {
                Take(tune, corpus!, chosen, asTheyAre, texts, report);
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
            if (corpus is not null && report.Taken > first)
            {
                double share = (double)(report.Taken - first) / report.Taken;
                error.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The last {report.Taken - first} of {report.Taken} are held out: \"validationShare\": {share:G9} in the recipe."
                    )
                );
            }

            return report.Taken > 0 ? CommandLine.Done : CommandLine.BadInput;
        });
        return command;
    }

    private static void Take(Tune tune, string file, CorpusFormat format, CorpusRules rules, List<string> texts, CorpusReport report)
    {
        TokenizedTune first = rules.Of(tune, TuneTokenizer.Tokenize(tune, format, C));
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
