using System.Globalization;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Studio.Models;
using Lilt.Studio.Serving;

namespace Lilt.Studio.Writing;

/// <summary>The one tune that is meant by a text.</summary>
/// <param name="Text">Its text.</param>
/// <param name="At">Where that begins in the text that was given, in UTF-16 units.</param>
internal sealed record ChosenTune(string Text, int At)
{
    /// <summary>Takes the tune out of a text.</summary>
    /// <param name="text">Tokens, or ABC.</param>
    /// <param name="number">Which of the tunes in ABC, from 1; null where there is one.</param>
    /// <exception cref="StudioException">There are several and none is named, or there is no such tune.</exception>
    public static ChosenTune Of(string text, int? number)
    {
        Tune[] tunes = [.. TuneReader.Read(text).Tunes.Where(tune => tune.Format == TuneFormat.Abc)];
        if (number is { } one && (one < 1 || one > Math.Max(1, tunes.Length)))
        {
            throw StudioException.Unreadable(
                string.Create(CultureInfo.InvariantCulture, $"There is no tune {one} in the text: it holds {Math.Max(1, tunes.Length)}.")
            );
        }

        if (tunes.Length < 2)
        {
            return new ChosenTune(text, 0);
        }

        if (number is null)
        {
            throw new StudioException(
                StatusCodes.Status422UnprocessableEntity,
                string.Create(CultureInfo.InvariantCulture, $"There are {tunes.Length} tunes in the text: choose the one to read."),
                []
            )
            {
                Tunes = [.. tunes.Select(Title)],
            };
        }

        Tune tune = tunes[number.Value - 1];
        return WrittenTune.Of(text, tune) is { } written
            ? new ChosenTune(written.Text, PlaceOf(text, tune.Position.Line))
            : throw StudioException.Unreadable("This tune cannot be parted from those around it: give it alone.");
    }

    /// <summary>Reads it; of several voices the first.</summary>
    /// <exception cref="StudioException">It has faults; they go with it.</exception>
    public TranscriptionText Read(Vocabulary vocabulary)
    {
        try
        {
            return TypedText.Read(Text, vocabulary, firstVoice: true);
        }
        catch (StudioException e) when (At > 0 && e.Faults is { } faults)
        {
            throw new StudioException(
                e.Status,
                e.Message,
                [.. faults.Select(fault => fault with { From = fault.From + At, To = fault.To + At })]
            );
        }
    }

    private static string Title(Tune tune, int place) =>
        tune.Title is { Length: > 0 } title ? title : string.Create(CultureInfo.InvariantCulture, $"tune {place + 1}, without a title");

    private static int PlaceOf(string text, int line)
    {
        int at = 0;
        for (int before = 1; before < line; before++)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        return at;
    }
}
