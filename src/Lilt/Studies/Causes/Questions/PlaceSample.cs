using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>States at places of the measure, some of every tune, told apart by how far they are: classes on whole eighths.</summary>
internal sealed class PlaceSample
{
    private const int PlacesATune = 12;
    private const int FewestInClass = 10;

    private readonly List<(int Tune, int Class, NetworkState State)> all = [];

    /// <param name="material">The tunes.</param>
    /// <param name="seed">Of the choice.</param>
    public PlaceSample(MeterMaterial material, Seed seed)
    {
        SplitMix64 random = new(seed.Derive("places"));
        foreach (ReadTune tune in material.Tunes)
        {
            List<OpenPlace> open =
            [
                .. tune.UsedPlaces.Where(place => 8 % place.Distance.Denominator == 0 && place.Distance < material.Full),
            ];
            for (int n = 0; n < PlacesATune && open.Count > 0; n++)
            {
                int choice = random.Below(open.Count);
                OpenPlace place = open[choice];
                open.RemoveAt(choice);
                all.Add((tune.Index, (int)(place.Distance * new Fraction(8)).Numerator, material.State(new(tune.Index, place.Step))));
            }
        }
    }

    /// <summary>Whether a tune has a part in finding things; the others try what was found.</summary>
    public static bool Finds(int tune) => tune % 2 == 0;

    /// <summary>The classes with enough places among the tunes that find, ascending, in eighths.</summary>
    public IReadOnlyList<int> Classes =>
        [.. all.Where(of => Finds(of.Tune)).GroupBy(of => of.Class).Where(of => of.Count() >= FewestInClass).Select(of => of.Key).Order()];

    /// <summary>The places of the tunes that find, or of the others.</summary>
    public IEnumerable<(int Class, NetworkState State)> Places(bool find) =>
        all.Where(of => Finds(of.Tune) == find).Select(of => (of.Class, of.State));

    /// <summary>How much of the variance of each value of a layer goes with the class: of c, then of h, [2H], 0 to 1.</summary>
    /// <remarks>The correlation ratio η², on the tunes that find.</remarks>
    public double[] VarianceWithPlace(int layer, NetworkShape shape)
    {
        int width = 2 * shape.Units;
        float[][][] classes =
        [
            .. Places(find: true).GroupBy(of => of.Class).Select(of => of.Select(place => place.State.Layer(layer).ToArray()).ToArray()),
        ];
        double count = classes.Sum(static of => of.Length);
        double[] shares = new double[width];
        for (int value = 0; value < width; value++)
        {
            double mean = classes.Sum(of => of.Sum(state => (double)state[value])) / count;
            double whole = classes.Sum(of => of.Sum(state => Square(state[value] - mean)));
            double between = classes.Sum(of => of.Length * Square(of.Average(state => (double)state[value]) - mean));
            shares[value] = whole > 0 ? between / whole : 0;
        }

        return shares;

        static double Square(double of) => of * of;
    }
}
