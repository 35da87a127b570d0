using System.Globalization;
using System.Text;
using Lilt.Randomness;

namespace Lilt.Training.Tests;

/// <summary>A corpus made here: short tunes that rise and fall by step, so that a small network learns something from them.</summary>
internal sealed class SmallCorpus : IDisposable
{
    private const string Scale = "CDEFGABcdefgab";

    public SmallCorpus(int tunes = 60)
    {
        Folder = Directory.CreateTempSubdirectory("lilt-training-").FullName;
        File = Path.Combine(Folder, "tunes.txt");
        StringBuilder text = new();
        CounterRandom random = CounterRandom.OfSeed(11);
        for (int tune = 0; tune < tunes; tune++)
        {
            CounterRandom numbers = random.Part(tune);
            text.Append(CultureInfo.InvariantCulture, $"M:{(numbers.Uniform(0) < 0.5 ? "4/4" : "6/8")}\nK:Cmaj\n");
            int note = (int)(numbers.Uniform(1) * Scale.Length);
            int count = 6 + (int)(numbers.Uniform(2) * 14);
            for (int n = 0; n < count; n++)
            {
                note = Math.Clamp(note + (numbers.Uniform(3 + n) < 0.5 ? -1 : 1), 0, Scale.Length - 1);
                text.Append(Scale[note]).Append(n % 4 == 3 ? " | " : " ");
            }

            text.Append("\n\n");
        }

        System.IO.File.WriteAllText(File, text.ToString());
    }

    public string Folder { get; }

    public string File { get; }

    public TrainingCorpus Read() => TrainingCorpus.Read(File);

    public string In(string name) => Path.Combine(Folder, name);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
