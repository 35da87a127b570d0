using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lilt.Assessment;
using Lilt.Studio.Serving;
using Lilt.Studio.Sessions;

namespace Lilt.Studio.Effects;

/// <summary>The effects of all sessions, with what each pair of tunes adds to them.</summary>
internal sealed class EffectStore(StudioBounds bounds, StoreFile file, SessionStore sessions)
{
    private const string Live = "deleted IS NULL AND session IN (SELECT id FROM sessions WHERE deleted IS NULL)";

    /// <summary>The effects of a session, the newest first.</summary>
    public IReadOnlyList<EffectView> Of(string session)
    {
        lock (file.Gate)
        {
            sessions.ThrowIfNoRoom(session, 0);
            return file.Read(
                $"SELECT view FROM effects WHERE session = $session AND {Live} ORDER BY created DESC, rowid DESC",
                row => View(row.GetString(0)),
                ("$session", session)
            );
        }
    }

    /// <summary>An effect.</summary>
    /// <exception cref="StudioException">There is none.</exception>
    public EffectView Get(string id)
    {
        lock (file.Gate)
        {
            return file.Read($"SELECT view FROM effects WHERE id = $id AND {Live}", row => View(row.GetString(0)), ("$id", id))
                    .FirstOrDefault()
                ?? throw StudioException.NotFound("effect");
        }
    }

    /// <summary>What the pairs of an effect add to it, in the order of their seeds.</summary>
    public IReadOnlyList<PairedTune> Pairs(string id)
    {
        lock (file.Gate)
        {
            return file.Read(
                        $"SELECT pairs FROM effects WHERE id = $id AND {Live}",
                        row => row.IsDBNull(0) ? [] : Unpacked((byte[])row[0]),
                        ("$id", id)
                    )
                    .FirstOrDefault()
                ?? throw StudioException.NotFound("effect");
        }
    }

    /// <summary>Keeps an effect that was asked for.</summary>
    /// <exception cref="StudioException">There is no room, or no such session.</exception>
    public void Add(EffectView effect)
    {
        lock (file.Gate)
        {
            sessions.ThrowIfFull();
            sessions.ThrowIfNoRoom(effect.Session, 0);
            if (
                file.Count($"SELECT COUNT(*) FROM effects WHERE session = $session AND {Live}", ("$session", effect.Session))
                >= bounds.EffectsASession
            )
            {
                throw new StudioException(
                    StatusCodes.Status409Conflict,
                    $"A session keeps {bounds.EffectsASession} effects: delete some, or begin another session."
                );
            }

            file.Execute(
                "INSERT INTO effects (id, session, created, view) VALUES ($id, $session, $created, $view)",
                ("$id", effect.Id),
                ("$session", effect.Session),
                ("$created", TuneRow.Text(effect.Created)),
                ("$view", JsonSerializer.Serialize(effect, StudioJson.Options))
            );
        }
    }

    /// <summary>Keeps what an effect has come to.</summary>
    public void Put(EffectView effect, IReadOnlyList<PairedTune> pairs)
    {
        lock (file.Gate)
        {
            file.Execute(
                "UPDATE effects SET view = $view, pairs = $pairs WHERE id = $id",
                ("$id", effect.Id),
                ("$view", JsonSerializer.Serialize(effect, StudioJson.Options)),
                ("$pairs", pairs.Count == 0 ? null : Packed(pairs))
            );
        }
    }

    /// <summary>Deletes an effect, which can be had back; whose it was.</summary>
    public string Delete(string id)
    {
        lock (file.Gate)
        {
            string session = Get(id).Session;
            file.Execute("UPDATE effects SET deleted = $now WHERE id = $id", ("$id", id), ("$now", TuneRow.Text(DateTime.UtcNow)));
            return session;
        }
    }

    /// <summary>Has a deleted effect back.</summary>
    public EffectView Restore(string id)
    {
        lock (file.Gate)
        {
            file.Execute("UPDATE effects SET deleted = NULL WHERE id = $id", ("$id", id));
            return Get(id);
        }
    }

    private static EffectView View(string text) => JsonSerializer.Deserialize<EffectView>(text, StudioJson.Options)!;

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
