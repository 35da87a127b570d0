using System.Diagnostics;
using System.Globalization;

namespace Lilt.Tests.Reference;

/// <summary>The program abc2midi, which no one here wrote, as a judge of what a tune sounds like.</summary>
internal static class Abc2MidiProgram
{
    /// <summary>Plays every tune of a text.</summary>
    /// <param name="tunes">Whole tunes, each with its X: line; they are numbered anew.</param>
    /// <returns>Each tune's notes, none where the program gave up on it: chord symbols, grace notes and fermatas off, the notes of a chord together.</returns>
    public static List<MidiReader.Note>[] Play(IReadOnlyList<string> tunes)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("lilt-abc2midi-");
        try
        {
            using (StreamWriter text = new(Path.Combine(folder.FullName, "tunes.abc")))
            {
                for (int tune = 0; tune < tunes.Count; tune++)
                {
                    text.Write(Numbered(tunes[tune], tune + 1));
                    text.Write("\n\n");
                }
            }

            using Process process = Process.Start(
                new ProcessStartInfo("abc2midi", ["tunes.abc", "-NGUI", "-NGRA", "-NFER", "-silent"])
                {
                    WorkingDirectory = folder.FullName,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            )!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            List<MidiReader.Note>[] notes = new List<MidiReader.Note>[tunes.Count];
            for (int tune = 0; tune < tunes.Count; tune++)
            {
                string path = Path.Combine(folder.FullName, FormattableString.Invariant($"tunes{tune + 1}.mid"));
                notes[tune] = File.Exists(path) ? Whole(File.ReadAllBytes(path)) : [];
            }

            return notes;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // abc2midi spreads a chord's notes by ten ticks unless it is told not to.
    private static string Numbered(string tune, int number)
    {
        List<string> lines = [.. tune.ReplaceLineEndings("\n").Split('\n')];
        int first = lines.FindIndex(line => line.TrimStart().StartsWith("X:", StringComparison.Ordinal));
        lines[first] = "X:" + number.ToString(CultureInfo.InvariantCulture);
        int key = lines.FindIndex(line => line.TrimStart().StartsWith("K:", StringComparison.Ordinal));
        lines.Insert(key < 0 ? lines.Count : key + 1, "%%MIDI chordattack 0");
        return string.Join('\n', lines);
    }

    private static List<MidiReader.Note> Whole(byte[] file)
    {
        try
        {
            return MidiReader.Notes(file);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            return [];
        }
    }
}
