using System.Net;
using System.Text.Json.Nodes;
using Lilt.Studio.Following;
using Lilt.Studio.Models;
using Lilt.Studio.Sessions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class SessionTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Disk_IsFullWhileTheStudioRuns_EverythingThatWouldBeKeptIsRefusedInASentence()
    {
        await using RunningStudio full = new();
        await full.InitializeAsync();
        string session = await full.NewSessionAsync();
        string tune = await full.TuneAsync(session);
        StoreFile file = full.Part<StoreFile>();
        lock (file.Gate)
        {
            file.Execute($"PRAGMA max_page_count = {file.Count("PRAGMA page_count")}");
        }

        string said = "";
        for (int n = 0; said.Length == 0; n++)
        {
            Assert.InRange(n, 0, 1000);
            using HttpResponseMessage answer = await full.SendAsync(
                HttpMethod.Post,
                "/api/sessions",
                new JsonObject { ["name"] = new string('x', 200) }.ToJsonString()
            );
            said = answer.IsSuccessStatusCode
                ? ""
                : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }

        Assert.StartsWith("409 ", said, StringComparison.Ordinal);
        Assert.Contains("no room left on the disk", said, StringComparison.Ordinal);
        string problem = "";
        for (uint seed = 100; problem.Length == 0; seed++)
        {
            Assert.InRange(seed, 100u, 200u);
            (string name, JsonNode data) = (
                await full.WriteAsync(
                    session,
                    new JsonObject
                    {
                        ["seed"] = seed,
                        ["limit"] = 200,
                        ["tunes"] = 8,
                    }
                )
            )[^1];
            problem = name == "failed" ? data["problem"]!.GetValue<string>() : "";
        }

        Assert.Contains("no room left on the disk", problem, StringComparison.Ordinal);
        Assert.Equal(tune, (await full.GetAsync($"/api/tunes/{tune}"))["id"]!.GetValue<string>());
        lock (file.Gate)
        {
            file.Execute("PRAGMA max_page_count = 1000000");
        }

        await full.NewSessionAsync();
    }

    [Fact]
    public async Task Session_MadeRenamedDeleted_GoesWithItsTunes()
    {
        string session = await studio.NewSessionAsync("  reels ");
        string tune = await studio.TuneAsync(session);
        using HttpResponseMessage renamed = await studio.SendAsync(HttpMethod.Patch, $"/api/sessions/{session}", """{"name":"jigs"}""");
        Assert.Equal(HttpStatusCode.OK, renamed.StatusCode);
        JsonNode listed = (await studio.GetAsync("/api/sessions")).AsArray().Single(of => of!["id"]!.GetValue<string>() == session)!;
        Assert.Equal(("jigs", 1), (listed["name"]!.GetValue<string>(), listed["tunes"]!.GetValue<int>()));

        using HttpResponseMessage deleted = await studio.Client.DeleteAsync(
            $"/api/sessions/{session}",
            TestContext.Current.CancellationToken
        );
        using HttpResponseMessage gone = await studio.Client.GetAsync($"/api/tunes/{tune}", TestContext.Current.CancellationToken);
        using HttpResponseMessage inside = await studio.Client.GetAsync(
            $"/api/tunes/{tune}/recording/h/1",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, inside.StatusCode);
    }

    [Fact]
    public async Task Tune_RenamedStarredDeleted_IsAsSaid()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session);
        using HttpResponseMessage starred = await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"starred":true}""");
        using HttpResponseMessage named = await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"name":"the good one"}""");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (starred.StatusCode, named.StatusCode));
        JsonNode kept = (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]![0]!;
        Assert.Equal((true, "the good one"), (kept["starred"]!.GetValue<bool>(), kept["name"]!.GetValue<string>()));

        using HttpResponseMessage deleted = await studio.Client.DeleteAsync($"/api/tunes/{tune}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"name":""}""")]
    [InlineData("""{"name":"  "}""")]
    [InlineData("""{"name":"a\nb"}""")]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"name":null}""")]
    [InlineData("""{"name":5}""")]
    [InlineData("""{}""")]
    public async Task Session_BadName_IsRefused(string json)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions", json);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Restart_KeepsSessionsAndMakesTheSameRecordingsAgain()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-studio").FullName;
        try
        {
            string session;
            string tune;
            string token;
            byte[] recorded;
            await using (RunningStudio first = new(folder, new StudioBounds()))
            {
                await first.InitializeAsync();
                token = first.Token;
                session = await first.NewSessionAsync("kept");
                tune = await first.TuneAsync(
                    session,
                    plan: JsonNode.Parse("""{"operations":[{"op":"scale","site":"L1.h","units":[1,2],"value":0.5}]}""")
                );
                recorded = await first.Client.GetByteArrayAsync($"/api/tunes/{tune}/recording/h/2", TestContext.Current.CancellationToken);
            }

            await using RunningStudio second = new(folder, new StudioBounds());
            await second.InitializeAsync();
            JsonNode kept = await second.GetAsync($"/api/sessions/{session}");
            Assert.Equal(("kept", tune), (kept["name"]!.GetValue<string>(), kept["tunes"]![0]!["id"]!.GetValue<string>()));
            Assert.Equal(
                recorded,
                await second.Client.GetByteArrayAsync($"/api/tunes/{tune}/recording/h/2", TestContext.Current.CancellationToken)
            );
            Assert.NotEqual(token, second.Token);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Import_OfAnExport_IsTheSameSession()
    {
        string session = await studio.NewSessionAsync("to take along");
        string first = await studio.TuneAsync(session, seed: 5);
        string second = await studio.TuneAsync(
            session,
            seed: 5,
            plan: JsonNode.Parse($$"""{"operations":[{"op":"excise","layer":1,"units":[2],"fill":"mean","recording":"{{first}}"}]}"""),
            baseline: first
        );
        string file = await studio.Client.GetStringAsync($"/api/sessions/{session}/export", TestContext.Current.CancellationToken);
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file);
        JsonNode made = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        string[] ids = [.. made["tunes"]!.AsArray().Select(tune => tune!["id"]!.GetValue<string>())];
        Assert.Equal(ids[0], made["tunes"]![1]!["baseline"]!.GetValue<string>());
        Assert.Equal(
            await studio.Client.GetByteArrayAsync($"/api/tunes/{second}/recording/h/1", TestContext.Current.CancellationToken),
            await studio.Client.GetByteArrayAsync($"/api/tunes/{ids[1]}/recording/h/1", TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            (await studio.GetAsync($"/api/tunes/{second}"))["surprise"]!.ToJsonString(),
            (await studio.GetAsync($"/api/tunes/{ids[1]}"))["surprise"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("format", "\"other\"")]
    [InlineData("format", "null")]
    [InlineData("name", "\"\"")]
    [InlineData("tunes", "null")]
    [InlineData("tunes", "[null]")]
    [InlineData("tunes.0.id", "\"\"")]
    [InlineData("tunes.0.modelHash", "\"abc\"")]
    [InlineData("tunes.0.tokens", "[]")]
    [InlineData("tunes.0.tokens", "[\"a b\"]")]
    [InlineData("tunes.0.surprise", "[1]")]
    [InlineData("tunes.0.surprise.0", "-1")]
    [InlineData("tunes.0.kind", "\"operated\"")]
    [InlineData("tunes.0.kind", "7")]
    [InlineData("tunes.0.temperature", "0")]
    [InlineData("tunes.0.limit", "0")]
    [InlineData("tunes.0.index", "-1")]
    [InlineData("tunes.0.plan", "{\"operations\":[{\"op\":\"nothing\"}]}")]
    [InlineData("tunes.0.more", "1")]
    [InlineData("tunes.1.id", "\"same\"")]
    public async Task Import_DamagedFile_KeepsNothing(string where, string value)
    {
        string session = await studio.NewSessionAsync();
        await studio.TuneAsync(session, seed: 1, limit: 20);
        await studio.TuneAsync(session, seed: 2, limit: 20);
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        file["tunes"]![0]!["id"] = "same";
        int before = (await studio.GetAsync("/api/sessions")).AsArray().Count;
        JsonPlace.Set(file, where, JsonNode.Parse(value));
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file.ToJsonString());

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal(before, (await studio.GetAsync("/api/sessions")).AsArray().Count);
    }

    [Theory]
    [InlineData("hello there", "it is not JSON")]
    [InlineData("X:1\nK:C\nCDEF|", "it is not JSON")]
    [InlineData("[]", "its 'format' is not")]
    [InlineData("{\"name\":\"x\"}", "its 'format' is not")]
    [InlineData("{\"format\":\"lilt session 1\"}", "its name, its date or its tunes are missing")]
    [InlineData("{\"format\":\"lilt session 1\",\"name\":7}", "its 'name' is not as it should be")]
    [InlineData(
        "{\"format\":\"lilt session 1\",\"name\":\"x\",\"created\":\"2026-01-01\",\"tunes\":[{}]}",
        "tune 1 lacks something, or is none"
    )]
    [InlineData(
        "{\"format\":\"lilt session 1\",\"name\":\"x\",\"created\":\"2026-01-01\",\"tunes\":[{\"seed\":\"one\"}]}",
        "'seed' of tune 1 is not as it should be"
    )]
    public async Task Import_OfAnotherFile_IsAPlainSentence(string file, string says)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file);
        string detail = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))![
            "detail"
        ]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(says, detail, StringComparison.Ordinal);
        Assert.DoesNotContain("JSON deserialization", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bounds_AreHeld()
    {
        await using RunningStudio small = new(
            null,
            new StudioBounds
            {
                Sessions = 2,
                TunesASession = 2,
                BodyBytes = 2000,
                TextLength = 100,
                ImportBytes = 3000,
                NameLength = 10,
                PlanLength = 100,
            }
        );
        await small.InitializeAsync();
        string session = await small.NewSessionAsync("one");
        await small.NewSessionAsync("two");
        await small.TuneAsync(session, seed: 1, limit: 10);
        string write = $"/api/sessions/{session}/tunes";
        (string Method, string Path, string Body, int Status)[] over =
        [
            ("POST", "/api/sessions", """{"name":"three"}""", 409),
            ("PATCH", $"/api/sessions/{session}", """{"name":"more than ten"}""", 400),
            ("POST", write, """{"model":"tiny","tunes":2}""", 409),
            ("POST", write, $$"""{"model":"tiny","prime":"{{new string(' ', 101)}}"}""", 413),
            ("POST", write, $$"""{"model":"tiny","prime":"{{new string(' ', 2001)}}"}""", 413),
            (
                "POST",
                write,
                $$$"""{"model":"tiny","plan":{"operations":[{"op":"forbid","tokens":[{{{string.Join(',', Enumerable.Repeat("\"C\"", 50))}}}]}]}}""",
                413
            ),
            ("POST", "/api/check", $$"""{"model":"tiny","text":"{{new string('C', 101)}}"}""", 413),
            ("POST", $"/api/sessions/{session}/given", $$"""{"model":"tiny","text":"{{new string('C', 101)}}"}""", 413),
            ("POST", "/api/sessions/import", $$"""{"name":"{{new string('x', 4000)}}"}""", 413),
        ];
        foreach ((string method, string path, string body, int status) in over)
        {
            using HttpResponseMessage answer = await small.SendAsync(new HttpMethod(method), path, body);
            Assert.True(
                status == (int)answer.StatusCode,
                $"{method} {path}: {(int)answer.StatusCode}, not {status}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}"
            );
        }
    }

    [Fact]
    public async Task Store_Full_RefusesAndKeepsWhatItHas()
    {
        await using RunningStudio small = new(null, new StudioBounds { StoredBytes = 60_000 });
        await small.InitializeAsync();
        string session = await small.NewSessionAsync();
        List<(string Name, JsonNode Data)> events = await small.WriteAsync(session, new JsonObject { ["tunes"] = 64, ["limit"] = 300 });
        int kept = (await small.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Count;

        Assert.Equal("failed", events[^1].Name);
        Assert.Contains("delete some sessions", events[^1].Data["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(events.Count(of => of.Name == "tune"), kept);
    }

    [Fact]
    public void Store_OfAnotherVersion_IsLeftAsItIs()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-studio").FullName;
        string path = Path.Combine(folder, StoreFile.Name);
        using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t (x); PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        IOException refused = Assert.Throws<IOException>(() => new StoreFile(Options(folder)));
        Assert.Contains("version 99", refused.Message, StringComparison.Ordinal);
        File.WriteAllText(path, "no database at all, but long enough to be taken for one by nobody");
        Assert.Throws<IOException>(() => new StoreFile(Options(folder)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Export_GivenTune_BringsItsTextAlongAndAnOlderFileHasNone()
    {
        const string Text = "X:1\nM:4/4\nL:1/8\nK:C\n(CD) {a}E2|\n";
        string session = await studio.NewSessionAsync();
        await studio.PostAsync($"/api/sessions/{session}/given", new JsonObject { ["model"] = RunningStudio.Model, ["text"] = Text });
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        JsonNode copy = await studio.PostAsync("/api/sessions/import", file.DeepClone());
        file["tunes"]![0]!.AsObject().Remove("written");
        JsonNode older = await studio.PostAsync("/api/sessions/import", file);

        Assert.Equal(Text, (await studio.GetAsync($"/api/tunes/{copy["tunes"]![0]!["id"]}"))["written"]!.GetValue<string>());
        JsonNode tune = await studio.GetAsync($"/api/tunes/{older["tunes"]![0]!["id"]}");
        Assert.Null(tune["written"]);
        Assert.DoesNotContain("{a}", tune["tune"]!["abc"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Store_OfTheFirstVersion_IsCarriedOnWithItsTunes()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-studio").FullName;
        string path = Path.Combine(folder, StoreFile.Name);
        string id;
        using (StoreFile today = new(Options(folder)))
        {
            id = Store(folder, today).CreateSession("kept").Id;
        }

        using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText =
                "ALTER TABLE tunes DROP COLUMN written; ALTER TABLE sessions DROP COLUMN deleted; PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }

        using (StoreFile file = new(Options(folder)))
        {
            SessionStore again = Store(folder, file);
            Assert.Equal(("kept", 0), (again.Session(id).Name, again.Export(id).Tunes.Count));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Start_PortInUse_SaysWhatToDo()
    {
        IOException refused = await Assert.ThrowsAsync<IOException>(() =>
            StudioServer.StartAsync(Options(Path.Combine(studio.Folder, "other")) with { Port = studio.Address.Port })
        );

        Assert.Contains("--port", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    private static SessionStore Store(string folder, StoreFile file) =>
        new(Options(folder), file, new StudioModels(Options(folder)), new EventHub(new StudioBounds()));

    private static StudioOptions Options(string folder) =>
        new()
        {
            DataFolder = folder,
            Models = new WeightFiles.ModelFolders([folder]),
            PageFolder = folder,
            Version = "0.0.0",
        };
}
