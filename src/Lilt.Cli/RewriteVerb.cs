using System.CommandLine;
using System.Globalization;
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
                TuneFormats format = parsed.GetValue(arguments.Format);
                KeyOption? key = arguments.KeyOf(parsed);
                if (format == TuneFormats.Json)
                {
                    throw new InputException("--format is abc or tokens: offers have no JSON.");
                }

                string path = parsed.GetValue(arguments.File)!;
                Tune tune = arguments.Tune(parsed, TuneFiles.ReadAll(path, error));
                key?.ThrowUnlessIn(tune.Key);
                IReadOnlyList<Token> tokens = Tokens(path, tune, model.Vocabulary);
                RewriteTask task = arguments.Task(parsed, model.Vocabulary, tokens);
                RewriteResult result = Rewriter.Run(model, task, arguments.Options(parsed, tune, tokens, model.Vocabulary), cancellation);
                if (result.Offers.Count == 0)
                {
                    throw new InputException(
                        $"none of {result.Candidates} candidates filled the measures in another way: free some of what is locked, or take more with --candidates."
                    );
                }

                error.WriteLine(Told(result));
                string text = string.Concat(
                    result.Offers.Select(
                        (offer, n) =>
                            Text(
                                format,
                                key?.Tonic ?? tune.Key.Tonic,
                                Title(tune, arguments.What(parsed), n + 1),
                                offer,
                                n + 1,
                                model.Vocabulary
                            )
                    )
                );
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

    private static IReadOnlyList<Token> Tokens(string path, Tune tune, Vocabulary vocabulary)
    {
        if (TokensOfTune.Of(tune, vocabulary) is { } tokens)
        {
            return tokens;
        }

        string reason = TokensOfTune.Texts(tune, vocabulary).Reason ?? "the network lacks a token for something in it.";
        throw new InputException($"{path}: the tune cannot be written in the model's tokens: {reason}");
    }

    private static string Told(RewriteResult result) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Candidates} candidates, {result.Whole} filled the measures; as good as {result.Effective:0.#} drawn for these bars."
        ) + (result.IsThin ? " Few: what follows fits hardly any of them, so the offers are a poor draw." : string.Empty);

    private static string Title(Tune tune, string what, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(tune.Title is { Length: > 0 } named ? named + ", " : string.Empty)}{what}, offer {number}"
        );

    private static string Text(TuneFormats format, Tonic? key, string title, RewriteOffer offer, int number, Vocabulary vocabulary)
    {
        IEnumerable<string> tokens = offer.Tune.Select(token => vocabulary[token]);
        return format == TuneFormats.Tokens ? string.Join(' ', tokens) + "\n" : TuneText.Abc(tokens, key, number, title);
    }
}
