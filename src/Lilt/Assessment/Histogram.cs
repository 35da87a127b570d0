namespace Lilt.Assessment;

/// <summary>How often each of a number of kinds stands in a tune or a set of tunes; only the kinds that do are kept.</summary>
public sealed class Histogram
{
    private readonly int[] filledBins;
    private readonly int[] filledCounts;

    private Histogram(int bins, int[] filledBins, int[] filledCounts)
    {
        Bins = bins;
        this.filledBins = filledBins;
        this.filledCounts = filledCounts;
        foreach (int count in filledCounts)
        {
            Total += count;
        }
    }

    /// <summary>How many kinds there are.</summary>
    public int Bins { get; }

    /// <summary>The sum of all counts.</summary>
    public long Total { get; }

    /// <summary>Counts a sequence.</summary>
    /// <param name="sequence">Kinds, each from 0 to <paramref name="bins"/> − 1.</param>
    /// <param name="bins">How many kinds there are.</param>
    /// <exception cref="IndexOutOfRangeException">A kind is out of its range.</exception>
    public static Histogram Of(ReadOnlySpan<int> sequence, int bins)
    {
        int[] counts = new int[bins];
        foreach (int kind in sequence)
        {
            counts[kind]++;
        }

        return Of(counts);
    }

    /// <summary>Adds up histograms of the same kinds.</summary>
    public static Histogram Sum(IEnumerable<Histogram> histograms, int bins)
    {
        ArgumentNullException.ThrowIfNull(histograms);
        double[] counts = new double[bins];
        foreach (Histogram histogram in histograms)
        {
            histogram.AddTo(counts);
        }

        return Of([.. counts.Select(count => (int)count)]);
    }

    /// <summary>Adds every count to its bin.</summary>
    /// <param name="destination">One number a bin.</param>
    /// <exception cref="ArgumentException"><paramref name="destination"/> has another number of bins.</exception>
    public void AddTo(Span<double> destination)
    {
        if (destination.Length != Bins)
        {
            throw new ArgumentException($"{destination.Length} bins for a histogram of {Bins}.", nameof(destination));
        }

        for (int i = 0; i < filledBins.Length; i++)
        {
            destination[filledBins[i]] += filledCounts[i];
        }
    }

    private static Histogram Of(int[] counts)
    {
        int filled = counts.Count(count => count > 0);
        int[] bins = new int[filled];
        int[] values = new int[filled];
        for (int bin = 0, next = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
            {
                bins[next] = bin;
                values[next++] = counts[bin];
            }
        }

        return new Histogram(counts.Length, bins, values);
    }
}
