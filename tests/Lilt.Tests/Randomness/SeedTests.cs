using System.Numerics;
using System.Text.Json;
using Lilt.Randomness;
using Xunit;

namespace Lilt.Tests.Randomness;

public sealed class SeedTests
{
    [Fact]
    public void Derive_NamesAndNumbers_AreTheMixtureThatEveryStudyWasMadeWith()
    {
        // Worked out apart, in Python's whole numbers.
        Assert.Equal(5403352168345143400UL, new Seed(42).Derive("resamples").Value);
        Assert.Equal(16290210495777306598UL, new Seed(1).Derive("binding", 2, 0, -1).Value);
        Assert.Equal(15391444898077978780UL, new Seed(42).Derive("resamples").Derive("stimulus").Value);
    }

    [Fact]
    public void Derive_OneBitOfTheSeedFlipped_FlipsHalfOfTheDerivedBits()
    {
        static ulong Derived(int seed, ulong flipped) => new Seed((ulong)seed ^ flipped).Derive("sets", 1).Value;

        double[] flipped =
        [
            .. Enumerable
                .Range(0, 64)
                .Select(bit =>
                    Enumerable.Range(0, 64).Average(seed => (double)BitOperations.PopCount(Derived(seed, 0) ^ Derived(seed, 1UL << bit)))
                ),
        ];

        Assert.All(flipped, bits => Assert.InRange(bits, 29, 35));
    }

    [Fact]
    public void Derive_NameAndNumbers_AreToldApart()
    {
        Seed seed = 1;

        Assert.NotEqual(seed.Derive("a"), seed.Derive("b"));
        Assert.NotEqual(seed.Derive("a"), seed.Derive("a", 0));
        Assert.NotEqual(seed.Derive("a", 1, 2), seed.Derive("a", 2, 1));
        Assert.NotEqual(seed.Derive("ab"), seed.Derive("a", 'b'));
        Assert.Equal(seed.Derive("a", 1, 2), seed.Derive("a", 1, 2));
        Assert.Throws<ArgumentException>(() => seed.Derive(string.Empty));
    }

    [Theory]
    [InlineData(42u, 0L, 42u)]
    [InlineData(42u, 10L, 52u)]
    [InlineData(uint.MaxValue, 1L, 0u)]
    [InlineData(uint.MaxValue - 1, 5L + uint.MaxValue, 2u)]
    public void Add_Tunes_CountsOnAndBeginsAgainAfterTheLargest(uint seed, long tunes, uint expected) =>
        Assert.Equal<Seed>(expected, new Seed(seed) + tunes);

    [Theory]
    [InlineData(0uL, 1L, true)]
    [InlineData(0uL, 1L << 32, true)]
    [InlineData(0uL, (1L << 32) + 1, false)]
    [InlineData((ulong)uint.MaxValue, 1L, true)]
    [InlineData((ulong)uint.MaxValue, 2L, false)]
    [InlineData((ulong)uint.MaxValue + 1, 1L, false)]
    [InlineData(ulong.MaxValue, 1L, false)]
    [InlineData(42uL, long.MaxValue, false)]
    public void HasRoomFor_Tunes_IsWhetherTheLastIsNotOverTheLargest(ulong seed, long tunes, bool expected) =>
        Assert.Equal(expected, new Seed(seed).HasRoomFor(tunes));

    [Fact]
    public void OverTheLargest_DrawsNoTunes()
    {
        Seed derived = new(1UL << 32);

        string message = Assert.Throws<ArgumentOutOfRangeException>(() => new RandomState(derived)).Message;
        Assert.Equal(
            "Seed 4294967296 is over 4294967295, the largest that tunes are drawn with: name a smaller one, or take a derived seed's LowerBits.",
            message
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => derived + 1);
        Assert.Equal<Seed>(7u, new Seed((5UL << 32) + 7).LowerBits);
        Assert.Equal(new RandomState(7).NextUInt32(), new RandomState(new Seed((5UL << 32) + 7).LowerBits).NextUInt32());
    }

    [Fact]
    public void Json_IsTheNumberAlone()
    {
        Assert.Equal("[42,4294967295]", JsonSerializer.Serialize((Seed[])[42, Seed.Largest]));
        Assert.Equal((Seed[])[42, Seed.Largest], JsonSerializer.Deserialize<Seed[]>("[42,4294967295]")!);
        Assert.Equal([null, 3], JsonSerializer.Deserialize<Seed?[]>("[null,3]")!);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("4294967296")]
    [InlineData("\"42\"")]
    [InlineData("null")]
    public void Json_OfNoSeed_IsRefused(string json) =>
        Assert.Contains(
            "from 0 to 4294967295",
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Seed>(json)).Message,
            StringComparison.Ordinal
        );
}
