using Lilt.Selection;
using Lilt.Spectra;
using Xunit;

namespace Lilt.Tests.Selection;

public sealed class SwitchedUnitsTests
{
    // A row a unit, a column a step: # is 0.9, - is −0.9, . is 0.
    private static readonly string[] Picture =
    [
        "..###....###....",
        "..###....##.....",
        ".####....###....",
        "..##.....###....",
        "..---....---....",
        "..--#...........",
    ];

    [Fact]
    public void Find_Above_TakesThoseOnThroughoutAndOffAtBothEdges()
    {
        SwitchedUnits found = SwitchedUnits.Find(Sequences(Picture), 2, 5, 0.5);

        Assert.Equal([0, 1], found.Units);
        Assert.Equal(3, found.Length);
    }

    [Fact]
    public void Find_AboveAndBelow_TakesALowUnitOnlyIfItIsLowThroughout() =>
        Assert.Equal([0, 1, 4], SwitchedUnits.Find(Sequences(Picture), 2, 5, 0.5, -0.5).Units);

    [Fact]
    public void Find_AtTheEndsOfTheTune_CountsTheOutsideAsOff()
    {
        UnitSequences units = Sequences(["###", "##.", ".##"]);

        Assert.Equal([0], SwitchedUnits.Find(units, 0, 3, 0.5).Units);
        Assert.Equal([1], SwitchedUnits.Find(units, 0, 2, 0.5).Units);
        Assert.Equal([2], SwitchedUnits.Find(units, 1, 3, 0.5).Units);
    }

    [Fact]
    public void Places_OfTheUnits_AreLongestRunsOfAtLeastHalf()
    {
        SwitchedUnits found = SwitchedUnits.Find(Sequences(Picture), 2, 5, 0.5, -0.5);

        Assert.Equal([new SwitchedPlace(2, 5, 3), new SwitchedPlace(9, 12, 3)], found.Places(Sequences(Picture)));
        Assert.Equal([new SwitchedPlace(1, 3, 2)], found.Places(Sequences(["###", ".##", "...", "...", "...", "..."])));
        Assert.Empty(found.Places(Sequences(["###", "...", "###", "###", "###", "###"])));
    }

    [Fact]
    public void Places_OfNoUnits_AreNone() => Assert.Empty(SwitchedUnits.Find(Sequences(Picture), 2, 5, 2).Places(Sequences(Picture)));

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 17)]
    public void Find_RangeOutside_Throws(int from, int to) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SwitchedUnits.Find(Sequences(Picture), from, to, 0.5));

    private static UnitSequences Sequences(string[] rows) =>
        new(
            [
                .. Enumerable
                    .Range(0, rows[0].Length)
                    .SelectMany(step =>
                        rows.Select(row =>
                            row[step] switch
                            {
                                '#' => 0.9f,
                                '-' => -0.9f,
                                _ => 0f,
                            }
                        )
                    ),
            ],
            rows.Length
        );
}
