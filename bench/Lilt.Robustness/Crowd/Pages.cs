using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Lilt.Robustness.Crowd;

/// <summary>Waves of pages: many at once, some that leave in the middle of an answer, some that read so slowly that it hardly moves.</summary>
internal static class Pages
{
    private const int TokensATune = 120;

    /// <summary>Each opens the page, makes a session, follows what happens, has a tune written, looks into it and exports it.</summary>
    public static Task AtOnceAsync(CrowdedStudio studio, Tally tally, int pages) =>
        Task.WhenAll(Enumerable.Range(0, pages).Select(n => Task.Run(() => OneAsync(studio, tally, n))));

    /// <summary>Clients that ask for something long, read a little of it or nothing, and are gone.</summary>
    public static async Task LeaversAsync(CrowdedStudio studio, Tally tally, int clients)
    {
        (string session, string tune) = await TuneAsync(studio, tally, "leavers", 7);
        string[] asked =
        [
            $"GET /api/tunes/{tune}/recording/h/1",
            $"GET /api/tunes/{tune}/export?format=wav",
            $"GET /api/tunes/{tune}/export?format=npz",
            $"GET /api/tunes/{tune}/spectra?site=c&window=hann",
            "GET /api/events",
            $"POST /api/tunes/{tune}/rewrite {{\"kind\":\"bars\",\"from\":1,\"to\":2}}",
            $"POST /api/tunes/{tune}/matches {{\"site\":\"h\",\"layer\":1,\"from\":2,\"to\":5,\"above\":0.1}}",
            $"POST /api/sessions/{session}/given {{\"model\":\"{studio.Model}\",\"text\":\"M:4/4 K:Cmaj C D E F | G A B c |\"}}",
        ];
        await Task.WhenAll(
            Enumerable.Range(0, clients).Select(n => Task.Run(() => LeaveAsync(studio, tally, asked[n % asked.Length], n % 3)))
        );
    }

    /// <summary>Streams and files that nobody reads while tunes are written.</summary>
    public static async Task SlowReadersAsync(CrowdedStudio studio, Tally tally, int clients)
    {
        (string session, string tune) = await TuneAsync(studio, tally, "slow readers", 11);
        List<TcpClient> open = [];
        try
        {
            for (int n = 0; n < clients; n++)
            {
                TcpClient connection = await studio.ConnectAsync(small: true);
                open.Add(connection);
                string where = n % 2 == 0 ? "/api/events" : $"/api/tunes/{tune}/export?format=wav";
                await connection.GetStream().WriteAsync(Request(studio, $"GET {where}", close: true));
                tally.Add("opened");
            }

            for (int n = 0; n < 8; n++)
            {
                await WriteAsync(studio, tally, session, 500 + (8 * n), tunes: 8);
            }
        }
        finally
        {
            open.ForEach(connection => connection.Dispose());
        }
    }

    /// <summary>A new session with one tune.</summary>
    public static async Task<(string Session, string Tune)> TuneAsync(CrowdedStudio studio, Tally tally, string name, int seed)
    {
        (_, JsonNode? made) = await studio.JsonAsync(tally, "POST", "/api/sessions", new JsonObject { ["name"] = name });
        string session = made!["id"]!.GetValue<string>();
        return (session, (await WriteAsync(studio, tally, session, seed, 1))[0]);
    }

    /// <summary>Has tunes written and waits for them; where too many runs are under way it asks again, as a person does.</summary>
    public static async Task<string[]> WriteAsync(CrowdedStudio studio, Tally tally, string session, int seed, int tunes)
    {
        JsonObject request = new()
        {
            ["model"] = studio.Model,
            ["seed"] = seed,
            ["tunes"] = tunes,
            ["limit"] = TokensATune,
        };
        while (true)
        {
            (int status, JsonNode? run) = await studio.JsonAsync(tally, "POST", $"/api/sessions/{session}/tunes", request.DeepClone());
            if (status == 429)
            {
                await Task.Delay(100);
                continue;
            }

            string job = run!["job"]!.GetValue<string>();
            await studio.AskAsync(tally, "GET", $"/api/events?job={job}");
            (_, JsonNode? ended) = await studio.JsonAsync(tally, "GET", $"/api/jobs/{job}");
            if (ended?["state"]?.GetValue<string>() != "done")
            {
                tally.Faults.Enqueue($"a run ended as {ended?.ToJsonString()}");
            }

            return [.. ended!["tunes"]!.AsArray().Select(tune => tune!.GetValue<string>())];
        }
    }

    private static async Task OneAsync(CrowdedStudio studio, Tally tally, int n)
    {
        await studio.AskAsync(tally, "GET", "/");
        await studio.AskAsync(tally, "GET", "/api/models");
        await studio.AskAsync(tally, "GET", $"/api/models/{studio.Model}");
        await studio.AskAsync(tally, "GET", "/api/sessions");
        using CancellationTokenSource closed = new();
        Task following = FollowAsync(studio, tally, closed.Token);
        (string session, string tune) = await TuneAsync(studio, tally, $"page {n}", 1000 + n);
        foreach (
            string what in new[]
            {
                $"tunes/{tune}",
                $"tunes/{tune}?key=D",
                $"tunes/{tune}/recording/h/1",
                $"tunes/{tune}/recording/c/3",
                $"tunes/{tune}/recording/posterior",
                $"tunes/{tune}/posterior",
                $"tunes/{tune}/places",
                $"tunes/{tune}/order?site=h&layer=1&by=peak",
                $"tunes/{tune}/spectra?site=h&window=hann",
                $"tunes/{tune}/units/1/17?site=h&window=hann",
                $"tunes/{tune}/export?format=abc",
                $"tunes/{tune}/export?format=mid",
                $"tunes/{tune}/export?format=wav",
                $"tunes/{tune}/export?format=npz",
                $"tunes/{tune}/export?format=musicXml",
                $"sessions/{session}/export",
                $"sessions/{session}/handout?tunes={tune}",
                $"sessions/{session}/abc",
            }
        )
        {
            await studio.AskAsync(tally, "GET", "/api/" + what);
        }

        await closed.CancelAsync();
        await following;
    }

    private static async Task FollowAsync(CrowdedStudio studio, Tally tally, CancellationToken closed)
    {
        try
        {
            using Stream events = await studio.StreamAsync("/api/events", closed);
            tally.Add("streams");
            await events.CopyToAsync(Stream.Null, closed);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && closed.IsCancellationRequested) { }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            tally.Faults.Enqueue($"a page's stream: {e.Message}");
        }
    }

    private static async Task LeaveAsync(CrowdedStudio studio, Tally tally, string asked, int after)
    {
        using TcpClient connection = await studio.ConnectAsync();
        connection.LingerState = new LingerOption(enable: true, seconds: 0);
        byte[] request = Request(studio, asked, close: false);

        // In the middle of the request, when it is sent, or when something has been read.
        await connection.GetStream().WriteAsync(after == 0 ? request.AsMemory(0, request.Length - 1) : request);
        if (after == 2)
        {
            using CancellationTokenSource deadline = new(CrowdedStudio.Deadline);
            await connection.GetStream().ReadAtLeastAsync(new byte[64], 1, throwOnEndOfStream: false, deadline.Token);
        }

        tally.Add(
            after switch
            {
                0 => "left while asking",
                1 => "left at once",
                _ => "left while reading",
            }
        );
    }

    private static byte[] Request(CrowdedStudio studio, string asked, bool close)
    {
        string[] parts = asked.Split(' ', 3);
        string body = parts.Length > 2 ? parts[2] : "";
        return Encoding.UTF8.GetBytes(
            $"{parts[0]} {parts[1]} HTTP/1.1\r\nHost: 127.0.0.1:{studio.Port}\r\nX-Lilt-Token: {studio.Token}\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{(close ? "Connection: close\r\n" : "")}\r\n{body}"
        );
    }
}
