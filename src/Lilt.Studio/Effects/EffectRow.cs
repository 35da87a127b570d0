using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;
using Microsoft.Data.Sqlite;

namespace Lilt.Studio.Effects;

/// <summary>A row of the table of effects, there and back.</summary>
internal static class EffectRow
{
    /// <summary>Puts a row into the table.</summary>
    public static void Insert(StoreFile file, KeptEffect effect) =>
        file.Execute(
            "INSERT INTO effects (id, session, created, view, pairs) VALUES ($id, $session, $created, $view, $pairs)",
            [("$session", effect.View.Session), ("$created", TuneRow.Text(effect.View.Created)), .. Found(effect)]
        );

    /// <summary>The values of what an effect has come to, and its id.</summary>
    public static (string Name, object? Value)[] Found(KeptEffect effect) =>
        [
            ("$id", effect.View.Id),
            ("$view", JsonSerializer.Serialize(effect.View, StudioJson.Options)),
            ("$pairs", effect.Pairs.Count == 0 ? null : Packed(effect.Pairs)),
        ];

    /// <summary>A row of <c>view, pairs</c>.</summary>
    public static KeptEffect Read(SqliteDataReader row) => new(View(row), row.IsDBNull(1) ? [] : Unpacked((byte[])row[1]));

    /// <summary>A row that begins with <c>view</c>.</summary>
    public static EffectView View(SqliteDataReader row) => JsonSerializer.Deserialize<EffectView>(row.GetString(0), StudioJson.Options)!;

    // A pair is whether it is changed, then its numbers; whole numbers pack to a small part.
    private static byte[] Packed(IReadOnlyList<PairedTune> pairs)
    {
        using MemoryStream packed = new();
        using (BrotliStream stream = new(packed, CompressionLevel.Fastest))
        {
            foreach (PairedTune pair in pairs)
            {
                stream.Write(MemoryMarshal.AsBytes<double>([pair.IsChanged ? 1 : 0, .. pair.Numbers]));
            }
        }

        return packed.ToArray();
    }

    private static PairedTune[] Unpacked(byte[] packed)
    {
        using MemoryStream whole = new();
        using (BrotliStream stream = new(new MemoryStream(packed), CompressionMode.Decompress))
        {
            stream.CopyTo(whole);
        }

        return
        [
            .. MemoryMarshal
                .Cast<byte, double>(whole.ToArray())
                .ToArray()
                .Chunk(1 + PairedTunes.NumbersATune)
                .Select(row => new PairedTune(row[0] != 0, row[1..])),
        ];
    }
}
