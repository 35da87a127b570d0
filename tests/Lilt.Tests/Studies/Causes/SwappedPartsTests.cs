using Lilt.Network;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;
using Lilt.Subspaces;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Studies.Causes;

public sealed class SwappedPartsTests
{
    // Two roundings of float32 for each of 2H values under 1, added up.
    private const double Rounding = 1e-4;

    private static readonly Model Model = RandomModels.Create(new NetworkShape(3, 12, 20));

    [Fact]
    public void Every_ThreeLayers_AreSevenSetsAndAllIsLast()
    {
        IReadOnlyList<SwappedParts> sets = SwappedParts.Every(Model.Shape);

        Assert.Equal(["1", "2", "3", "1+2", "1+3", "2+3", "all"], sets.Select(of => of.Name(3)));
        Assert.Equal("1", Assert.Single(SwappedParts.Every(new NetworkShape(1, 12, 20))).Name(1));
    }

    [Fact]
    public void Apply_SomeUnitsOfACell_LeavesEverythingElse()
    {
        (float[] before, float[] after, NetworkState donor) = Applied(SwappedParts.Layer(2, StatePart.Cell) with { Units = [3, 7] });

        int cell = 2 * Model.Shape.Units;
        int[] changed = [.. Enumerable.Range(0, before.Length).Where(n => before[n] != after[n])];
        Assert.Equal([cell + 3, cell + 7], changed);
        Assert.All(changed, n => Assert.Equal(donor.Values[n], after[n]));
    }

    [Fact]
    public void Apply_AlongDirections_MovesTheirCoordinatesAndNoneAtRightAngles()
    {
        Subspace basis = RandomSubspace.Draw(5, 2 * Model.Shape.Units, 3);
        (float[] before, float[] after, NetworkState donor) = Applied(SwappedParts.Layer(2) with { Directions = basis });

        float[] layer = Layer(after);
        Assert.All(basis.Coordinates(donor.Layer(2)).Zip(basis.Coordinates(layer)), of => Assert.Equal(of.First, of.Second, Rounding));
        double moved = Square(layer, Layer(before));
        double along = basis.Coordinates(layer).Zip(basis.Coordinates(Layer(before)), (one, other) => (one - other) * (one - other)).Sum();
        Assert.Equal(along, moved, Rounding);
        Assert.True(moved > 0.01);
    }

    [Fact]
    public void Apply_AsLongAsOtherDirections_MovesAsFarAsThoseWould()
    {
        Subspace basis = RandomSubspace.Draw(3, 2 * Model.Shape.Units, 3);
        Subspace other = RandomSubspace.Draw(9, 2 * Model.Shape.Units, 4);
        (float[] before, float[] after, NetworkState donor) = Applied(SwappedParts.Layer(2) with { Directions = basis, AsLongAs = other });

        double wanted = other.Distance(Layer(before), donor.Layer(2));
        Assert.Equal(wanted, Math.Sqrt(Square(Layer(after), Layer(before))), Rounding);
        Assert.True(wanted > 0.1);
    }

    private static (float[] Before, float[] After, NetworkState Donor) Applied(SwappedParts parts)
    {
        using StepBatch batch = new(Model, 1);
        NoProbe probe = default;
        batch.Reset(0, ref probe);
        State(1).Write(batch, 0);
        NetworkState donor = State(2);
        parts.Apply(batch, 0, donor);
        NetworkState after = NetworkState.Of(Model.Shape);
        for (int layer = 1; layer <= 3; layer++)
        {
            batch.Memory(0, Site.C(layer)).CopyTo(after[Site.C(layer)]);
            batch.Memory(0, Site.H(layer)).CopyTo(after[Site.H(layer)]);
        }

        return (State(1).Values, after.Values, donor);
    }

    private static NetworkState State(uint seed)
    {
        SplitMix64 random = new(seed);
        NetworkState state = NetworkState.Of(Model.Shape);
        for (int n = 0; n < state.Values.Length; n++)
        {
            state.Values[n] = (random.Below(2001) - 1000) / 1000f;
        }

        return state;
    }

    private static float[] Layer(float[] values) => values[(2 * Model.Shape.Units)..(4 * Model.Shape.Units)];

    private static double Square(float[] one, float[] other) => one.Zip(other, (a, b) => Math.Pow(a - b, 2)).Sum();
}
