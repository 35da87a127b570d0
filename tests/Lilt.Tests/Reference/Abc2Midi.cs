using Xunit;

namespace Lilt.Tests.Reference;

/// <summary>abc2midi where it is there.</summary>
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

    /// <summary>Plays tunes as <see cref="Abc2MidiProgram"/> does.</summary>
    public static List<MidiReader.Note>[] Play(IReadOnlyList<string> tunes) => Abc2MidiProgram.Play(tunes);
}
