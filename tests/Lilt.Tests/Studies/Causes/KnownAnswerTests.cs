using Lilt.Planting.Causes;
using Lilt.Studies;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Known;
using Xunit;
using CountDirection = Lilt.Planting.Causes.CountDirection;

namespace Lilt.Tests.Studies.Causes;

/// <summary>The table of networks of known answer that the library carries: whole, as it would be made today, and as the document has it.</summary>
public sealed class KnownAnswerTests
{
    private const int FewestBuilds = 3;
    private const int FewestNulls = 40;
    private const double MostFalseKeepers = 0.05;

    private static readonly KnownTable Table = KnownTable.Carried();

    [Fact]
    public void Carried_HasEveryKindKeeperAndDirectionInEveryBuild()
    {
        Assert.True(Table.Builds >= FewestBuilds);
        Assert.True(Table.Nulls.Count >= FewestNulls);
        string[] wanted =
        [
            .. KnownNetworks
                .Shapes()
                .SelectMany(of =>
                    Enumerable.Repeat(
                        $"{CausalTruth.Word(of.Kind)} {of.Keeper} {CausalNetwork.Make(of.Kind, of.Keeper, 32, 1, of.Direction).Truth.Direction switch
                        {
                            { } direction => CausalTruth.Word(direction),
                            null => "none",
                        }}",
                        of.Keeper == 0 ? Table.NullBuilds : Table.Builds
                    )
                ),
        ];

        Assert.Equal(wanted.Order(), Table.Networks.Select(of => $"{of.Kind} {of.Keeper} {of.Direction}").Order());
        Assert.Equal(Table.Networks.Count, Table.Networks.Select(of => (of.Kind, of.Keeper, of.Direction, of.Build)).Distinct().Count());
    }

    [Fact]
    public void Carried_SaysNothingWrong_AndEveryLayerOfACountIsJudgedRight()
    {
        Assert.All(Table.Networks, of => Assert.Equal(0, of.Wrong));
        Assert.All(Table.Networks.Where(of => of.Counts), of => Assert.DoesNotContain('u', of.Keeps + of.Sets + of.HandsOn));
        Assert.All(Table.Networks.Where(of => of.Counts), of => Assert.True(of.HasKeeper));
        Assert.True(Table.FalseKeepers <= MostFalseKeepers * Table.Nulls.Count);
    }

    // Of every build the first: a count, a clock, a pair, and a network of decoys that counts nothing.
    [Theory]
    [InlineData(CausalKind.Durations, 2, CountDirection.Gone)]
    [InlineData(CausalKind.Clock, 3, CountDirection.ToGo)]
    [InlineData(CausalKind.Cancelling, 1, CountDirection.ToGo)]
    [InlineData(CausalKind.Misleading, 0, CountDirection.ToGo)]
    [InlineData(CausalKind.Marker, 0, CountDirection.ToGo)]
    public void Judge_MadeAgain_IsTheRowOfTheTable(CausalKind kind, int keeper, CountDirection direction)
    {
        uint build = Table.Networks.Min(of => of.Build);

        KnownNetwork found = KnownNetworks.Judge(kind, keeper, direction, Table.Units, build).Found;

        Assert.Contains(found, Table.Networks);
    }

    [Fact]
    public void Judge_NetworkThatCountsNothing_SaysOfNoLayerThatItKeepsACount()
    {
        (KnownNetwork found, Study study) = KnownNetworks.Judge(CausalKind.Random, 0, CountDirection.ToGo, 32, 901);

        Assert.Equal(("uuu", "uuu", "uuu", 0, 0), (found.Keeps, found.Sets, found.HandsOn, found.Together, found.Wrong));
        Assert.Contains(
            "is undetermined: interchanging all layers moves the bar by less than 2 nats",
            study.Headline!.Answer,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Figure_AddsTheNetworksUp_AndBoundsTheFalseKeepers()
    {
        KnownAnswersFigure figure = Table.Figure("lilt study causes");

        Assert.Equal(Table.Networks.Count, figure.Rows.Sum(row => row.Networks));
        Assert.Equal(Table.Networks.Sum(of => of.Right), figure.Rows.Sum(row => row.Right));
        Assert.Equal(Table.Networks.Count * 10, figure.Rows.Sum(row => row.Right + row.Undetermined + row.Wrong));
        Assert.Equal(Table.FalseKeepers, figure.Rows.Where(row => !row.Counts).Sum(row => row.Keepers));
        Assert.Equal(figure.Nulls, figure.Rows.Where(row => !row.Counts).Sum(row => row.Networks));
    }

    [Theory]
    [InlineData(40, 0, 0.0722)]
    [InlineData(40, 2, 0.14915)]
    [InlineData(3, 3, 1)]
    public void FalseKeepersUnder_IsTheExactOneSidedBound(int nulls, int given, double bound)
    {
        KnownNetwork none = new("chance", 0, "none", 1, "uuu", "uuu", "uuu", 0, "undetermined", 0, 10, 0);
        KnownTable table = new(
            48,
            3,
            nulls,
            [.. Enumerable.Range(0, nulls).Select(n => none with { Build = (uint)n, Keeps = n < given ? "usu" : "uuu" })]
        );

        Assert.Equal(given, table.FalseKeepers);
        Assert.Equal(bound, table.FalseKeepersUnder, 1e-4);
    }

    [Fact]
    public void Document_HasTheTableAndTheBound()
    {
        string document = File.ReadAllText(Path.Combine(Checkout.Folder, "docs", "causes.md"));

        Assert.All(Table.Lines(), line => Assert.Contains(line, document, StringComparison.Ordinal));
        string flowing = document.ReplaceLineEndings(" ");
        Assert.Contains($"{NumberText.Number(Table.Nulls.Count)} networks that count nothing", flowing, StringComparison.Ordinal);
        Assert.Contains($"under {NumberText.Share(Table.FalseKeepersUnder)}", flowing, StringComparison.Ordinal);
        Assert.Contains($"builds {Table.Networks.Min(of => of.Build)} to", flowing, StringComparison.Ordinal);
    }
}
