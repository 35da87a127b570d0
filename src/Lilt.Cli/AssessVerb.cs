using System.CommandLine;
using Lilt.Assessment;
using Lilt.Notation;

namespace Lilt.Cli;

/// <summary><c>lilt assess</c>: all measures of a set of tunes, beside a corpus.</summary>
internal static class AssessVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string[]> files = TuneFiles.Create();
        Option<string[]> corpus = new("--corpus")
        {
            Description = "The tunes to compare with, in their own order: the last 5 % are held out and held against the first 95 %.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<long> seed = new("--seed")
        {
            Description = "The seed of the intervals' draws, 0 to 4294967295.",
            DefaultValueFactory = _ => 1,
            HelpName = "N",
        };
        Option<int> draws = new("--draws")
        {
            Description = "Draws of an interval, at least 40.",
            DefaultValueFactory = _ => TuneBootstrap.DefaultDraws,
            HelpName = "N",
        };
        Option<int> threads = WholeNumber.Threads();
        Option<bool> json = new("--json") { Description = "One JSON document." };
        Command command = new(
            "assess",
            "Judges a set of tunes: counting, form, tonality, length, and what it shares with a corpus, each with a 95 % interval.\n"
                + "Example: lilt assess tunes.txt --corpus corpus.txt"
        )
        {
            files,
            corpus,
            seed,
            draws,
            threads,
            json,
        };
        command.SetAction(parsed =>
        {
            AssessmentOptions options = new()
            {
                Seed = WholeNumber.SeedOf(parsed, seed),
                Draws = (int)WholeNumber.InRange("--draws", parsed.GetValue(draws), 40, 1_000_000),
                Threads = WholeNumber.ThreadsOf(parsed, threads),
            };
            TextWriter error = parsed.InvocationConfiguration.Error;
            TextWriter output = parsed.InvocationConfiguration.Output;
            List<Tune> tunes = [.. parsed.GetRequiredValue(files).SelectMany(file => TuneFiles.ReadAll(file, error))];
            List<Tune> others = [.. (parsed.GetValue(corpus) ?? []).SelectMany(file => TuneFiles.ReadAll(file, error))];
            SetAssessment assessment = TuneSetAssessor.Assess(tunes, others, options);
            if (parsed.GetValue(json))
            {
                AssessmentJson.Write(assessment, others, options, output);
            }
            else
            {
                AssessmentTable.Write(assessment, others, output);
            }

            return CommandLine.Done;
        });
        return command;
    }
}
