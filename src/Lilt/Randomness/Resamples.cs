namespace Lilt.Randomness;

/// <summary>Draws with replacement for bootstrap intervals.</summary>
public static class Resamples
{
    /// <summary>Some draws of as many of <paramref name="size"/> things as there are.</summary>
    /// <param name="size">How many things (tunes), at least 1.</param>
    /// <param name="count">How many draws.</param>
    /// <param name="seed">The same seed gives the same draws on every machine, and seeds that differ in any way draws that have nothing in
    /// common.</param>
    /// <returns>[count][size], numbers from 0 to size − 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is nothing to draw from, or no draw is asked for.</exception>
    public static int[][] Draw(int size, int count, Seed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        SplitMix64 generator = new(seed.Derive("resamples"));
        int[][] draws = new int[count][];
        for (int draw = 0; draw < count; draw++)
        {
            int[] numbers = new int[size];
            for (int index = 0; index < size; index++)
            {
                numbers[index] = generator.Below(size);
            }

            draws[draw] = numbers;
        }

        return draws;
    }
}
