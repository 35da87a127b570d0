using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Lilt.Tests.Reference;

/// <summary>The program abc2midi, which no one here wrote, as a judge of what a tune sounds like.</summary>
internal static class Abc2Midi
{
    /// <summary>Skips the running test where the program is missing; fails it there under CI=true.</summary>
    public static void Require()
    {
        bool found = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, "abc2midi")));
        Assert.False(!found && Environment.GetEnvironmentVariable("CI") == "true", "abc2midi is missing: install the package abcmidi.");
        Assert.SkipUnless(found, "abc2midi is missing: install the package abcmidi.");
    }

    /// <summary>Plays every tune of a text.</summary>
    /// <param name="tunes">Whole tunes, each with its X: line; they are numbered anew.</param>
    /// <returns>Each tune's notes: chord symbols and grace notes off, the notes of a chord together.</returns>
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
                new ProcessStartInfo("abc2midi", ["tunes.abc", "-NGUI", "-NGRA", "-silent"])
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
                notes[tune] = File.Exists(path) ? MidiReader.Notes(File.ReadAllBytes(path)) : [];
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
        int first = lines.FindIndex(line => line.StartsWith("X:", StringComparison.Ordinal));
        lines[first] = "X:" + number.ToString(CultureInfo.InvariantCulture);
        int key = lines.FindIndex(line => line.StartsWith("K:", StringComparison.Ordinal));
        lines.Insert(key + 1, "%%MIDI chordattack 0");
        return string.Join('\n', lines);
    }
}
