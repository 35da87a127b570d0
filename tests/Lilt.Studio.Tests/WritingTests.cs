using System.Text.Json.Nodes;
using Lilt.Studio.Writing;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Tunes that are written: the command line's, to the token.</summary>
public sealed class WritingTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Write_ThreeTunes_StreamsTheTokensThatTheCommandLineWrites()
    {
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = 9,
                ["tunes"] = 3,
                ["limit"] = 80,
                ["prime"] = "M:6/8 K:Cdor *",
            }
        );

        JsonNode[] tunes = [.. events.Where(of => of.Name == "tune").Select(of => of.Data)];
        Assert.Equal([9u, 10u, 11u], tunes.Select(tune => tune["seed"]!.GetValue<uint>()));
        Assert.Equal("done", events[^1].Name);
        Assert.Equal(3, events[^1].Data["tunes"]!.GetValue<int>());
        foreach (JsonNode tune in tunes)
        {
            string[] streamed = Streamed(events, tune["index"]!.GetValue<int>());
            string[] kept =
            [
                .. (await studio.GetAsync($"/api/tunes/{tune["id"]}"))["tune"]!["tokens"]!
                    .AsArray()
                    .Select(token => token!.GetValue<string>()),
            ];
            string[] written = await StudioCommand.TokensAsync(studio, tune["command"]!.GetValue<string>());

            Assert.Equal(kept, streamed);
            Assert.Equal(kept, written);
        }
    }

    [Fact]
    public async Task Write_UnderAPlanThatDraws_IsWhatTheCommandLineWrites()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"stimulate","seed":5},{"op":"excise","layer":1,"units":[0,3]}]}""")!;
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = 3,
                ["tunes"] = 2,
                ["limit"] = 60,
                ["plan"] = plan.DeepClone(),
            }
        );

        foreach (JsonNode tune in events.Where(of => of.Name == "tune").Select(of => of.Data))
        {
            using HttpResponseMessage file = await studio.Client.GetAsync(
                $"/api/tunes/{tune["id"]}/export?format=plan",
                TestContext.Current.CancellationToken
            );
            string path = Path.Combine(studio.Folder, "plan.json");
            await File.WriteAllTextAsync(
                path,
                await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                TestContext.Current.CancellationToken
            );

            Assert.Equal("operated", tune["kind"]!.GetValue<string>());
            Assert.Equal(
                Streamed(events, tune["index"]!.GetValue<int>()),
                await StudioCommand.TokensAsync(studio, tune["command"]!.GetValue<string>())
            );
        }
    }

    /// <summary>
    /// That a plan touched something is a question to all tunes of its run: one of them alone, made again, need not have been reached.
    /// </summary>
    [Fact]
    public async Task Recording_OfATuneThatItsPlanNeverReached_IsMadeAgain()
    {
        await using RunningStudio forgetful = new(null, new StudioBounds { RecordingBytes = 1 });
        await forgetful.InitializeAsync();
        string session = await forgetful.NewSessionAsync();
        JsonObject request = new()
        {
            ["seed"] = 1,
            ["tunes"] = 8,
            ["limit"] = 40,
        };
        int[] lengths = [.. (await TunesAsync(forgetful, session, request)).Select(tune => tune.Length)];
        int shortest = Array.IndexOf(lengths, lengths.Min());
        Assert.True(lengths.Max() > lengths[shortest]);
        request["plan"] = JsonNode.Parse($$"""{"operations":[{"op":"bias","tokens":{"C":0.5},"steps":[{{lengths[shortest]}},null]}]}""");

        (string id, int length) = (await TunesAsync(forgetful, session, request))[shortest];
        byte[] values = await forgetful.Client.GetByteArrayAsync($"/api/tunes/{id}/recording/h/1", TestContext.Current.CancellationToken);

        Assert.Equal(lengths[shortest], length);
        Assert.Equal(lengths[shortest] * 12 * sizeof(float), values.Length);
    }

    [Fact]
    public async Task Write_WhatTheSessionHas_IsThatTuneAndNoOther()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"stimulate","seed":5}]}""")!;
        string three = await studio.TuneAsync(session, seed: 3);
        string cut = await studio.TuneAsync(session, seed: 3, plan: plan);

        Assert.Equal(three, await studio.TuneAsync(session, seed: 3));
        Assert.Equal(cut, await studio.TuneAsync(session, seed: 3, plan: plan));
        Assert.NotEqual(three, await studio.TuneAsync(session, seed: 3, limit: 61));
        Assert.NotEqual(three, await studio.TuneAsync(await studio.NewSessionAsync(), seed: 3));

        // Of three tunes that are asked for, the one that is there is told and the others are made.
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = 2,
                ["tunes"] = 3,
                ["limit"] = 60,
                ["prime"] = "M:4/4 K:Cmaj |: C D E F |",
            }
        );
        Assert.Equal([2u, 3u, 4u], events.Where(of => of.Name == "tune").Select(of => of.Data["seed"]!.GetValue<uint>()).Order());
        Assert.Contains(three, events.Where(of => of.Name == "tune").Select(of => of.Data["id"]!.GetValue<string>()));
        Assert.Equal(5, (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Count);
    }

    /// <summary>Twenty pages at once: nothing is lost, every tune is the command line's, and no run is left.</summary>
    [Fact]
    public async Task Write_TwentyAtOnce_LosesNothing()
    {
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)>[] all = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(client =>
                    studio.WriteAsync(
                        session,
                        new JsonObject
                        {
                            ["seed"] = 100 + client,
                            ["limit"] = 200,
                            ["prime"] = "M:4/4 K:Cmaj",
                        }
                    )
                )
        );

        for (int client = 0; client < all.Length; client++)
        {
            JsonNode tune = all[client].Single(of => of.Name == "tune").Data;
            Assert.Equal("done", all[client][^1].Name);
            Assert.Equal(
                await StudioCommand.TokensAsync(
                    studio,
                    $"lilt generate --model tiny --seed {100 + client} --limit 200 --prime 'M:4/4 K:Cmaj'"
                ),
                Streamed(all[client], 0)
            );
            Assert.Equal(100u + (uint)client, tune["seed"]!.GetValue<uint>());
        }

        Assert.Equal(20, (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Count);
        Assert.Equal(0, studio.Part<RunningJobs>().Running);
    }

    private static async Task<(string Id, int Length)[]> TunesAsync(RunningStudio studio, string session, JsonObject request)
    {
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(session, request.DeepClone().AsObject());
        List<(string Id, int Length)> tunes = [];
        foreach (
            JsonNode summary in events.Where(of => of.Name == "tune").Select(of => of.Data).OrderBy(of => of["index"]!.GetValue<int>())
        )
        {
            string id = summary["id"]!.GetValue<string>();
            tunes.Add((id, (await studio.GetAsync($"/api/tunes/{id}"))["tune"]!["tokens"]!.AsArray().Count));
        }

        return [.. tunes];
    }

    private static string[] Streamed(List<(string Name, JsonNode Data)> events, int index)
    {
        List<string> tokens = [];
        foreach (JsonNode of in events.Where(of => of.Name == "tokens" && of.Data["index"]!.GetValue<int>() == index).Select(of => of.Data))
        {
            Assert.Equal(tokens.Count, of["from"]!.GetValue<int>());
            tokens.AddRange(of["tokens"]!.AsArray().Select(token => token!.GetValue<string>()));
        }

        return [.. tokens];
    }
}
