using Lilt.Studies;

namespace Lilt.Benchmarks;

/// <summary>Figures by name, each taken several times.</summary>
internal sealed class Figures
{
    private readonly Dictionary<string, List<double>> taken = [];
    private readonly Dictionary<string, int> megabytes = [];

    /// <summary>Keeps one more figure and the memory of its process.</summary>
    public void Note(string name, (double Figure, int Megabytes) measured)
    {
        Note(name, measured.Figure);
        megabytes[name] = Math.Max(megabytes.GetValueOrDefault(name), measured.Megabytes);
    }

    /// <summary>Keeps one more figure.</summary>
    public void Note(string name, double figure)
    {
        if (!taken.TryGetValue(name, out List<double>? values))
        {
            taken[name] = values = [];
        }

        values.Add(figure);
    }

    /// <summary>How often it was taken.</summary>
    public int Count(string name) => taken[name].Count;

    /// <summary>The largest.</summary>
    public double Largest(string name) => taken[name].Max();

    /// <summary>The most memory that a process held that measured it, in MB.</summary>
    public int Memory(string name) => megabytes[name];

    /// <summary>The median.</summary>
    public double Median(string name)
    {
        double[] sorted = [.. taken[name].Order()];
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>How many times as large the median of one is as that of another, as text.</summary>
    public string Times(string name, string other) => FormattableString.Invariant($"{Median(name) / Median(other):F2} ×");
}
