using System.CommandLine;
using System.Globalization;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Rewriting;

namespace Lilt.Cli;

/// <summary><c>lilt rewrite</c>: has the network write some measures of a tune again, between what stands before and after.</summary>
internal static class RewriteVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        RewriteArguments arguments = new();
        Command command = new(
            "rewrite",
            "Has the network write some measures of a tune again, so that they go on from what stands before them and lead into what stands after.\n"
                + "Example: lilt rewrite tune.abc --bars 5-8 --lock 6"
        );
        arguments.AddTo(command);
        command.SetAction(
            (parsed, cancellation) =>
            {
                Model model = ModelOption.Read(parsed.GetValue(arguments.Model));
                TextWriter error = parsed.InvocationConfiguration.Error;
                OfferFormats format = parsed.GetValue(arguments.Format);
                KeyOption? key = arguments.KeyOf(parsed);
                (Tune tune, IReadOnlyList<Token> tokens) = Read(parsed, arguments, model.Vocabulary, error);
                key?.ThrowUnlessIn(tune.Key);
                string text = parsed.GetValue(arguments.Octaves)
                    ? Moved(parsed, arguments, tune, tokens, model.Vocabulary, format, key?.Tonic, error)
                    : Written(parsed, arguments, tune, tokens, model, format, key?.Tonic, error, cancellation);
                if (parsed.GetValue(arguments.Out) is { } output)
                {
                    TextFile.Replace(output, writer => writer.Write(text));
                }
                else
                {
                    parsed.InvocationConfiguration.Output.Write(text);
                }

                return Task.FromResult(CommandLine.Done);
            }
        );
        return command;
    }

    private static (Tune Tune, IReadOnlyList<Token> Tokens) Read(
        ParseResult parsed,
        RewriteArguments arguments,
        Vocabulary vocabulary,
        TextWriter error
    )
    {
        (string? path, string? given) = (parsed.GetValue(arguments.File), parsed.GetValue(arguments.Tokens));
        if (path is null == given is null)
        {
            throw new InputException("give one tune: a FILE, or its tokens with --tokens.");
        }

        if (path is null)
        {
            PrimeText typed = PrimeText.Parse(given!, vocabulary);
            if (typed.Fault is { } fault || typed.Tokens.Contains(null))
            {
                throw new InputException(typed.Fault?.ToString() ?? "--tokens has a '*': give every token of the tune.");
            }

            Token[] tokens = [.. typed.Tokens.Select(token => token!.Value)];
            string text = $"{Vocabulary.StartText} {string.Join(' ', tokens.Select(token => vocabulary[token]))}";
            return TuneReader.Read(text).Tunes is [{ } read, ..]
                ? (read, tokens is [.., { } last] && last == vocabulary.End ? tokens : [.. tokens, vocabulary.End])
                : throw new InputException("--tokens has no tune: give its meter, its key and its notes.");
        }

        Tune tune = arguments.Tune(parsed, TuneFiles.ReadAll(path, error));
        return (
            tune,
            TokensOfTune.Of(tune, vocabulary)
                ?? throw new InputException(
                    $"{path}: the tune cannot be written in the model's tokens: {TokensOfTune.Texts(tune, vocabulary).Reason ?? "the network lacks a token for something in it."}"
                )
        );
    }

    private static string Written(
        ParseResult parsed,
        RewriteArguments arguments,
        Tune tune,
        IReadOnlyList<Token> tokens,
        Model model,
        OfferFormats format,
        Tonic? key,
        TextWriter error,
        CancellationToken cancellation
    )
    {
        RewriteTask task = arguments.Task(parsed, model.Vocabulary, tokens);
        RewriteOptions options = arguments.Options(parsed, tune, tokens, model.Vocabulary);
        RewriteResult result = Rewriter.Run(model, task, options, cancellation);
        if (result.Offers.Count == 0)
        {
            throw new InputException(
                $"none of {result.Candidates} candidates filled the measures in another way: free some of what is locked, or take more with --candidates."
            );
        }

        error.WriteLine(string.Join(' ', RewriteSentence.Of(result, options, task.IsOpen)));
        return string.Concat(
            arguments
                .Taken(parsed, result.Offers)
                .Select(of =>
                    Text(format, tune, key, Title(tune, arguments.What(parsed), of.Number), of.Offer.Tune, of.Number, model.Vocabulary)
                )
        );
    }

    private static string Moved(
        ParseResult parsed,
        RewriteArguments arguments,
        Tune tune,
        IReadOnlyList<Token> tokens,
        Vocabulary vocabulary,
        OfferFormats format,
        Tonic? key,
        TextWriter error
    )
    {
        PitchRange range =
            arguments.RangeOf(parsed, tune, tokens, vocabulary)
            ?? throw new InputException("--octaves moves what goes over a range: give one, such as --range whistle.");
        OctaveMove move = OctaveMove.Of(vocabulary, tokens, range);
        error.WriteLine(string.Join(' ', RewriteSentence.Of(move)));
        return Text(format, tune, key, tune.Title ?? "a tune", move.Tune, 1, vocabulary);
    }

    private static string Title(Tune tune, string what, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(tune.Title is { Length: > 0 } named ? named + ", " : string.Empty)}{what}, offer {number}"
        );

    private static string Text(
        OfferFormats format,
        Tune given,
        Tonic? key,
        string title,
        IReadOnlyList<Token> tune,
        int number,
        Vocabulary vocabulary
    )
    {
        IEnumerable<string> tokens = tune.Select(token => vocabulary[token]);
        Tonic? writtenIn = given.Format == TuneFormat.Abc ? given.Key.Tonic : null;
        return format == OfferFormats.Tokens
            ? string.Join(' ', tokens) + "\n"
            : TuneText.Abc(tokens, key ?? given.Key.Tonic, number, title, writtenIn);
    }
}
