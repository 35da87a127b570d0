using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Cli;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studio.Recordings;
using Lilt.Studio.Sessions;
using Lilt.Studio.Writing;
using Xunit;

namespace Lilt.Studio.Tests;

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
            string[] written = await CommandLineAsync(tune["command"]!.GetValue<string>());

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
            Assert.Equal(Streamed(events, tune["index"]!.GetValue<int>()), await CommandLineAsync(tune["command"]!.GetValue<string>()));
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
    public async Task Write_PlanThatTouchesNothing_FailsWithASentenceAndKeepsNothing()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"forbid","tokens":["C"],"steps":[900,null]}]}""")!;
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(session, new JsonObject { ["limit"] = 20, ["plan"] = plan });

        Assert.Equal("failed", events[^1].Name);
        Assert.Contains("touched nothing", events[^1].Data["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray());
    }

    [Fact]
    public async Task Write_PlanThatLeavesNoToken_FailsWithASentence()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"clamp","site":"posterior","units":"all","value":0}]}""")!;
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(session, new JsonObject { ["limit"] = 20, ["plan"] = plan });

        Assert.Equal("failed", events[^1].Name);
        Assert.Contains("leaves no token to draw", events[^1].Data["problem"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"seed":1}""", 400)]
    [InlineData("""{"model":"nothing"}""", 404)]
    [InlineData("""{"model":"../models/tiny"}""", 404)]
    [InlineData("""{"model":"broken"}""", 422)]
    [InlineData("""{"model":"tiny","tunes":0}""", 400)]
    [InlineData("""{"model":"tiny","tunes":65}""", 400)]
    [InlineData("""{"model":"tiny","limit":0}""", 400)]
    [InlineData("""{"model":"tiny","limit":2001}""", 400)]
    [InlineData("""{"model":"tiny","seed":-1}""", 400)]
    [InlineData("""{"model":"tiny","seed":4294967296}""", 400)]
    [InlineData("""{"model":"tiny","seed":"1"}""", 400)]
    [InlineData("""{"model":"tiny","seed":4294967295,"tunes":2}""", 400)]
    [InlineData("""{"model":"tiny","temperature":0}""", 400)]
    [InlineData("""{"model":"tiny","temperature":1e9}""", 400)]
    [InlineData("""{"model":"tiny","prime":"M:4/4 K:Cdur"}""", 422)]
    [InlineData("""{"model":"tiny","prime":null}""", 400)]
    [InlineData("""{"model":"tiny","plan":{"operations":[{"op":"excise","layer":9,"units":"all"}]}}""", 422)]
    [InlineData(
        """{"model":"tiny","plan":{"operations":[{"op":"excise","layer":1,"units":[1],"fill":"mean","recording":"../../secret"}]}}""",
        422
    )]
    [InlineData("""{"model":"tiny","plan":5}""", 422)]
    [InlineData("""{"model":"tiny","baseline":"nothing"}""", 404)]
    [InlineData("""{"model":"tiny","name":"\u0007"}""", 400)]
    [InlineData("""{"model":"tiny","unknown":1}""", 400)]
    [InlineData("""{"model":"tiny","model":"tiny"}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    public async Task Write_BadRequest_IsAProblemWithASentence(string json, int status)
    {
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, $"/api/sessions/{session}/tunes", json);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_WhoeverFollowedIsGone_GoesOnToItsEnd()
    {
        string session = await studio.NewSessionAsync();
        JsonNode run = await studio.PostAsync(
            $"/api/sessions/{session}/tunes",
            new JsonObject
            {
                ["model"] = RunningStudio.Model,
                ["seed"] = 70,
                ["tunes"] = 20,
                ["limit"] = 300,
            }
        );
        string job = run["job"]!.GetValue<string>();
        await using (Stream stream = await studio.Client.GetStreamAsync($"/api/events?job={job}", TestContext.Current.CancellationToken))
        {
            Assert.NotEqual(0, await stream.ReadAsync(new byte[10], TestContext.Current.CancellationToken));
        }

        List<(string Name, JsonNode Data)> events = await studio.FollowAsync(job);
        JsonNode ended = await studio.GetAsync($"/api/jobs/{job}");

        Assert.Equal(("begun", "done"), (events[0].Name, events[^1].Name));
        Assert.Equal("done", ended["state"]!.GetValue<string>());
        Assert.Equal(20, ended["tunes"]!.AsArray().Count);
        Assert.Equal(20, (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Count);
    }

    [Fact]
    public async Task Job_Deleted_EndsTheRunBeforeItIsThroughAndIsTold()
    {
        await using RunningStudio slow = await SlowAsync();
        string session = await slow.NewSessionAsync();
        string job = await BegunAsync(slow, session);
        Task<List<(string Name, JsonNode Data)>> events = slow.FollowAsync(job);

        using HttpResponseMessage gone = await slow.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(("failed", true), ((await events)[^1].Name, (await events)[^1].Data["isStopped"]!.GetValue<bool>()));
        await EndedAsync(slow);
        Assert.Empty((await slow.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray());

        using HttpResponseMessage again = await slow.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Stop_RunsUnderWayAndWaiting_EndsThemRatherThanWaitForThem()
    {
        // So long a wait that only the runs' own end can end it.
        await using RunningStudio slow = await SlowAsync(stopping: TimeSpan.FromHours(1));
        string session = await slow.NewSessionAsync();
        await BegunAsync(slow, session);
        await BegunAsync(slow, session);
        RunningJobs jobs = slow.Part<RunningJobs>();
        SessionStore store = slow.Part<SessionStore>();
        Assert.Equal(2, jobs.Running);

        await slow.StopAsync();
        Assert.Equal(0, jobs.Running);
        Assert.Empty(store.Session(session).Tunes);
    }

    [Fact]
    public async Task Write_MoreRunsThanThereArePlaces_IsRefusedUntilOneEnds()
    {
        await using RunningStudio slow = await SlowAsync(new StudioBounds { Jobs = 2 });
        string session = await slow.NewSessionAsync();
        string first = await BegunAsync(slow, session);
        string second = await BegunAsync(slow, session);
        using HttpResponseMessage third = await BeginAsync(slow, session);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);

        // The one that waits ends as well as the one that writes.
        await slow.Client.DeleteAsync($"/api/jobs/{second}", TestContext.Current.CancellationToken);
        await EndedAsync(slow, left: 1);
        Assert.Equal("underWay", (await slow.GetAsync($"/api/jobs/{first}"))["state"]!.GetValue<string>());
        using HttpResponseMessage fourth = await BeginAsync(slow, session);
        Assert.Equal(HttpStatusCode.Accepted, fourth.StatusCode);
    }

    [Fact]
    public async Task Write_SeveralOfOneSession_FollowEachOtherInTheirOrder()
    {
        string session = await studio.NewSessionAsync();
        List<string> jobs = [];
        for (int seed = 80; seed < 85; seed++)
        {
            JsonObject request = new()
            {
                ["model"] = RunningStudio.Model,
                ["seed"] = seed,
                ["limit"] = 300 - 50 * (seed - 80),
            };
            jobs.Add((await studio.PostAsync($"/api/sessions/{session}/tunes", request))["job"]!.GetValue<string>());
        }

        foreach (string job in jobs)
        {
            Assert.Equal("done", (await studio.FollowAsync(job))[^1].Name);
        }

        Assert.Equal(
            [80u, 81u, 82u, 83u, 84u],
            (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Select(tune => tune!["seed"]!.GetValue<uint>())
        );
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

    [Fact]
    public async Task Events_WhoeverComesLater_IsToldOfTheRunsUnderWayAndThenOfWhatHappens()
    {
        await using RunningStudio slow = await SlowAsync();
        string session = await slow.NewSessionAsync();
        string job = await BegunAsync(slow, session);
        using StreamReader events = new(await slow.Client.GetStreamAsync("/api/events", TestContext.Current.CancellationToken));

        Assert.Contains(job, await DataOfNextAsync(events, "begun"), StringComparison.Ordinal);
        Assert.Contains(job, await DataOfNextAsync(events, "here"), StringComparison.Ordinal);
        string other = await slow.NewSessionAsync("another");
        Assert.Contains(other, await DataOfNextAsync(events, "session"), StringComparison.Ordinal);
        await slow.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Contains(job, await DataOfNextAsync(events, "failed"), StringComparison.Ordinal);
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
                await CommandLineAsync($"lilt generate --model tiny --seed {100 + client} --limit 200 --prime 'M:4/4 K:Cmaj'"),
                Streamed(all[client], 0)
            );
            Assert.Equal(100u + (uint)client, tune["seed"]!.GetValue<uint>());
        }

        Assert.Equal(20, (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Count);
        Assert.Equal(0, studio.Part<RunningJobs>().Running);
    }

    [Theory]
    [InlineData("M:4/4 K:Cmaj |: C 2 D E | F 2 G A :|", "M:4/4 K:Cmaj |: C 2 D E | F 2 G A :| </s>")]
    [InlineData("X:1\nT:Mine\nM:4/4\nL:1/8\nK:D\n|: D2 EF | GA Bc :|\n", "M:4/4 K:Cmaj |: C 2 D E | F G A B :| </s>")]
    [InlineData("M:6/8 K:Cmaj |:CDE F2G:|", "M:6/8 K:Cmaj |: C D E F 2 G :| </s>")]
    public async Task Given_TokensOrAbc_IsReadAndKept(string text, string expected)
    {
        string session = await studio.NewSessionAsync();
        JsonNode made = await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = text }
        );
        JsonNode tune = await studio.GetAsync($"/api/tunes/{made["id"]}");

        Assert.Equal("given", made["kind"]!.GetValue<string>());
        Assert.Null(made["seed"]);
        Assert.Equal(expected, string.Join(' ', tune["tune"]!["tokens"]!.AsArray().Select(token => token!.GetValue<string>())));
        Assert.Equal(expected.Split(' ').Length, tune["surprise"]!.AsArray().Count);
        Assert.Contains("lilt record --model tiny --tokens", made["command"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_UnderAPlan_KeepsItsTokensAndIsWhatTheCommandLineRecords()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse(
            """{"operations":[{"op":"excise","layer":1,"units":[0,3]},{"op":"stimulate","seed":5,"steps":[1,null]}]}"""
        )!;
        JsonObject request = new() { ["model"] = RunningStudio.Model, ["text"] = "M:4/4 K:Cmaj |: C 2 D E | F 2 G A :|" };
        JsonNode baseline = await studio.PostAsync($"/api/sessions/{session}/given", request);
        request["plan"] = plan.DeepClone();
        request["baseline"] = baseline["id"]!.GetValue<string>();
        JsonNode operated = await studio.PostAsync($"/api/sessions/{session}/given", request);
        JsonNode[] tunes = [await studio.GetAsync($"/api/tunes/{baseline["id"]}"), await studio.GetAsync($"/api/tunes/{operated["id"]}")];

        Assert.Equal(
            ("given", baseline["id"]!.GetValue<string>()),
            (operated["kind"]!.GetValue<string>(), operated["baseline"]!.GetValue<string>())
        );
        Assert.Equal(tunes[0]["tune"]!["tokens"]!.ToJsonString(), tunes[1]["tune"]!["tokens"]!.ToJsonString());
        Assert.NotEqual(tunes[0]["surprise"]!.ToJsonString(), tunes[1]["surprise"]!.ToJsonString());

        // From memory, made again by the studio, and recorded by the command line: the same to the bit.
        byte[] kept = await studio.Client.GetByteArrayAsync(
            $"/api/tunes/{operated["id"]}/recording/h/1",
            TestContext.Current.CancellationToken
        );
        studio.Part<RecordingCache>().Remove(operated["id"]!.GetValue<string>());
        byte[] again = await studio.Client.GetByteArrayAsync(
            $"/api/tunes/{operated["id"]}/recording/h/1",
            TestContext.Current.CancellationToken
        );
        string file = Path.Combine(studio.Folder, "given.npz");
        await File.WriteAllTextAsync(Path.Combine(studio.Folder, "plan.json"), plan.ToJsonString(), TestContext.Current.CancellationToken);
        await RunAsync(operated["command"]!.GetValue<string>().Replace("tune.npz", file, StringComparison.Ordinal));
        using RecordingReader reader = new(file);
        UnitSequences recorded = UnitSequences.OfLayer(reader.Read(0).Memory(SiteKind.Hidden), 2, 12, 1);
        Assert.Equal(kept, again);
        Assert.Equal(
            MemoryMarshal.Cast<byte, float>(kept).ToArray(),
            Enumerable.Range(0, recorded.Steps).SelectMany(step => recorded.Step(step).ToArray())
        );
        Assert.All(Enumerable.Range(0, recorded.Steps), step => Assert.Equal((0f, 0f), (recorded.Step(step)[0], recorded.Step(step)[3])));

        JsonNode copy = await studio.PostAsync("/api/sessions/import", await studio.GetAsync($"/api/sessions/{session}/export"));
        Assert.Equal(copy["tunes"]![0]!["id"]!.GetValue<string>(), copy["tunes"]![1]!["baseline"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"operations":[{"op":"forbid","tokens":["C"],"steps":[900,null]}]}""", "touched nothing")]
    [InlineData("""{"operations":[{"op":"excise","layer":9,"units":"all"}]}""", "layer")]
    public async Task Given_UnderAPlanThatCannotBe_IsRefusedWithASentenceAndNothingIsKept(string plan, string says)
    {
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage answer = await studio.SendAsync(
            HttpMethod.Post,
            $"/api/sessions/{session}/given",
            $$"""{"model":"tiny","text":"M:4/4 K:Cmaj C D E F |","plan":{{plan}}}"""
        );
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray());
    }

    [Theory]
    [InlineData("M:4/4 K:Cmaj C D 77 E", 17, 19, "77")]
    [InlineData("M:4/4 K:Cdur C D", 6, 12, "K:Cdur")]
    [InlineData("C D * E", 4, 5, "*")]
    public async Task Given_Fault_SaysWhere(string text, int from, int to, string token)
    {
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage answer = await studio.Client.PostAsJsonAsync(
            $"/api/sessions/{session}/given",
            new { model = RunningStudio.Model, text },
            TestContext.Current.CancellationToken
        );
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        JsonNode fault = problem["faults"]![0]!;
        Assert.Equal((from, to, token), (fault["from"]!.GetValue<int>(), fault["to"]!.GetValue<int>(), fault["token"]!.GetValue<string>()));
    }

    private const string Own = """
        X:7
        T:Mine
        C:Me
        M:4/4
        L:1/8
        Q:1/4=90
        K:D
        V:1
        |: "D"(D2 {g}EF) | GA Bc :|
        w: la la la
        V:2 clef=bass
        |: D,8 | D,8 :|

        """;

    private async Task<JsonNode> GiveAsync(string session, string text, int? tune = null) =>
        await studio.GetAsync(
            $"/api/tunes/{(await studio.PostAsync($"/api/sessions/{session}/given", new JsonObject { ["model"] = RunningStudio.Model, ["text"] = text, ["tune"] = tune }))["id"]}"
        );

    [Fact]
    public async Task Given_Abc_IsDrawnAndPlayedAsItIsWrittenAndSaysWhatIsNotRead()
    {
        string own = Own.ReplaceLineEndings("\n");
        JsonNode tune = await GiveAsync(await studio.NewSessionAsync(), own);
        int[] offsets = tune["tune"]!["offsets"]!.Deserialize<int[]>()!;

        Assert.Equal((own, own), (tune["written"]!.GetValue<string>(), tune["tune"]!["abc"]!.GetValue<string>()));
        Assert.Equal(
            "The network reads the first of 2 voices. Drawn and played, and not read: 1 grace note, its tempo. Drawn, and not read: 1 chord name, 1 slur, words.",
            tune["unread"]!.GetValue<string>()
        );
        Assert.Equal(["|:", "D2", "2 ", "EF"], offsets[2..6].Select(at => own.Substring(at, 2)));

        // The voices of 8 and 2 notes with a grace note, twice, in D and not in the network's C; notes that no step wrote have none.
        JsonArray notes = tune["notes"]!.AsArray();
        Assert.Equal(20, notes.Count);
        Assert.Equal(
            (62, 22.5),
            (
                notes.Max(note => note!["step"]!.GetValue<int>() == 3 ? note["pitch"]!.GetValue<int>() : 0),
                tune["wholeNotesPerMinute"]!.GetValue<double>()
            )
        );
        Assert.Equal(6, notes.Count(note => note!["step"]!.GetValue<int>() < 0));
    }

    [Theory]
    [InlineData("", "Own")]
    [InlineData("&key=D", "Own")]
    [InlineData("&key=E", "\"E\"(E2 {a}FG) | AB cd :|")]
    [InlineData("&tempo=1/4=120", "\nQ:1/2=60\nK:D\n")]
    public async Task Given_AbcExported_IsThePersonsText(string query, string holds)
    {
        string own = Own.ReplaceLineEndings("\n");
        JsonNode tune = await GiveAsync(await studio.NewSessionAsync(), own);
        string exported = await studio.Client.GetStringAsync(
            $"/api/tunes/{tune["id"]}/export?format=abc{query}",
            TestContext.Current.CancellationToken
        );

        Assert.Contains(holds == "Own" ? own : holds, exported, StringComparison.Ordinal);
        Assert.Contains("w: la la la\nV:2 clef=bass\n", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Given_SeveralTunes_AsksWhichAndReadsThatOne()
    {
        string text = "X:1\nT:One\nM:4/4\nL:1/8\nK:C\nCDEF GABc|\n\nX:2\nM:6/8\nL:1/8\nK:C\nCDE {a}F2x|\n";
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage asked = await studio.SendAsync(
            HttpMethod.Post,
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = text }.ToJsonString()
        );
        JsonNode problem = JsonNode.Parse(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        JsonNode tune = await GiveAsync(session, text, tune: 2);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.StatusCode);
        Assert.Equal(["One", "tune 2, without a title"], problem["tunes"]!.Deserialize<string[]>()!);
        Assert.Equal(text[text.IndexOf("X:2", StringComparison.Ordinal)..], tune["written"]!.GetValue<string>());
        Assert.Equal("M:6/8", tune["tune"]!["tokens"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task Given_FaultInTheSecondOfTwo_StandsWhereItIsInTheWholeText()
    {
        string text = "X:1\nM:4/4\nL:1/8\nK:C\nC8|\n\nX:2\nM:4/4\nL:1/8\nK:C\nC16|\n";
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage answer = await studio.SendAsync(
            HttpMethod.Post,
            $"/api/sessions/{session}/given",
            new JsonObject
            {
                ["model"] = RunningStudio.Model,
                ["text"] = text,
                ["tune"] = 2,
            }.ToJsonString()
        );
        JsonNode fault = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["faults"]![0]!;

        Assert.Equal(text.IndexOf("C16", StringComparison.Ordinal), fault["from"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("K:Cmaj CD (EF)|")]
    [InlineData("CDEF|")]
    public async Task Given_NoMeter_IsTold(string text)
    {
        JsonNode tune = await GiveAsync(await studio.NewSessionAsync(), text);

        Assert.Contains("names no meter", tune["unread"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<RunningStudio> SlowAsync(StudioBounds? bounds = null, TimeSpan? stopping = null)
    {
        // Wide enough that a run of many long tunes cannot be over before it is stopped.
        RunningStudio slow = new(null, bounds ?? new StudioBounds()) { Stopping = stopping ?? TimeSpan.FromSeconds(2) };
        Directory.CreateDirectory(Path.Combine(slow.Folder, "models"));
        await slow.InitializeAsync();
        WeightFiles.ModelFile.Write(RunningStudio.Network(256), Path.Combine(slow.Folder, "models", "slow.safetensors"));
        return slow;
    }

    /// <summary>Reads on to the next event of a name, and gives its data.</summary>
    private static async Task<string> DataOfNextAsync(StreamReader events, string name)
    {
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) != $"event: {name}") { }

        return (await events.ReadLineAsync(TestContext.Current.CancellationToken))!;
    }

    private static async Task<string> BegunAsync(RunningStudio slow, string session)
    {
        using HttpResponseMessage answer = await BeginAsync(slow, session);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["job"]!.GetValue<string>();
    }

    private static Task<HttpResponseMessage> BeginAsync(RunningStudio slow, string session) =>
        slow.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/api/sessions/{session}/tunes")
            {
                Content = JsonContent.Create(
                    JsonNode.Parse("""{"model":"slow","tunes":64,"limit":2000,"plan":{"operations":[{"op":"forbid","tokens":["</s>"]}]}}""")
                ),
            }
        );

    /// <summary>
    /// Waits for runs to end. One that is through, and was not stopped, has kept its tunes: under a plan it keeps all or none.
    /// </summary>
    private static async Task EndedAsync(RunningStudio slow, int left = 0)
    {
        while (slow.Part<RunningJobs>().Running > left)
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
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

    /// <summary>The tokens of the last tune that a command line of the studio writes, the start token left out.</summary>
    private async Task<string[]> CommandLineAsync(string command)
    {
        string output = await RunAsync(command, "--format", "tokens");
        return output.TrimEnd('\n').Split('\n')[^1].Split(' ')[1..];
    }

    /// <summary>Runs a command line of the studio, in the studio's folder, and gives what it prints.</summary>
    private async Task<string> RunAsync(string command, params string[] more)
    {
        List<string> words = [];
        foreach ((string part, int place) in command.Split('\'').Select((part, place) => (part, place)))
        {
            words.AddRange(place % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        Assert.Equal("lilt", words[0]);
        words[words.IndexOf("--model") + 1] = studio.ModelFile;
        if (words.IndexOf("plan.json") is var plan and >= 0)
        {
            words[plan] = Path.Combine(studio.Folder, words[plan]);
        }

        StringWriter output = new();
        StringWriter error = new();
        int code = await CommandLine.RunAsync([.. words[1..], .. more], new() { Output = output, Error = error });
        Assert.True(code == 0, error.ToString());
        return output.ToString();
    }
}
