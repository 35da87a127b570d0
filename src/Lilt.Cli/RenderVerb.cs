using System.CommandLine;
using System.Globalization;
using System.Text;
using Lilt.Files;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.MusicXml;
using Lilt.Notation.Playing;

namespace Lilt.Cli;

/// <summary><c>lilt render</c>: a tune as staff notation, MIDI or sound.</summary>
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
            "svg: staff notation (needs Node.js); midi; wav; musicxml: for notation programs."
        );
        to.Required = true;
        Option<int?> number = new("--tune") { Description = "Which tune of the file, from 1. Default: the first.", HelpName = "N" };
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
        Option<PlayedSign[]> without = new("--without")
        {
            Description =
                "What is not played, one or more: graces (cuts too), rolls (~), trills (mordents and turns too), jumps (D.C., D.S., coda, fine), "
                + "macros (m:), swing (of hornpipes). Default: all is.",
            HelpName = ChoiceOption.Names<PlayedSign>(),
            AllowMultipleArgumentsPerToken = true,
        };
        Option<string?> outFile = new("--out") { Description = "Where to; default: standard output.", HelpName = "FILE" };
        Command command = new(
            "render",
            "Draws or plays one tune, repeats and endings played out, or writes it for notation programs.\nExample: lilt render tune.abc --to wav --key G --out tune.wav"
        )
        {
            file,
            to,
            number,
            key,
            tempo,
            without,
            outFile,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                TextWriter error = parsed.InvocationConfiguration.Error;
                IReadOnlyList<Tune> tunes = TuneFiles.ReadAll(parsed.GetRequiredValue(file), error, out string text);
                Tune asGiven = Choose(tunes, parsed.GetValue(number), error);
                Tune tune = InKey(asGiven, parsed.GetValue(key));
                double? speed = Speed(tune, parsed.GetValue(tempo));
                TimelineOptions playing = Playing(parsed.GetValue(without) ?? []) with { WholeNotesPerMinute = speed };
                string? path = parsed.GetValue(outFile);
                switch (parsed.GetValue(to))
                {
                    case RenderTarget.Svg:
                        string abc = Drawn(text, asGiven, tune, speed is null ? tune.Tempo : Mark(tune, speed.Value));
                        string svg = await StaffNotation.DrawAsync(abc, error, cancellation);
                        Write(path, parsed.InvocationConfiguration.Output, svg);
                        break;
                    case RenderTarget.MusicXml:
                        Tune timed = speed is null ? tune : tune with { Tempo = Mark(tune, speed.Value) };
                        Write(path, parsed.InvocationConfiguration.Output, MusicXml(timed));
                        break;
                    case RenderTarget.Midi:
                        Write(path, "MIDI", stream => MidiFile.Write(Played(tune, playing, error), tune.Title ?? string.Empty, stream));
                        break;
                    default:
                        Timeline timeline = Played(tune, playing, error);
                        if (SoundFile.Refusal(timeline) is { } refusal)
                        {
                            throw new InputException(refusal);
                        }

                        Write(path, "sound", stream => SoundFile.Write(timeline, stream));
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

    // What is written in ABC is drawn as it stands; what cannot be moved so is drawn of what is known of it.
    private static string Drawn(string text, Tune asGiven, Tune moved, Tempo? tempo)
    {
        WrittenTune? written = WrittenTune.Of(text, asGiven);
        if (!ReferenceEquals(asGiven, moved) && moved.Key.Tonic is { } tonic)
        {
            written = written?.InKey(tonic);
        }

        return written is null ? AbcWriter.Write(moved with { Tempo = tempo })
            : tempo is null || tempo.Equals(written.Tune.Tempo) ? written.Drawn
            : written.AtTempo(tempo).Drawn;
    }

    private static Tempo Mark(Tune tune, double speed)
    {
        Fraction beat = PlayingTempo.BeatOf(tune.Meter);
        double beats = speed / beat.ToDouble();
        return new Tempo(beat, beats, string.Create(CultureInfo.InvariantCulture, $"{beat}={beats:0.##}"));
    }

    private static TimelineOptions Playing(PlayedSign[] without) =>
        new()
        {
            GraceNotes = !without.Contains(PlayedSign.Graces),
            Rolls = !without.Contains(PlayedSign.Rolls),
            Trills = !without.Contains(PlayedSign.Trills),
            Jumps = !without.Contains(PlayedSign.Jumps),
            Macros = !without.Contains(PlayedSign.Macros),
            SwingHornpipes = !without.Contains(PlayedSign.Swing),
        };

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
            Write(path, "staff notation", stream => stream.Write(Encoding.UTF8.GetBytes(text)));
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
