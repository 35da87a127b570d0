using Lilt.Notation.Elements;

namespace Lilt.Notation.Playing;

/// <summary>Plays the voices of one tune out into a <see cref="Timeline"/>.</summary>
internal sealed class TimelineBuilder
{
    /// <summary>A grace note's length, where half of the note that it leads to has room for all of them; else a quarter of that.</summary>
    private static readonly Fraction GraceLength = new(1, 32);
    private static readonly Fraction ShortGraceLength = new(1, 128);

    private readonly Tune tune;
    private readonly TimelineOptions options;
    private readonly IReadOnlyList<Voice> voices;
    private readonly List<PlayedNote> notes = [];
    private readonly List<TempoPoint> tempi = [];
    private readonly List<MeterPoint> meters = [];
    private readonly List<(Fraction At, string Text)> chordNames = [];
    private readonly List<Fraction> measures = [];
    private readonly IReadOnlyList<DirectionMark> directions;
    private Fraction length;
    private bool isCut;

    public TimelineBuilder(Tune tune, TimelineOptions options)
    {
        this.tune = tune;
        this.options = options;
        voices = options.Macros ? tune.ExpandedVoices : tune.Voices;
        directions = options.Jumps && tune.PartOrder.Count == 0 ? DirectionMarks.Of(voices) : [];
    }

    public Timeline Build()
    {
        tempi.Add(new TempoPoint(default, Speed(tune.Tempo, tune.Meter, tune.Unit)));
        meters.Add(new MeterPoint(default, tune.Meter));
        for (int voice = 0; voice < voices.Count; voice++)
        {
            new VoicePlayer(this, voice).Play();
        }

        PlayedNote[] sorted = [.. notes.OrderBy(note => note.Onset).ThenBy(note => note.Voice).ThenBy(note => note.Pitch)];
        MeasurePlace[] places = [.. MeasurePlace.Of(measures, meters)];
        PlayedNote[] chords = options.Chords ? [.. Accompaniment.Of(chordNames, places, options.Transposition)] : [];
        Click[] clicks = options.Metronome ? [.. Metronome.Of(places)] : [];
        Timeline played = new(sorted, tempi, meters, length, isCut)
        {
            Bars = measures,
            Accompaniment = chords,
            Clicks = clicks,
        };
        return options.CountIn ? Metronome.CountedIn(played, places) : played;
    }

    private double Speed(Tempo? tempo, Meter meter, Fraction unit) => options.WholeNotesPerMinute ?? PlayingTempo.Of(tempo, meter, unit);

    /// <summary>What holds at a point of the text: it is taken up again where a repeat goes back.</summary>
    private readonly record struct Setting(Meter Meter, Tempo? Tempo, Fraction Unit, Key Key, int Transposition);

    private sealed class VoicePlayer(TimelineBuilder builder, int voice)
    {
        private readonly IReadOnlyList<TuneElement> elements = builder.voices[voice].Elements;

        // For each staff place the notes from which a tie leads: a unison has two.
        private readonly Dictionary<int, List<int>> tied = [];
        private readonly Fraction[]? swung = Swung(builder, voice);

        private Fraction now;
        private readonly List<Fraction> bars = [default];
        private Fraction measureEnd;
        private int overlaid;
        private Ornament? ornament;
        private GraceNotes? graces;
        private Setting setting = new(builder.tune.Meter, builder.tune.Tempo, builder.tune.Unit, builder.tune.Key, 0);

        private int Raised => builder.options.Transposition + setting.Transposition;

        public void Play()
        {
            IReadOnlyList<(int Start, int End)> spans = PlayingOrder.Of(elements, builder.tune.PartOrder, out bool isCut);
            builder.isCut |= isCut;
            if (builder.directions.Count > 0 && !isCut)
            {
                spans = Directions.Apply(builder.directions, elements, spans, out isCut);
                builder.isCut |= isCut;
            }

            Setting[] settings = SettingsAt(spans);
            for (int span = 0; span < spans.Count; span++)
            {
                setting = settings[span];
                CloseMeasure();
                Apply();
                for (int at = spans[span].Start; at < spans[span].End; at++)
                {
                    setting = Follow(setting, elements[at]);
                    Take(elements[at], swung?[at]);
                }
            }

            CloseMeasure();
            builder.length = now > builder.length ? now : builder.length;
            if (voice == 0)
            {
                builder.measures.AddRange(bars);
            }
        }

        private static Fraction[]? Swung(TimelineBuilder builder, int voice)
        {
            Swing? called = builder.options.SwingHornpipes ? DanceSwing.CalledFor(builder.tune) : null;
            return (builder.options.Swing ?? called) is { } swing
                ? DanceSwing.Durations(
                    builder.voices[voice].Elements,
                    builder.tune.Meter,
                    swing,
                    cutTime: builder.options.Swing is not null
                )
                : null;
        }

        private static Setting Follow(Setting setting, TuneElement element) =>
            element switch
            {
                MeterChange change => setting with { Meter = change.Meter },
                TempoChange change => setting with { Tempo = change.Tempo },
                UnitChange change => setting with { Unit = change.Unit },
                KeyChange change => setting with { Key = change.Key },
                Transposition change => setting with { Transposition = change.Semitones },
                _ => setting,
            };

        private Setting[] SettingsAt(IReadOnlyList<(int Start, int End)> spans)
        {
            int[] order = [.. Enumerable.Range(0, spans.Count)];
            Array.Sort([.. spans.Select(span => span.Start)], order);
            Setting[] settings = new Setting[spans.Count];
            Setting found = setting;
            int at = 0;
            foreach (int span in order)
            {
                for (; at < spans[span].Start; at++)
                {
                    found = Follow(found, elements[at]);
                }

                settings[span] = found;
            }

            return settings;
        }

        // Tempo and meter are the first voice's: the others play along.
        private void Apply()
        {
            if (voice != 0)
            {
                return;
            }

            double speed = builder.Speed(setting.Tempo, setting.Meter, setting.Unit);
            if (builder.tempi[^1].WholeNotesPerMinute != speed)
            {
                if (builder.tempi[^1].At == now)
                {
                    builder.tempi.RemoveAt(builder.tempi.Count - 1);
                }

                builder.tempi.Add(new TempoPoint(now, speed));
            }

            if (builder.meters[^1].Meter != setting.Meter)
            {
                if (builder.meters[^1].At == now)
                {
                    builder.meters.RemoveAt(builder.meters.Count - 1);
                }

                builder.meters.Add(new MeterPoint(now, setting.Meter));
            }
        }

        private void Take(TuneElement element, Fraction? playedLength)
        {
            switch (element)
            {
                case Note note:
                    Fraction length = playedLength ?? note.Duration;
                    Fraction onset = PlayGraces(length);
                    SoundOrnamented(note, onset, length - (onset - now));
                    now += length;
                    break;
                case Chord chord:
                    Fraction chordLength = playedLength ?? chord.Duration;
                    Fraction start = PlayGraces(chordLength);
                    foreach (Note note in chord.Notes)
                    {
                        Fraction own = note.Duration == chord.Duration ? chordLength : note.Duration;
                        Sound(note, start, own - (start - now), note.IsTied || chord.IsTied);
                    }

                    now += chordLength;
                    ornament = null;
                    break;
                case Rest rest:
                    now += playedLength ?? rest.Duration;
                    (graces, ornament) = (null, null);
                    tied.Clear();
                    break;
                case GraceNotes found:
                    graces = builder.options.GraceNotes ? found : null;
                    break;
                case Overlay overlay:
                    measureEnd = now > measureEnd ? now : measureEnd;
                    now = BarBefore(overlay.Measures);
                    overlaid = overlay.Measures;
                    break;
                case Bar when --overlaid <= 0:
                    CloseMeasure();
                    break;
                case ChordSymbol symbol when builder.options.Chords:
                    builder.chordNames.Add((now, symbol.Text));
                    break;
                case Decoration decoration:
                    ornament = builder.options.Plays(decoration) ?? ornament;
                    break;
                case MeterChange or TempoChange:
                    Apply();
                    break;
            }
        }

        private void CloseMeasure()
        {
            now = now > measureEnd ? now : measureEnd;
            measureEnd = now;
            overlaid = 0;
            if (bars[^1] != now)
            {
                bars.Add(now);
            }
        }

        // The bar that an overlay goes back to: of those before now the first, the second, … from behind.
        private Fraction BarBefore(int measures)
        {
            int found = bars.BinarySearch(now);
            int last = (found < 0 ? ~found : found) - 1;
            return bars[Math.Max(0, last - measures + 1)];
        }

        private Fraction PlayGraces(Fraction duration)
        {
            GraceNotes? waiting = graces;
            graces = null;
            if (waiting is null)
            {
                return now;
            }

            Fraction room = duration * new Fraction(1, 2);
            Fraction count = new(waiting.Notes.Count);
            Fraction each = count * GraceLength <= room ? GraceLength : ShortGraceLength;
            if (count * each > room)
            {
                return now;
            }

            Fraction onset = now;
            foreach (Note grace in waiting.Notes)
            {
                Add(grace, onset, each);
                onset += each;
            }

            return onset;
        }

        // An ornament begins on a new note; one that a tie leads to is held.
        private void SoundOrnamented(Note note, Fraction onset, Fraction length)
        {
            Ornament? played = ornament;
            ornament = null;
            bool isHeld = Tied(note, onset) is not null;
            (int Step, Fraction Length)[] parts = played is { } kind && !isHeld && length.Sign > 0 ? [.. Ornaments.Of(kind, length)] : [];
            if (parts.Length == 0 || !Array.TrueForAll(parts, part => part.Length.Sign > 0 && ReaderLimits.Accepts(part.Length)))
            {
                Sound(note, onset, length, note.IsTied);
                return;
            }

            int index = -1;
            foreach ((int step, Fraction part) in parts)
            {
                index = Add(note with { Pitch = Ornaments.Neighbour(note.Pitch, step, setting.Key) }, onset, part);
                onset += part;
            }

            Tie(note, index, note.IsTied);
        }

        private void Sound(Note note, Fraction onset, Fraction length, bool isTied)
        {
            if (length.Sign <= 0)
            {
                return;
            }

            if (Tied(note, onset) is { } index)
            {
                tied[note.Pitch.Staff].Remove(index);
                PlayedNote before = builder.notes[index];
                builder.notes[index] = before with { Length = onset + length - before.Onset };
            }
            else
            {
                index = Add(note, onset, length);
            }

            Tie(note, index, isTied);
        }

        private void Tie(Note note, int index, bool isTied)
        {
            if (!tied.TryGetValue(note.Pitch.Staff, out List<int>? from))
            {
                tied[note.Pitch.Staff] = from = [];
            }

            if (isTied)
            {
                from.Add(index);
            }
        }

        // The note that a tie leads from to this one; ties whose notes are over lead nowhere.
        private int? Tied(Note note, Fraction onset)
        {
            if (!tied.TryGetValue(note.Pitch.Staff, out List<int>? from))
            {
                return null;
            }

            from.RemoveAll(index => builder.notes[index].Onset + builder.notes[index].Length < onset);
            int found = from.FindIndex(index => Continues(note, index, onset));
            return found < 0 ? null : from[found];
        }

        // An accidental lasts over the bar with the tie, so only one written at the second note parts them.
        private bool Continues(Note note, int index, Fraction onset)
        {
            PlayedNote before = builder.notes[index];
            bool samePitch = note.WrittenAlteration is null || before.Pitch == note.Pitch.Midi + Raised;
            return samePitch && before.Onset + before.Length == onset;
        }

        private int Add(Note note, Fraction onset, Fraction length)
        {
            builder.notes.Add(new PlayedNote(onset, length, note.Pitch.Midi + Raised, voice, note.Position));
            return builder.notes.Count - 1;
        }
    }
}
