using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Lilt.Robustness.Killed;

/// <summary>A studio that is killed while tunes are written and renamed: whatever a page was told of is there when it is started again.</summary>
internal static partial class KilledStudio
{
    private const int LongestMoment = 1500;

    /// <summary>Kills it so many times, over one folder of data, and prints a row.</summary>
    /// <returns>Whether nothing was lost.</returns>
    public static async Task<bool> RunAsync(string program, string folder, int kills, Random random)
    {
        string place = Directory.CreateDirectory(Path.Combine(folder, "studio")).FullName;
        Dictionary<string, (string Tokens, string? Name)> told = [];
        List<string> faults = [];
        for (int round = 0; round <= kills && faults.Count == 0; round++)
        {
            using LiltProcess studio = new(
                program,
                place,
                ["serve", "--port", "0", "--data", "data", "--model", Path.Combine(folder, "model.safetensors")]
            );
            string line = await studio.Output.ReadLineAsync() ?? "";
            if (Address().Match(line) is not { Success: true } found)
            {
                faults.Add($"round {round}: it does not start: {line} {studio.End().Said}");
                break;
            }

            using HttpClient client = new() { BaseAddress = new Uri(found.Value) };
            client.DefaultRequestHeaders.Add("X-Lilt-Token", Token().Match(await client.GetStringAsync("/")).Groups[1].Value);
            foreach ((string id, (string tokens, string? name)) in told)
            {
                JsonNode? tune = await client.GetFromJsonAsync<JsonNode>($"/api/tunes/{id}");
                string kept = tune!["tune"]!["tokens"]!.ToJsonString();
                if (kept != tokens || (name is not null && tune["name"]!.GetValue<string>() != name))
                {
                    faults.Add($"round {round}: tune {id} is another");
                }
            }

            if (round < kills)
            {
                using CancellationTokenSource end = new();
                Task writing = WriteAsync(client, told, random.Next(), end.Token);
                await Task.Delay(random.Next(LongestMoment));
                studio.Kill();
                await end.CancelAsync();
                await writing;
            }
            else
            {
                studio.Kill();
            }
        }

        Console.WriteLine($"| serve | {kills} | | {told.Count} tunes told of | {(faults.Count == 0 ? "0" : string.Join("; ", faults))} |");
        return faults.Count == 0;
    }

    // Writes and renames until the studio is gone; keeps what it was told.
    private static async Task WriteAsync(
        HttpClient client,
        Dictionary<string, (string Tokens, string? Name)> told,
        int seed,
        CancellationToken end
    )
    {
        try
        {
            JsonNode session = (
                await (
                    await client.PostAsJsonAsync("/api/sessions", new JsonObject { ["name"] = "a session" }, end)
                ).Content.ReadFromJsonAsync<JsonNode>(end)
            )!;
            for (int n = 0; ; n++)
            {
                JsonObject request = new()
                {
                    ["model"] = "model",
                    ["seed"] = (seed % 1_000_000) + (8 * n),
                    ["tunes"] = 4,
                    ["limit"] = 60,
                };
                using HttpResponseMessage asked = await client.PostAsJsonAsync($"/api/sessions/{session["id"]}/tunes", request, end);
                string job = (await asked.Content.ReadFromJsonAsync<JsonNode>(end))!["job"]!.GetValue<string>();
                for (bool under = true; under; )
                {
                    under = (await client.GetFromJsonAsync<JsonNode>($"/api/jobs/{job}", end))!["state"]!.GetValue<string>() is "underWay";
                    JsonNode now = (await client.GetFromJsonAsync<JsonNode>($"/api/sessions/{session["id"]}", end))!;
                    foreach (
                        string id in now["tunes"]!
                            .AsArray()
                            .Select(tune => tune!["id"]!.GetValue<string>())
                            .Where(id => !told.ContainsKey(id))
                    )
                    {
                        await ToldAsync(client, told, id, $"called {n}", end);
                    }
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException) { }
    }

    private static async Task ToldAsync(
        HttpClient client,
        Dictionary<string, (string Tokens, string? Name)> told,
        string id,
        string name,
        CancellationToken end
    )
    {
        JsonNode tune = (await client.GetFromJsonAsync<JsonNode>($"/api/tunes/{id}", end))!;
        told[id] = (tune["tune"]!["tokens"]!.ToJsonString(), null);
        using HttpResponseMessage renamed = await client.PatchAsJsonAsync($"/api/tunes/{id}", new JsonObject { ["name"] = name }, end);
        if (renamed.IsSuccessStatusCode)
        {
            told[id] = (told[id].Tokens, name);
        }
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();

    [GeneratedRegex("name=\"lilt-token\" content=\"([^\"]+)\"")]
    private static partial Regex Token();
}
