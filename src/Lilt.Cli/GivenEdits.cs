using System.CommandLine;
using System.Globalization;
using Lilt.Notation.Tokens;

namespace Lilt.Cli;

/// <summary>Tokens that are put into a tune that a network reads, or left out of it: <c>--insert</c>, <c>--delete</c>.</summary>
internal sealed class GivenEdits
{
    private const int Most = 1000;

    /// <summary><c>--insert</c>.</summary>
    public Option<string[]> Insert { get; } =
        new("--insert")
        {
            Description =
                "Put a token before that of a step of the tune that is read, steps counted from 0 in the tune as given; may be repeated.",
            Arity = new ArgumentArity(2, 2 * Most),
            HelpName = "STEP TOKEN",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <summary><c>--delete</c>.</summary>
    public Option<int[]> Delete { get; } =
        new("--delete")
        {
            Description =
                "Leave out the token of a step of the tune that is read, steps counted from 0 in the tune as given; may be repeated.",
            Arity = new ArgumentArity(1, Most),
            HelpName = "STEP",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <summary>An error where something is to be put into a tune that is not given.</summary>
    /// <exception cref="InputException">It is.</exception>
    public void ThrowIfAsked(ParseResult parsed)
    {
        if (parsed.GetValue(Insert) is { Length: > 0 } || parsed.GetValue(Delete) is { Length: > 0 })
        {
            throw new InputException("--insert and --delete change a tune that is read: give one with --tokens or --abc.");
        }
    }

    /// <summary>The tune as it is to be read.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="tune">The tune as given, the end token last.</param>
    /// <param name="vocabulary">The network's tokens.</param>
    /// <exception cref="InputException">A step or a token is not there.</exception>
    public IReadOnlyList<Token?> Apply(ParseResult parsed, IReadOnlyList<Token?> tune, Vocabulary vocabulary)
    {
        ILookup<int, Token> inserted = Inserted(parsed.GetValue(Insert) ?? [], tune.Count, vocabulary);
        int[] deleted = parsed.GetValue(Delete) ?? [];
        foreach (int step in deleted)
        {
            if (step < 0 || step >= tune.Count - 1)
            {
                throw new InputException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"--delete {step}: the tune has steps 0 to {tune.Count - 2} before its end token."
                    )
                );
            }
        }

        List<Token?> edited = [];
        for (int step = 0; step < tune.Count; step++)
        {
            edited.AddRange(inserted[step].Select(token => (Token?)token));
            if (!deleted.Contains(step))
            {
                edited.Add(tune[step]);
            }
        }

        return edited;
    }

    private static ILookup<int, Token> Inserted(string[] words, int steps, Vocabulary vocabulary)
    {
        if (words.Length % 2 != 0)
        {
            throw new InputException("--insert takes a step and a token: --insert 12 \"|\".");
        }

        return words
            .Chunk(2)
            .ToLookup(
                pair =>
                    int.TryParse(pair[0], NumberStyles.None, CultureInfo.InvariantCulture, out int step) && step < steps
                        ? step
                        : throw new InputException(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"--insert {pair[0]} {pair[1]}: the tune has steps 0 to {steps - 1}."
                            )
                        ),
                pair =>
                    vocabulary.TryFind(pair[1], out Token token) && token != vocabulary.Start && token != vocabulary.End
                        ? token
                        : throw new InputException(
                            $"--insert {pair[0]} {pair[1]}: '{pair[1]}' is no token that can stand inside a tune of this model."
                        )
            );
    }
}
