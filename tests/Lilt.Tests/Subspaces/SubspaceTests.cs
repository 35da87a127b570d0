using Lilt.Randomness;
using Lilt.Subspaces;
using Xunit;

namespace Lilt.Tests.Subspaces;

public sealed class SubspaceTests
{
    private const int Width = 24;

    // States within ±1, a basis rounded to float32 and a result rounded to float32.
    private const double Rounding = 1e-6;

    [Fact]
    public void Swap_WithItself_ChangesNoBit()
    {
        Subspace subspace = RandomSubspace.Draw(5, Width, 1);
        float[] state = State(1);
        float[] swapped = new float[Width];

        subspace.Swap(state, state, swapped);

        Assert.Equal(state, swapped);
    }

    [Fact]
    public void Swap_AllDirections_IsTheDonor()
    {
        float[] swapped = new float[Width];

        RandomSubspace.Draw(Width, Width, 1).Swap(State(1), State(2), swapped);

        Equal(State(2), swapped);
    }

    [Fact]
    public void Swap_SomeDirections_TakesTheDonorsThereAndTheTargetsElsewhere()
    {
        Subspace whole = RandomSubspace.Draw(Width, Width, 3);
        Subspace subspace = whole.First(5);
        float[] swapped = new float[Width];

        subspace.Swap(State(1), State(2), swapped);

        double[] found = whole.Coordinates(swapped);
        double[] target = whole.Coordinates(State(1));
        double[] donor = whole.Coordinates(State(2));
        for (int direction = 0; direction < Width; direction++)
        {
            Assert.Equal(direction < 5 ? donor[direction] : target[direction], found[direction], Rounding);
        }
    }

    [Fact]
    public void Swap_IntoTheTargetItself_GivesTheSame()
    {
        Subspace subspace = RandomSubspace.Draw(5, Width, 1);
        float[] apart = new float[Width];
        float[] inPlace = State(1);

        subspace.Swap(State(1), State(2), apart);
        subspace.Swap(inPlace, State(2), inPlace);

        Assert.Equal(apart, inPlace);
    }

    [Fact]
    public void Swap_OfALength_MovesSoFarTheSameWay()
    {
        Subspace subspace = RandomSubspace.Draw(5, Width, 1);
        float[] plain = new float[Width];
        float[] scaled = new float[Width];
        double own = subspace.Distance(State(1), State(2));

        subspace.Swap(State(1), State(2), plain);
        subspace.Swap(State(1), State(2), 3 * own, scaled);

        for (int n = 0; n < Width; n++)
        {
            Assert.Equal(3.0 * (plain[n] - State(1)[n]), scaled[n] - State(1)[n], 4 * Rounding);
        }

        Assert.True(own > 0.1, "there must be a movement to lengthen");
    }

    [Fact]
    public void Swap_OfALengthWhereNothingDiffers_LeavesTheTarget()
    {
        float[] swapped = new float[Width];

        RandomSubspace.Draw(5, Width, 1).Swap(State(1), State(1), 2.0, swapped);

        Assert.Equal(State(1), swapped);
    }

    [Fact]
    public void Constructor_RowsThatAreNotOrthonormal_SaysWhichAndWhatToDo()
    {
        float[] rows = [1f, 0f, 0f, 0.6f, 0.8f, 0f];

        ArgumentException fault = Assert.Throws<ArgumentException>(() => new Subspace(rows, 3));

        Assert.StartsWith(
            "Directions 0 and 1 are not orthonormal: their product is 0.6. Make the rows orthonormal first.",
            fault.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(12)]
    public void Constructor_NoWholeDirectionsOrTooMany_IsAnError(int numbers) =>
        Assert.Throws<ArgumentException>(() => new Subspace(new float[numbers], 3));

    [Fact]
    public void Draw_AnySeed_OrthonormalAndItsOwn()
    {
        // The constructor holds the rows to be orthonormal.
        Subspace one = RandomSubspace.Draw(7, Width, 1);

        Assert.Equal(7, one.Directions);
        Assert.Equal(one.Basis.ToArray(), RandomSubspace.Draw(7, Width, 1).Basis.ToArray());
        Assert.NotEqual(one.Basis.ToArray(), RandomSubspace.Draw(7, Width, 2).Basis.ToArray());
    }

    [Fact]
    public void Draw_ManyDirections_FavoursNoNumber()
    {
        // Of 400 directions each number's mean square is 1 in 24 with a deviation of 1 in 24 times √(2/400): five of these are 0.35.
        double[] squares = new double[Width];
        for (uint seed = 0; seed < 400; seed++)
        {
            ReadOnlySpan<float> direction = RandomSubspace.Draw(1, Width, seed).Basis.Span;
            for (int n = 0; n < Width; n++)
            {
                squares[n] += direction[n] * direction[n] * Width / 400;
            }
        }

        Assert.All(squares, square => Assert.InRange(square, 0.65, 1.35));
    }

    [Fact]
    public void Draw_Scaled_FavoursTheNumbersOfLargeScale()
    {
        double[] scale = [.. Enumerable.Range(0, Width).Select(static n => n < 4 ? 1.0 : 0.1)];
        double first = 0.0;
        for (uint seed = 0; seed < 200; seed++)
        {
            foreach (float value in RandomSubspace.Draw(1, scale, seed).Basis.Span[..4])
            {
                first += value * value / 200;
            }
        }

        // Four numbers of mean square 1 beside twenty of 0.01: about 4 of 4.2; of numbers all alike 4 of 24.
        Assert.InRange(first, 0.85, 0.99);
    }

    private static float[] State(int number)
    {
        SplitMix64 random = new(new Seed(8).Derive("state", number));
        float[] state = new float[Width];
        for (int n = 0; n < Width; n++)
        {
            state[n] = (random.Below(2001) - 1000) / 1000f;
        }

        return state;
    }

    private static void Equal(float[] expected, float[] found)
    {
        for (int n = 0; n < expected.Length; n++)
        {
            Assert.Equal(expected[n], found[n], Rounding);
        }
    }
}
