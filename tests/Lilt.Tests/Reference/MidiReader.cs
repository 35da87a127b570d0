namespace Lilt.Tests.Reference;

/// <summary>Reads the notes of a Standard MIDI File, as plainly as can be, to compare what different programs play.</summary>
internal static class MidiReader
{
    /// <summary>A note in quarter notes.</summary>
    internal readonly record struct Note(double Onset, double End, int Pitch);

    /// <summary>All notes of all tracks but the tenth channel's, by onset, then pitch, then end.</summary>
    public static List<Note> Notes(byte[] file)
    {
        Assert(file, 0, "MThd");
        double ticks = Number(file, 12, 2);
        List<Note> notes = [];
        for (int track = 8 + Number(file, 4, 4); track < file.Length; track += 8 + Number(file, track + 4, 4))
        {
            Assert(file, track, "MTrk");
            Track(file, track + 8, track + 8 + Number(file, track + 4, 4), ticks, notes);
        }

        return [.. notes.OrderBy(note => note.Onset).ThenBy(note => note.Pitch).ThenBy(note => note.End)];
    }

    private static void Track(byte[] file, int at, int end, double ticks, List<Note> notes)
    {
        Dictionary<int, Queue<long>> sounding = [];
        long now = 0;
        int status = 0;
        while (at < end)
        {
            now += Variable(file, ref at);
            status = file[at] >= 0x80 ? file[at++] : status;
            if (status == 0xFF)
            {
                at++;
                int length = Variable(file, ref at);
                at += length;
            }
            else if (status is 0xF0 or 0xF7)
            {
                int length = Variable(file, ref at);
                at += length;
            }
            else if (status >> 4 is 0xC or 0xD)
            {
                at++;
            }
            else
            {
                (int pitch, int velocity) = (file[at], file[at + 1]);
                at += 2;
                int key = ((status & 15) << 8) | pitch;
                if (status >> 4 == 9 && velocity > 0)
                {
                    (sounding.TryGetValue(key, out Queue<long>? starts) ? starts : sounding[key] = new Queue<long>()).Enqueue(now);
                }
                else if (
                    status >> 4 is 8 or 9
                    && sounding.TryGetValue(key, out Queue<long>? starts)
                    && starts.TryDequeue(out long start)
                    && (status & 15) != 9
                )
                {
                    notes.Add(new Note(start / ticks, now / ticks, pitch));
                }
            }
        }
    }

    private static int Variable(byte[] file, ref int at)
    {
        int value = 0;
        do
        {
            value = (value << 7) | (file[at] & 0x7F);
        } while (file[at++] >= 0x80);

        return value;
    }

    private static int Number(byte[] file, int at, int bytes)
    {
        int value = 0;
        for (int i = 0; i < bytes; i++)
        {
            value = (value << 8) | file[at + i];
        }

        return value;
    }

    private static void Assert(byte[] file, int at, string tag)
    {
        if (System.Text.Encoding.ASCII.GetString(file, at, 4) != tag)
        {
            throw new InvalidDataException($"No {tag} at byte {at} of a MIDI file.");
        }
    }
}
