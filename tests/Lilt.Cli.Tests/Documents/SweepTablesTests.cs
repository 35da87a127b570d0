using System.Text.RegularExpressions;
using Lilt.Assessment;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>The tables of docs/sweeps.md beside what a sweep takes and writes.</summary>
[Collection(CurrentFolder.Name)]
public sealed partial class SweepTablesTests
{
    private static readonly Document Page = new("docs/sweeps.md");

    [Fact]
    public void Members_OfAPlan_AreThoseThatAreRead()
    {
        using StandIns standIns = new();
        SortedSet<string> taken = [];
        foreach (
            string of in (string[])
                [
                    """ "task":"generate" """,
                    """ "task":"assess","plans":["none"] """,
                    """ "task":"control","control":{"sets":9} """,
                    """ "task":"study","study":{"kind":"look"} """,
                ]
        )
        {
            SweepFormatException e = Assert.Throws<SweepFormatException>(() =>
                SweepPlanReader.Read(
                    $$"""{ {{of}},"models":["small.safetensors"],"seeds":{"from":1,"count":1},"nothing":0}""",
                    standIns.Folder,
                    _ => null,
                    "x"
                )
            );
            taken.UnionWith(Taken().Match(e.Message).Groups[1].Value.Split(", "));
        }

        Assert.Equal(taken, Page.Table("member", "holds").SelectMany(row => Document.Codes(row[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Columns_OfTheTunes_AreThoseWritten()
    {
        using StandIns standIns = new();
        SweepFolder sweep = SweepFolder.Begin("columns", SweepPlanReader.ReadFile("grid.json", _ => null));
        new SweepWorker(sweep, 1).Run([0]);
        IReadOnlyList<string> columns = [];
        TableQuestion.Ask(sweep, "select * from tunes limit 1", (names, _) => columns = names);

        Assert.Equal(
            [
                .. Page.Table("column of `tunes`", "holds").SelectMany(row => Document.Codes(row[0])),
                .. PairedTunes.Figures.SelectMany(figure => (string[])[figure.Name + "_above", figure.Name + "_below"]),
            ],
            columns
        );
    }

    [Fact]
    public void Columns_OfAControlsSets_AreNamed()
    {
        using StandIns standIns = new();
        SweepFolder sweep = SweepFolder.Begin("sets", SweepPlanReader.ReadFile("controls.json", _ => null));
        new SweepWorker(sweep, 1).Run([0]);
        IReadOnlyList<string> columns = [];
        TableQuestion.Ask(sweep, "select * from sets limit 1", (names, _) => columns = names);

        Assert.Subset(Page.InlineCode.ToHashSet(), columns.ToHashSet());
    }

    [GeneratedRegex("it takes (.*)\\.$")]
    private static partial Regex Taken();
}
