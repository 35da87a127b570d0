using System.Globalization;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Playing;
using Lilt.Studies;

namespace Lilt.Studio.Tunes;

/// <summary>What of a person's own tune a network's tokens have no place for, in words.</summary>
internal static class UnreadText
{
    /// <summary>The sentences; empty where nothing is left out.</summary>
    /// <param name="written">What the person wrote; null where it was tokens.</param>
    /// <param name="tune">What the network was given.</param>
    public static string Of(Tune? written, StudyTune tune)
    {
        List<string> sentences = [];
        if (written is not null)
        {
            if (written.Voices.Count > 1)
            {
                sentences.Add(
                    string.Create(CultureInfo.InvariantCulture, $"The network reads the first of {written.Voices.Count} voices.")
                );
            }

            Say("Drawn and played, and not read", Played(written, tune), sentences);
            Say("Drawn, and not read", Drawn(written), sentences);
        }

        if (tune.Meter == Meter.Free.Text)
        {
            sentences.Add("It names no meter (M:), so no measure is counted.");
        }

        return string.Join(' ', sentences);
    }

    private static void Say(string how, IEnumerable<string> what, List<string> sentences)
    {
        string[] things = [.. what];
        if (things.Length > 0)
        {
            sentences.Add($"{how}: {string.Join(", ", things)}.");
        }
    }

    private static IEnumerable<string> Played(Tune written, StudyTune tune)
    {
        TimelineOptions playing = new();
        TuneElement[] all = All(written);
        int ties = tune.Tokens.Contains("-") ? 0 : all.Count(element => element is Note { IsTied: true } or Chord { IsTied: true });
        return
        [
            .. Count(all.OfType<GraceNotes>().Sum(grace => grace.Notes.Count), "grace note"),
            .. Count(all.Count(element => element is Decoration sign && playing.Sounds(sign)), "ornament"),
            .. Count(ties, "tie"),
            .. written.PartOrder.Count > 0 ? ["the order of its parts"] : Array.Empty<string>(),
            .. written.Tempo is null ? Array.Empty<string>() : ["its tempo"],
        ];
    }

    private static IEnumerable<string> Drawn(Tune written)
    {
        TimelineOptions playing = new();
        TuneElement[] all = All(written);
        return
        [
            .. Count(all.Count(element => element is ChordSymbol), "chord name"),
            .. Count(all.Count(element => element is Slur { IsStart: true }), "slur"),
            .. Count(all.Count(element => element is Decoration sign && !playing.Sounds(sign)), "sign"),
            .. Count(all.Count(element => element is Annotation), "annotation"),
            .. written.Fields.Any(field => field.Name is 'w' or 'W') ? ["words"] : Array.Empty<string>(),
        ];
    }

    private static TuneElement[] All(Tune tune) =>
        [
            .. tune
                .Voices.SelectMany(voice => voice.Elements)
                .SelectMany(element => element is Chord chord ? [chord, .. chord.Contents] : new[] { element }),
        ];

    private static IEnumerable<string> Count(int number, string what) =>
        number == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}")];
}
