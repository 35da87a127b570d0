using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Studio.Models;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Serving;
using Lilt.Studio.Tunes;
using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Sessions;

/// <summary>A row of the table of tunes, there and back.</summary>
internal static class TuneRow
{
    /// <summary>The columns that a summary is read from.</summary>
    public const string Summary =
        "id, session, name, starred, created, kind, model, model_hash, seed, run_index, temperature, prime, token_limit, plan, baseline, cut, steps, tonic, written_in, rewritten, pushed, generator";

    /// <summary>All columns.</summary>
    public const string All = Summary + ", tokens, surprise, written, drawn";

    /// <summary>The values of all columns.</summary>
    public static (string Name, object? Value)[] Values(KeptTune tune)
    {
        StoredTune data = tune.Data;
        return
        [
            ("$id", data.Id),
            ("$session", tune.Session),
            ("$name", data.Name),
            ("$starred", data.Starred),
            ("$created", Text(data.Created)),
            ("$kind", data.Kind.ToString()),
            ("$model", data.Model),
            ("$model_hash", data.ModelHash),
            ("$seed", (long)data.Seed.Value),
            ("$run_index", data.Index),
            ("$temperature", data.Temperature),
            ("$prime", data.Prime),
            ("$token_limit", data.Limit),
            ("$plan", data.Plan is null ? null : PlanText(data.Plan)),
            ("$baseline", data.Baseline),
            ("$cut", data.Cut),
            ("$steps", data.Tokens.Count),
            ("$tonic", data.Key),
            ("$written_in", data.WrittenIn),
            ("$rewritten", data.Rewritten is null ? null : JsonSerializer.Serialize(data.Rewritten, StudioJson.Options)),
            ("$pushed", data.Pushed),
            ("$generator", data.Generator == DrawMode.Independent ? null : data.Generator.ToString()),
            ("$drawn", data.Drawn),
            ("$tokens", JsonSerializer.Serialize(data.Tokens, StudioJson.Options)),
            (
                "$surprise",
                MemoryMarshal
                    .AsBytes<float>([.. data.Surprise.Select(bits => bits is { } known ? (float)known : float.PositiveInfinity)])
                    .ToArray()
            ),
            ("$written", data.Written),
        ];
    }

    /// <summary>A row of all columns.</summary>
    public static KeptTune Read(SqliteDataReader row) =>
        new(
            row.GetString(1),
            new StoredTune
            {
                Id = row.GetString(0),
                Name = row.GetString(2),
                Starred = row.GetBoolean(3),
                Created = Time(row.GetString(4)),
                Kind = Enum.Parse<TuneKind>(row.GetString(5)),
                Model = row.GetString(6),
                ModelHash = row.GetString(7),
                Seed = (uint)row.GetInt64(8),
                Index = row.GetInt32(9),
                Temperature = row.GetDouble(10),
                Prime = row.GetString(11),
                Limit = row.GetInt32(12),
                Plan = row.IsDBNull(13) ? null : JsonNode.Parse(row.GetString(13)),
                Baseline = row.IsDBNull(14) ? null : row.GetString(14),
                Cut = row.GetBoolean(15),
                Key = TextOrNull(row, 17),
                WrittenIn = TextOrNull(row, 18),
                Rewritten = Origin(row),
                Pushed = WholeOrNull(row, 20),
                Generator = Generator(row),
                Drawn = row.IsDBNull(25) ? null : row.GetInt64(25),
                Tokens = JsonSerializer.Deserialize<string[]>(row.GetString(22), StudioJson.Options)!,
                Surprise =
                [
                    .. MemoryMarshal
                        .Cast<byte, float>((byte[])row[23])
                        .ToArray()
                        .Select(bits => float.IsFinite(bits) ? (double?)bits : null),
                ],
                Written = TextOrNull(row, 24),
            }
        );

    /// <summary>A row of the summary's columns.</summary>
    public static TuneSummary ReadSummary(SqliteDataReader row, StudioModels models)
    {
        TuneKind kind = Enum.Parse<TuneKind>(row.GetString(5));
        Seed seed = (uint)row.GetInt64(8);
        int index = row.GetInt32(9);
        string? plan = row.IsDBNull(13) ? null : row.GetString(13);
        RewriteOrigin? origin = Origin(row);
        DrawMode generator = Generator(row);
        string? argument = models.Argument(row.GetString(6));
        TuneCommand command = new()
        {
            Model = argument,
            Seed = seed,
            Index = index,
            Temperature = row.GetDouble(10),
            Prime = row.GetString(11),
            Limit = row.GetInt32(12),
            HasPlan = plan is not null,
            Key = TextOrNull(row, 17),
            Generator = generator,
        };
        return new TuneSummary
        {
            Id = row.GetString(0),
            Session = row.GetString(1),
            Name = row.GetString(2),
            Starred = row.GetBoolean(3),
            Created = Time(row.GetString(4)),
            Kind = kind,
            Model = row.GetString(6),
            ModelHash = row.GetString(7),
            Seed =
                kind == TuneKind.Given ? null
                : generator == DrawMode.Stream ? seed
                : seed + index,
            Index = index,
            Temperature = command.Temperature,
            Prime = command.Prime,
            Limit = command.Limit,
            Generator = generator,
            Cut = row.GetBoolean(15),
            Steps = row.GetInt32(16),
            Plan = plan is null ? null : JsonNode.Parse(plan),
            PlanHash = plan is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(plan))),
            Baseline = row.IsDBNull(14) ? null : row.GetString(14),
            Key = command.Key,
            WrittenIn = TextOrNull(row, 18),
            Rewritten = origin,
            Pushed = WholeOrNull(row, 20),
            Done = DoneWords.Of(plan is null ? null : JsonNode.Parse(plan), WholeOrNull(row, 20), origin),
            Command = origin is not null ? RewriteCommand.Of(origin, argument) : command.Of(kind),
        };
    }

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DrawMode Generator(SqliteDataReader row) =>
        TextOrNull(row, 21) is { } name ? Enum.Parse<DrawMode>(name) : DrawMode.Independent;

    private static int? WholeOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static RewriteOrigin? Origin(SqliteDataReader row) =>
        TextOrNull(row, 19) is { } origin ? JsonSerializer.Deserialize<RewriteOrigin>(origin, StudioJson.Options) : null;

    /// <summary>A plan's one text, as it is kept.</summary>
    public static string PlanText(JsonNode plan) => OperationPlan.Parse(plan.ToJsonString()).ToJson();

    public static string Text(DateTime time) => time.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    public static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
}
