using Apache.Arrow;
using Apache.Arrow.Ipc;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;
using ParquetSharp.Arrow;
using Xunit;

namespace Lilt.Sweeping.Tests;

/// <summary>
/// The tables as Arrow's C++ library reads them into Arrow's columns: what <c>pandas.read_parquet</c> and R's
/// <c>arrow::read_parquet</c> do, which are made of the same library.
/// </summary>
public sealed class ArrowTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("tunes", SweepPlace.Grid)]
    [InlineData(
        "sets",
        """
            {"task":"control","models":[{"plant":"durations","layer":2,"units":64}],"headers":["M:4/4 K:Cmaj"],"seeds":{"from":1,"count":1},
             "control":{"sets":4,"tunes":2,"setsAShard":2},"plans":[{"name":"some","operations":[{"op":"excise","layer":1,"units":[5]}]}]}
            """
    )]
    [InlineData(
        "verdicts",
        """
            {"task":"study","models":[{"plant":"relay","layer":1,"units":64}],
             "study":{"kind":"causes","quick":true,"tunes":16,"pairs":20},"seeds":{"from":1,"count":1}}
            """
    )]
    public async Task Tables_AsArrowReadsThem_AreThoseOfDuckDB(string table, string json)
    {
        SweepFolder sweep = place.Begin("sweep", json);
        new SweepWorker(sweep, 2).Run([0]);
        List<(string Name, string Type)> columns =
        [
            .. SweepPlace
                .Ask(sweep, $"select column_name, column_type from (describe {table})")
                .Select(row => ((string)row[0]!, (string)row[1]!)),
        ];
        List<object?[]> asked = SweepPlace.Ask(sweep, $"select * from {table}");

        using FileReader reader = new(sweep.Store.PathOf(sweep.Shards[0]));
        using IArrowArrayStream stream = reader.GetRecordBatchReader();
        Assert.Equal(columns.Select(column => column.Name), stream.Schema.FieldsList.Select(field => field.Name));
        List<object?[]> read = [];
        while (await stream.ReadNextRecordBatchAsync(TestContext.Current.CancellationToken) is { } batch)
        {
            read.AddRange(Enumerable.Range(0, batch.Length).Select(row => batch.Arrays.Select(column => Value(column, row)).ToArray()));
        }

        Assert.NotEmpty(asked);
        Assert.Equal(asked, read);
    }

    private static object? Value(IArrowArray column, int row) =>
        column switch
        {
            _ when column.IsNull(row) => null,
            StringArray texts => texts.GetString(row),
            Int32Array whole => whole.GetValue(row),
            Int64Array whole => whole.GetValue(row),
            DoubleArray numbers => numbers.GetValue(row),
            BooleanArray flags => flags.GetValue(row),
            _ => throw new InvalidOperationException($"A column of {column.Data.DataType.Name}."),
        };
}
