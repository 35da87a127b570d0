using System.Text.Json.Nodes;

namespace Lilt.Robustness.Crowd;

/// <summary>Sessions without end: as many as the studio takes, which then says so, and ten thousand made and deleted in turn.</summary>
internal static class ManySessions
{
    /// <summary>Makes so many sessions; what is refused for want of room has one deleted and is asked for again.</summary>
    public static async Task RunAsync(CrowdedStudio studio, Tally tally, int sessions)
    {
        int left = sessions;
        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        Queue<string> mine = [];
                        while (Interlocked.Decrement(ref left) >= 0)
                        {
                            (int status, JsonNode? made) = await MakeAsync(studio, tally);
                            while (status is 409 or 507 && mine.Count > 0)
                            {
                                await studio.AskAsync(tally, "DELETE", $"/api/sessions/{mine.Dequeue()}");
                                (status, made) = await MakeAsync(studio, tally);
                            }

                            if (status == 201)
                            {
                                mine.Enqueue(made!["id"]!.GetValue<string>());
                            }
                        }
                    })
                )
        );
        (_, JsonNode? all) = await studio.JsonAsync(tally, "GET", "/api/sessions");
        tally.Add($"sessions at the end {all!.AsArray().Count}");
        await studio.AskAsync(tally, "GET", "/api/deleted");
        await studio.AskAsync(tally, "DELETE", "/api/deleted");
    }

    private static Task<(int Status, JsonNode? Body)> MakeAsync(CrowdedStudio studio, Tally tally) =>
        studio.JsonAsync(tally, "POST", "/api/sessions", new JsonObject { ["name"] = "one of many" });
}
