using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Models;

/// <summary>Texts that a person typed, as a page shows what was made of them.</summary>
internal static class TypedText
{
    /// <summary>What a beginning says.</summary>
    public static CheckResult Check(string text, Vocabulary vocabulary, string? key)
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary, TonicOf(key));
        return new CheckResult(
            [.. read.Tokens.Select(token => token is { } known ? vocabulary[known] : null)],
            Views(read.Faults),
            read.Tonic?.ToString(),
            read.Remark
        );
    }

    /// <summary>A tonic of a request; null where it names none.</summary>
    /// <exception cref="StudioException">It is no tonic.</exception>
    public static Tonic? TonicOf(string? key) =>
        key is null ? null
        : Tonic.TryParse(key, out Tonic tonic) ? tonic
        : throw StudioException.Bad($"'{key}' is no tonic: give a letter from A to G, with # or b where needed.");

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="vocabulary">The model's tokens.</param>
    /// <param name="firstVoice">Whether of a tune of several voices the first is taken.</param>
    /// <exception cref="StudioException">It has faults; they go with it.</exception>
    public static TranscriptionText Read(string text, Vocabulary vocabulary, bool firstVoice = false)
    {
        TranscriptionText read = TranscriptionText.Parse(text, vocabulary, notes: null, firstVoice);
        return read.Faults.Count == 0
            ? read
            : throw new StudioException(StatusCodes.Status422UnprocessableEntity, read.Faults[0].Message, Views(read.Faults));
    }

    private static IReadOnlyList<FaultView> Views(IReadOnlyList<TextFault> faults) =>
        [.. faults.Select(fault => new FaultView(fault.From, fault.To, fault.Text, fault.Message, fault.Nearest))];
}
