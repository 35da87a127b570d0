using System.Globalization;
using Lilt.Notation.Tokens;
using Lilt.Searching;

namespace Lilt.Cli;

/// <summary>What is known of a tune, from <c>--tokens</c> and <c>--at</c>.</summary>
internal static class GivenPattern
{
    /// <summary>Reads it.</summary>
    /// <param name="tokens">Fragments; one that begins with a meter or the start token is the tune's beginning.</param>
    /// <param name="at">Fragments with their step in front.</param>
    /// <param name="vocabulary">The model's.</param>
    /// <exception cref="InputException">One cannot be read, two contradict each other, or there is none.</exception>
    public static TunePattern Read(string[] tokens, string[] at, Vocabulary vocabulary)
    {
        if (tokens.Length + at.Length == 0)
        {
            throw new InputException("nothing is known of the tune: name some of its tokens with --tokens or --at.");
        }

        List<PlacedTokens> placed = [];
        List<IReadOnlyList<Token?>> held = [];
        foreach (string text in tokens)
        {
            bool isBeginning = text.TrimStart().StartsWith(Vocabulary.StartText, StringComparison.Ordinal);
            string rest = isBeginning ? text.TrimStart()[Vocabulary.StartText.Length..] : text;
            IReadOnlyList<Token?> fragment = Fragment("--tokens", rest, vocabulary);
            isBeginning |= fragment[0] is { } token && vocabulary[token].StartsWith("M:", StringComparison.Ordinal);
            if (isBeginning)
            {
                placed.Add(new PlacedTokens(1, fragment));
            }
            else
            {
                held.Add(fragment);
            }
        }

        foreach (string text in at)
        {
            string[] parts = text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int step) || step < 1)
            {
                throw new InputException($"--at {text}: a step, from 1, and tokens from there on are wanted, such as \"75 :|\".");
            }

            placed.Add(new PlacedTokens(step, Fragment("--at", parts[1], vocabulary)));
        }

        try
        {
            return new TunePattern(placed, held);
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{(at.Length > 0 ? "--at" : "--tokens")}: {Sentence(e)}");
        }
    }

    /// <summary>What the library says, without the parameter's name.</summary>
    public static string Sentence(ArgumentException e) => e.Message.Split(" (Parameter", 2)[0];

    private static IReadOnlyList<Token?> Fragment(string option, string text, Vocabulary vocabulary)
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary);
        return read.Faults is [{ } fault, ..]
                ? throw new InputException(
                    string.Create(CultureInfo.InvariantCulture, $"{option} {text}, column {fault.From + 1}: {fault.Message}")
                )
            : read.Tokens.All(token => token is null)
                ? throw new InputException($"{option} {text}: at least one token that is known is wanted, and '*' stands for any.")
            : read.Tokens;
    }
}
