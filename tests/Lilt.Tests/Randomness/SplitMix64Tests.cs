using Lilt.Randomness;
using Xunit;

namespace Lilt.Tests.Randomness;

public sealed class SplitMix64Tests
{
    // The inverse of the increment modulo 2^64: Newton's iteration doubles the right bits, 3 of them at the start.
    private static readonly ulong InverseIncrement = Enumerable
        .Range(0, 5)
        .Aggregate(SplitMix64.Increment, (inverse, _) => unchecked(inverse * (2 - (SplitMix64.Increment * inverse))));

    private static readonly string[] Names = ["sets", "tunes", "resamples"];

    [Fact]
    public void Next_OfSeed1234567_IsThePublishedSequence()
    {
        SplitMix64 generator = new(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Draws(ref generator, 5)
        );
    }

    [Fact]
    public void Shuffle_FourValues_ComeInEachOrderAsOftenAsInAnother()
    {
        const int Orders = 24;
        const int Times = 500 * Orders;
        SplitMix64 generator = new(3);
        Dictionary<string, int> seen = [];
        for (int time = 0; time < Times; time++)
        {
            char[] values = ['a', 'b', 'c', 'd'];
            generator.Shuffle(values.AsSpan());
            string order = new(values);
            seen[order] = seen.GetValueOrDefault(order) + 1;
        }

        // 23 degrees of freedom: over 49.7 once in a thousand times.
        Assert.Equal(Orders, seen.Count);
        Assert.True(seen.Values.Sum(count => Math.Pow(count - 500, 2) / 500) < 49.7);
    }

    [Fact]
    public void Distance_OfSeedsAnIncrementApart_IsOneDraw()
    {
        // The fault that deriving is for: the second stream is the first without its first draw.
        SplitMix64 first = new(42);
        SplitMix64 second = new(new Seed(unchecked(42 + SplitMix64.Increment)));

        Assert.Equal(Draws(ref first, 5)[1..], Draws(ref second, 4));
        Assert.Equal(1, Distance(42, unchecked(42 + SplitMix64.Increment)));
        Assert.Equal(3, Distance(unchecked(42 + (4 * SplitMix64.Increment)), unchecked(42 + SplitMix64.Increment)));
    }

    [Fact]
    public void Derive_StreamsOfManySeedsNamesAndNumbers_DoNotOverlap()
    {
        // Seeds that lie as badly as seeds can: neighbours, and increments of the generator apart.
        ulong[] seeds =
        [
            .. Enumerable.Range(0, 20).Select(n => (ulong)n),
            .. Enumerable.Range(1, 20).Select(n => unchecked((ulong)n * SplitMix64.Increment)),
            ulong.MaxValue,
        ];
        ulong[] derived =
        [
            .. seeds.SelectMany(seed =>
                Names.SelectMany(name =>
                    (ulong[])
                        [
                            new Seed(seed).Derive(name).Value,
                            .. Enumerable
                                .Range(0, 4)
                                .SelectMany(a => (ulong[])[new Seed(seed).Derive(name, a).Value, new Seed(seed).Derive(name, a, 1).Value]),
                        ]
                )
            ),
        ];

        Assert.Equal(derived.Length, derived.Distinct().Count());

        // 1,107 streams are 612,171 pairs: the nearest two of random ones are about 2^64/612,171 = 2^44.8 draws apart, and nearer than 2^32
        // once in 7,000 times.
        long nearest = derived.SelectMany((a, index) => derived.Skip(index + 1).Select(b => Distance(a, b))).Min();
        Assert.True(nearest > 1L << 32, $"Two streams lie {nearest} draws apart.");
    }

    [Fact]
    public void Derive_NeighbouringSeedsAndNumbers_AreNotCorrelated()
    {
        const int Length = 4000;
        double[][] streams =
        [
            .. Enumerable
                .Range(0, 6)
                .SelectMany(seed => Enumerable.Range(1, 3).Select(layer => Uniforms(new Seed((ulong)seed).Derive("sets", layer), Length))),
        ];
        List<double> correlations = [];
        for (int a = 0; a < streams.Length; a++)
        {
            for (int b = a + 1; b < streams.Length; b++)
            {
                // Beside each other, and one a few draws late.
                correlations.AddRange(Enumerable.Range(-3, 7).Select(lag => Correlation(streams[a], streams[b], lag)));
            }
        }

        // 1,071 correlations of sd 1/sqrt(4,000): the largest of independent ones is about 3.3 sd, over 5 once in 1,600 times.
        Assert.True(correlations.Max(Math.Abs) < 5 / Math.Sqrt(Length), $"Largest correlation {correlations.Max(Math.Abs)}.");
        Assert.InRange(correlations.Average(r => r * r) * Length, 0.8, 1.2);
    }

    /// <summary>
    /// How many draws the later of two streams is behind the other: the number whose product with the increment is the difference of their
    /// states.
    /// </summary>
    private static long Distance(ulong a, ulong b)
    {
        long draws = unchecked((long)((a - b) * InverseIncrement));
        return draws == long.MinValue ? long.MaxValue : Math.Abs(draws);
    }

    private static ulong[] Draws(ref SplitMix64 generator, int count)
    {
        ulong[] draws = new ulong[count];
        for (int draw = 0; draw < count; draw++)
        {
            draws[draw] = generator.Next();
        }

        return draws;
    }

    private static double[] Uniforms(Seed seed, int count)
    {
        SplitMix64 generator = new(seed);
        return [.. Draws(ref generator, count).Select(bits => (bits >> 11) * Math.ScaleB(1, -53))];
    }

    private static double Correlation(double[] a, double[] b, int lag)
    {
        // Uniform on [0, 1): mean 1/2, variance 1/12, known and not fitted.
        double sum = 0;
        for (int n = 0; n < a.Length; n++)
        {
            sum += (a[n] - 0.5) * (b[(n + lag + b.Length) % b.Length] - 0.5);
        }

        return 12 * sum / a.Length;
    }
}
