using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Notation.Abc;

public sealed class NottinghamTests
{
    /// <summary>What must at least be equal; docs/playing.md names each of the others and who is right.</summary>
    private const double LeastEqual = 0.97;

    [Fact]
    public void Timeline_EveryNottinghamTune_SoundsAsAbc2MidiPlaysIt()
    {
        string folder = SharedMaterial.Path("corpus/nottingham");
        Abc2Midi.Require();
        int equal = 0;
        int total = 0;
        foreach (string file in Directory.GetFiles(folder, "*.abc").Order(StringComparer.Ordinal))
        {
            string[] tunes =
            [
                .. ("\n" + File.ReadAllText(file).ReplaceLineEndings("\n")).Split("\nX:").Skip(1).Select(text => "X:" + text),
            ];
            List<MidiReader.Note>[] theirs = Abc2Midi.Play(tunes);
            for (int i = 0; i < tunes.Length; i++)
            {
                Tune tune = TuneReader.Read(tunes[i]).Tunes[0];
                string? difference = PlayedComparison.Difference(tune, theirs[i]);
                total++;
                equal += difference is null ? 1 : 0;
                if (difference is not null)
                {
                    TestContext.Current.SendDiagnosticMessage($"{Path.GetFileName(file)} {tune.Number} {tune.Title}: {difference}");
                    TestContext.Current.TestOutputHelper?.WriteLine($"{Path.GetFileName(file)} {tune.Number} {tune.Title}: {difference}");
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{equal} of {total} tunes are equal.");
        Assert.True(total > 0 && equal >= LeastEqual * total, $"{equal} of {total} tunes are equal.");
    }
}
