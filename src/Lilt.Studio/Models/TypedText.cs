using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Models;

/// <summary>Texts that a person typed, as a page shows what was made of them.</summary>
internal static class TypedText
{
    /// <summary>What a beginning says.</summary>
    public static CheckResult Check(string text, Vocabulary vocabulary)
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary);
        return new CheckResult([.. read.Tokens.Select(token => token is { } known ? vocabulary[known] : null)], Views(read.Faults));
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="firstVoice">Whether of a tune of several voices the first is taken.</param>
    /// <exception cref="StudioException">It has faults; they go with it.</exception>
    public static TranscriptionText Read(string text, Vocabulary vocabulary, bool firstVoice = false)
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary, firstVoice);
        return read.Faults.Count == 0
            ? read
            : throw new StudioException(StatusCodes.Status422UnprocessableEntity, read.Faults[0].Message, Views(read.Faults));
    }

    /// <summary>Tokens as one text; * is a drawn one.</summary>
    public static string Of(IEnumerable<Token?> tokens, Vocabulary vocabulary) =>
        string.Join(' ', tokens.Select(token => token is { } known ? vocabulary[known] : PrimeText.Drawn));

    private static IReadOnlyList<FaultView> Views(IReadOnlyList<TextFault> faults) =>
        [.. faults.Select(fault => new FaultView(fault.From, fault.To, fault.Text, fault.Message, fault.Nearest))];
}
