using System.CommandLine;
using System.Globalization;
using System.Text;
using Lilt.Files;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;

namespace Lilt.Cli;

/// <summary><c>lilt render</c>: a tune as staff notation, MIDI or sound, or tunes as a page to print.</summary>
internal static class RenderVerb
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> file = new("FILE")
        {
            Description = "ABC, folk-rnn token text, MusicXML or a tune of 'lilt generate', whichever it is; - is standard input.",
        };
        Option<RenderTarget> to = ChoiceOption.Create<RenderTarget>(
            "--to",
            "svg: staff notation (needs Node.js); midi; wav; musicxml: for notation programs; abc: all tunes of the file in one, numbered from 1; html: all tunes of the file as one page to print (needs Node.js)."
        );
        to.Required = true;
        Option<int?> number = new("--tune")
        {
            Description = "Which tune of the file, from 1. Default: the first; for abc and html all.",
            HelpName = "N",
        };
        Option<string?> key = new("--key")
        {
            Description = "Moves it to this note, or key such as \"D dorian\"; the mode is kept.",
            HelpName = "G",
        };
        Option<string?> tempo = new("--tempo")
        {
            Description = "Beats a minute, the beat as the meter counts it (3/8 in 6/8, 1/2 in 4/4), or with its length as in 1/4=120.",
            HelpName = "N",
        };
        PlayingArguments playing = new();
        Option<PaperSize> paper = ChoiceOption.Create<PaperSize>("--paper", "What html is laid out for. Default: a4.");
        Option<string?> title = new("--title")
        {
            Description = "What stands over the tunes of html. Default: the file's name.",
            HelpName = "TEXT",
        };
        Option<string?> outFile = new("--out") { Description = "Where to; default: standard output.", HelpName = "FILE" };
        Command command = new(
            "render",
            "Draws or plays one tune, repeats and endings played out, or writes it for notation programs; or sets all tunes of a file on one page to print.\nExample: lilt render tune.abc --to wav --key G --out tune.wav"
        )
        {
            file,
            to,
            number,
            key,
            tempo,
            paper,
            title,
            outFile,
        };
        foreach (Option option in playing.All)
        {
            command.Options.Add(option);
        }

        command.SetAction(
            async (parsed, cancellation) =>
            {
                TextWriter error = parsed.InvocationConfiguration.Error;
                string from = parsed.GetRequiredValue(file);
                string? path = parsed.GetValue(outFile);
                TimelineOptions how = playing.Options(parsed);
                IReadOnlyList<Tune> tunes = TuneFiles.ReadAll(from, error, out string text);
                if (parsed.GetValue(to) is RenderTarget.Abc or RenderTarget.Html)
                {
                    IReadOnlyList<Tune> chosen = parsed.GetValue(number) is { } one ? [Choose(tunes, one, error)] : tunes;
                    string[] texts =
                    [
                        .. chosen.Select((of, i) => Numbered(text, of, InKey(of, parsed.GetValue(key)), i + 1, parsed.GetValue(tempo))),
                    ];
                    string whole =
                        parsed.GetValue(to) == RenderTarget.Abc
                            ? string.Join('\n', texts)
                            : await Booklet.DrawAsync(
                                parsed.GetValue(title) ?? NameOf(from),
                                parsed.GetValue(paper),
                                texts,
                                error,
                                cancellation
                            );
                    Write(path, parsed.InvocationConfiguration.Output, whole);
                    return CommandLine.Done;
                }

                Tune asGiven = Choose(tunes, parsed.GetValue(number), error);
                Tune tune = InKey(asGiven, parsed.GetValue(key));
                double? speed = Speed(tune, parsed.GetValue(tempo));
                how = how with { WholeNotesPerMinute = speed };
                Timbre timbre = playing.Timbre(parsed);
                switch (parsed.GetValue(to))
                {
                    case RenderTarget.Svg:
                        string svg = await StaffNotation.DrawAsync(Drawn(text, asGiven, tune, speed), error, cancellation);
                        Write(path, parsed.InvocationConfiguration.Output, svg);
                        break;
                    case RenderTarget.MusicXml:
                        if (tune.PartOrder.Count > 0)
                        {
                            error.WriteLine(
                                $"MusicXML has no place for the order of the parts, {string.Concat(tune.PartOrder)}: it stands as words, and programs play the parts as they are written."
                            );
                        }

                        Write(path, parsed.InvocationConfiguration.Output, MusicXml(Timed(tune, parsed.GetValue(tempo))));
                        break;
                    case RenderTarget.Midi:
                        Write(path, "MIDI", stream => MidiFile.Write(Played(tune, how, error), tune.Title ?? string.Empty, stream, timbre));
                        break;
                    default:
                        Timeline timeline = Played(tune, how, error);
                        if (SoundFile.Refusal(timeline) is { } refusal)
                        {
                            throw new InputException(refusal);
                        }

                        Write(path, "sound", stream => SoundFile.Write(timeline, stream, timbre));
                        break;
                }

                return CommandLine.Done;
            }
        );
        return command;
    }

    private static string MusicXml(Tune tune)
    {
        using MemoryStream text = new();
        MusicXmlWriter.Write(tune, text);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    private static Tune Choose(IReadOnlyList<Tune> tunes, int? number, TextWriter error)
    {
        if (number is < 1 || number > tunes.Count)
        {
            throw new InputException(
                string.Create(CultureInfo.InvariantCulture, $"--tune {number}: the file holds {tunes.Count}, counted from 1.")
            );
        }

        if (number is null && tunes.Count > 1)
        {
            error.WriteLine($"The first of {tunes.Count} tunes is rendered; --tune N takes another.");
        }

        Tune tune = tunes[(number ?? 1) - 1];
        foreach (Finding finding in tune.Findings)
        {
            error.WriteLine(finding);
        }

        return tune;
    }

    private static Tune InKey(Tune tune, string? key)
    {
        if (KeyOption.Read(key) is not { } asked)
        {
            return tune;
        }

        asked.ThrowUnlessIn(tune.Key);
        TransposedTune moved = Transposer.To(tune, asked.Tonic);
        return moved.Tune ?? throw new InputException($"the tune cannot be transposed: {moved.Reason}");
    }

    private static double? Speed(Tune tune, string? tempo) =>
        tempo is null
            ? null
            : PlayingTempo.Parse(tempo, tune.Meter)
                ?? throw new InputException(
                    $"--tempo '{tempo}' is no tempo: give beats a minute, as 110, or with their length, as 3/8=110."
                );

    private static Tune Timed(Tune tune, string? tempo) => Speed(tune, tempo) is { } speed ? PlayingTempo.Marked(tune, speed) : tune;

    // What is written in ABC is drawn as it stands; what cannot be moved so is drawn of what is known of it.
    private static string Drawn(string text, Tune asGiven, Tune moved, double? speed)
    {
        Tune marked = speed is null ? moved : PlayingTempo.Marked(moved, speed.Value);
        return Written(text, asGiven, moved, marked.Tempo)?.Drawn ?? AbcWriter.Write(marked);
    }

    private static WrittenTune? Written(string text, Tune asGiven, Tune moved, Tempo? tempo)
    {
        WrittenTune? written = WrittenTune.Of(text, asGiven);
        if (!ReferenceEquals(asGiven, moved) && moved.Key.Tonic is { } tonic)
        {
            written = written?.InKey(tonic);
        }

        return written is null || tempo is null || tempo.Equals(written.Tune.Tempo) ? written : written.AtTempo(tempo);
    }

    private static string Numbered(string text, Tune asGiven, Tune moved, int number, string? tempo)
    {
        Tune marked = Timed(moved, tempo);
        return Written(text, asGiven, moved, marked.Tempo)?.Headed(number, null)
            ?? AbcWriter.Write(marked, new AbcHeading { Number = number.ToString(CultureInfo.InvariantCulture) }).TrimEnd('\n') + "\n";
    }

    private static string NameOf(string file) => file == TuneFiles.StandardInput ? "Tunes" : Path.GetFileNameWithoutExtension(file);

    private static Timeline Played(Tune tune, TimelineOptions playing, TextWriter error)
    {
        Timeline timeline = Timeline.Of(tune, playing);
        if (timeline.Notes.Count == 0)
        {
            throw new InputException("the tune has no notes to play.");
        }

        if (timeline.IsCut)
        {
            error.WriteLine("The tune goes on for too long and was cut.");
        }

        return timeline;
    }

    private static void Write(string? path, TextWriter output, string text)
    {
        if (path is null)
        {
            output.Write(text);
        }
        else
        {
            Write(path, "text", stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }
    }

    private static void Write(string? path, string what, Action<Stream> write)
    {
        if (path is null)
        {
            if (!Console.IsOutputRedirected)
            {
                throw new InputException($"{what} is not for a terminal: give --out FILE, or send it on with > or |.");
            }

            using Stream output = Console.OpenStandardOutput();
            write(output);
            return;
        }

        ReplacedFile.Write(path, write);
    }
}
