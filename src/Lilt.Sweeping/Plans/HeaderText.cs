using System.Globalization;
using Lilt.Notation.Tokens;

namespace Lilt.Sweeping.Plans;

/// <summary>What a sweep's tunes begin with.</summary>
internal static class HeaderText
{
    /// <summary>Its tokens; null takes a drawn one.</summary>
    /// <exception cref="SweepFormatException">Something in it cannot be read.</exception>
    public static IReadOnlyList<Token?> Read(string header, Vocabulary vocabulary)
    {
        TranscriptionText read = TranscriptionText.Parse(header, vocabulary);
        return read.Faults is [{ } fault, ..]
            ? throw new SweepFormatException(
                string.Create(CultureInfo.InvariantCulture, $"the header \"{header}\", character {fault.From + 1}: {fault.Message}")
            )
            : read.Tokens;
    }

    /// <summary>Its tokens, where every tune begins with the same.</summary>
    /// <exception cref="SweepFormatException">Something in it cannot be read, or a token is to be drawn.</exception>
    public static Token[] ReadGiven(string header, Vocabulary vocabulary) =>
        [
            .. Read(header, vocabulary)
                .Select(token =>
                    token ?? throw new SweepFormatException($"the header \"{header}\" has a '*', and here every tune begins with the same.")
                ),
        ];
}
