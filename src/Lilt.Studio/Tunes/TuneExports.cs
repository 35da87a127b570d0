using System.Globalization;
using System.Text;
using Lilt.Files;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Studio.Recordings;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Tunes;

/// <summary>Files of a tune.</summary>
internal sealed class TuneExports(StudioOptions options, SessionStore store, TuneViews views, TuneReplay replay, Workplaces workplaces)
{
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Makes a file.</summary>
    /// <param name="id">The tune.</param>
    /// <param name="format">What it is made into.</param>
    /// <param name="key">The tonic to move it to; null for that which its owner chose, else its own.</param>
    /// <param name="tempo">As <c>110</c> or <c>3/8=110</c>; null for the meter's usual one.</param>
    /// <param name="sound">How it sounds, where it is a file that sounds.</param>
    /// <param name="byId">Whether the file is named by the tune's id, as plans name recordings, and not by its name.</param>
    /// <param name="response">Gets the file's name.</param>
    /// <param name="cancellation">Ends the making.</param>
    public async Task<IResult> MakeAsync(
        string id,
        ExportFormat format,
        string? key,
        string? tempo,
        SoundChoice sound,
        bool byId,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        KeptTune kept = store.Tune(id);
        StoredTune tune = kept.Data;
        (string ending, string type, Stream content) = format switch
        {
            ExportFormat.Abc => ("abc", "text/vnd.abc; charset=utf-8", Text(Abc(tune, key, tempo, null))),
            ExportFormat.Mid => ("mid", "audio/midi", Midi(tune, key, tempo, sound)),
            ExportFormat.Wav => ("wav", "audio/wav", await workplaces.RunAsync(_ => Sound(tune, key, tempo, sound), cancellation)),
            ExportFormat.MusicXml => ("musicxml", "application/vnd.recordare.musicxml+xml", MusicXml(tune, key, tempo)),
            ExportFormat.Npz => ("npz", "application/zip", await NpzAsync(id, cancellation)),
            ExportFormat.Csv => ("csv", "text/csv; charset=utf-8", Text(Table(views.Of(id, key), tune))),
            ExportFormat.Plan => (
                "json",
                "application/json",
                Text(
                    (tune.Plan ?? throw StudioException.Unreadable("The tune has no plan: nothing was done to the network.")).ToJsonString()
                        + "\n"
                )
            ),
            _ => ("txt", "text/plain; charset=utf-8", Text(views.Of(id, key).Command + "\n")),
        };
        Attachment.Name(
            response,
            format == ExportFormat.Plan ? "plan"
                : byId ? id
                : tune.Name,
            ending
        );
        return TypedResults.Stream(content, type);
    }

    /// <summary>A tune in ABC, under the name that it has in the studio; of a person's own every sign stays.</summary>
    /// <param name="tune">The tune.</param>
    /// <param name="key">A tonic to transpose to; null for the tune's own.</param>
    /// <param name="tempo">As <c>110</c> or <c>3/8=110</c>; null for none.</param>
    /// <param name="number">What follows <c>X:</c>; null for 1, or the number that a person's own text has.</param>
    public static string Abc(StoredTune tune, string? key, string? tempo, int? number)
    {
        WrittenTune? own = OwnText.In(tune, key);
        Tune read = Read(tune, key, own);
        Tune timed = Timed(read, tempo);
        if (own is not null)
        {
            return (ReferenceEquals(read, timed) ? own : own.AtTempo(timed.Tempo!)).Headed(number, TitleOf(tune, own));
        }

        return AbcWriter.Write(timed, new AbcHeading { Number = (number ?? 1).ToString(CultureInfo.InvariantCulture), Title = tune.Name });
    }

    // A name that was only cut short of its own title is no other title.
    private static string? TitleOf(StoredTune tune, WrittenTune written) =>
        written.Tune.Title is { } title && title.StartsWith(tune.Name, StringComparison.Ordinal) ? null : tune.Name;

    private static MemoryStream MusicXml(StoredTune tune, string? key, string? tempo)
    {
        MemoryStream file = new();
        MusicXmlWriter.Write(Timed(Read(tune, key), tempo) with { Title = tune.Name }, file);
        file.Position = 0;
        return file;
    }

    private static Tune Timed(Tune tune, string? tempo) => Speed(tune, tempo) is { } speed ? PlayingTempo.Marked(tune, speed) : tune;

    private static MemoryStream Midi(StoredTune tune, string? key, string? tempo, SoundChoice sound)
    {
        MemoryStream file = new();
        MidiFile.Write(Played(tune, key, tempo, sound), tune.Name, file, sound.Timbre);
        file.Position = 0;
        return file;
    }

    private MemoryStream Sound(StoredTune tune, string? key, string? tempo, SoundChoice sound)
    {
        Timeline played = Played(tune, key, tempo, sound);
        double seconds = played.SecondsAt(played.Length);
        if (seconds > options.Bounds.SoundSeconds)
        {
            throw StudioException.Unreadable(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The tune lasts {seconds:0} seconds; up to {options.Bounds.SoundSeconds:0} are made into sound. Take a faster tempo."
                )
            );
        }

        if (SoundFile.Refusal(played) is { } refusal)
        {
            throw StudioException.Unreadable(refusal);
        }

        MemoryStream file = new();
        SoundFile.Write(played, file, sound.Timbre);
        file.Position = 0;
        return file;
    }

    private async Task<Stream> NpzAsync(string id, CancellationToken cancellation)
    {
        TuneRecording recording = await replay.GetAsync(id, cancellation);
        return await workplaces.RunAsync<Stream>(
            _ =>
            {
                // The archive's directory is written last, so the file is made on disk under a name of the studio's own and goes with the
                // answer.
                string path = Path.Combine(options.DataFolder, $"{Guid.NewGuid():N}.npz");
                using (RecordingWriter writer = new(path, many: false))
                {
                    writer.Write(recording);
                    writer.Complete();
                }

                return new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.Read,
                    1 << 16,
                    FileOptions.DeleteOnClose | FileOptions.Asynchronous
                );
            },
            cancellation
        );
    }

    private static string Table(TuneView view, StoredTune tune)
    {
        StringBuilder table = new();
        CsvRow.Append(table, ["step", "token", "sounds", "p", "surprise"]);
        for (int step = 0; step < tune.Tokens.Count; step++)
        {
            string place = step.ToString(CultureInfo.InvariantCulture);
            string token = tune.Tokens[step];
            string sounds =
                view.Kinds[step] == TokenKind.Pitch ? view.Names[view.NamesAt[step]].GetValueOrDefault(token, token) : string.Empty;
            CsvRow.Append(
                table,
                tune.Surprise[step] is { } bits
                    ? [place, token, sounds, Number(Math.Pow(2, -bits)), Number(bits)]
                    : [place, token, sounds, "0", string.Empty]
            );
        }

        return table.ToString();
    }

    private static string Number(double value) => value.ToString("G7", CultureInfo.InvariantCulture);

    private static Timeline Played(StoredTune tune, string? key, string? tempo, SoundChoice sound)
    {
        Tune read = Read(tune, key);
        Timeline played = Timeline.Of(read, sound.Options(Speed(read, tempo)));
        return played.Notes.Count > 0 ? played : throw StudioException.Unreadable("The tune has no notes to play.");
    }

    private static double? Speed(Tune tune, string? tempo) =>
        tempo is null
            ? null
            : PlayingTempo.Parse(tempo, tune.Meter)
                ?? throw StudioException.Bad($"'{tempo}' is no tempo: give beats a minute, as 110, or with their length, as 3/8=110.");

    private static Tune Read(StoredTune stored, string? key) => Read(stored, key, OwnText.In(stored, key));

    private static Tune Read(StoredTune stored, string? key, WrittenTune? own)
    {
        Tune music =
            own?.Tune
            ?? (
                TuneReader.Read($"{Vocabulary.StartText} {string.Join(' ', stored.Tokens)}").Tunes is [{ } first, ..]
                    ? first
                    : throw StudioException.Unreadable("Nothing in the tune can be read as music.")
            );
        TransposedTune moved = ShownTonic.Move(music, stored, key);
        return moved.Tune ?? (key is null ? music : throw StudioException.Unreadable($"The tune cannot be moved to {key}. {moved.Reason}"));
    }

    private static MemoryStream Text(string text) => new(Plain.GetBytes(text));
}
