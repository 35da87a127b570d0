using System.Net;
using System.Text.Json.Nodes;
using Lilt.Studio.Sessions;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class DeletedTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Tune_DeletedAndHadBack_IsWhereItWas()
    {
        string session = await studio.NewSessionAsync();
        string[] tunes = [await studio.TuneAsync(session, 1), await studio.TuneAsync(session, 2), await studio.TuneAsync(session, 3)];
        string before = (await studio.GetAsync($"/api/tunes/{tunes[1]}")).ToJsonString();
        await DeleteAsync($"/api/tunes/{tunes[1]}");

        Assert.Equal([tunes[0], tunes[2]], await TunesAsync(session));
        using HttpResponseMessage gone = await studio.Client.GetAsync($"/api/tunes/{tunes[1]}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        JsonNode deleted = (await studio.GetAsync($"/api/deleted?session={session}"))["tunes"]!.AsArray().Single()!;
        Assert.Equal((tunes[1], "seed 2, limit 60"), (deleted["id"]!.GetValue<string>(), deleted["name"]!.GetValue<string>()));

        await studio.PostAsync($"/api/tunes/{tunes[1]}/restore", new JsonObject());
        Assert.Equal(tunes, await TunesAsync(session));
        Assert.Equal(before, (await studio.GetAsync($"/api/tunes/{tunes[1]}")).ToJsonString());
        Assert.Empty((await studio.GetAsync($"/api/deleted?session={session}"))["tunes"]!.AsArray());
    }

    [Fact]
    public async Task Session_DeletedAndHadBack_HasTheTunesThatItHad()
    {
        string session = await studio.NewSessionAsync("to and fro");
        string[] tunes = [await studio.TuneAsync(session, 1), await studio.TuneAsync(session, 2)];
        await DeleteAsync($"/api/tunes/{tunes[0]}");
        await DeleteAsync($"/api/sessions/{session}");

        using HttpResponseMessage gone = await studio.Client.GetAsync($"/api/tunes/{tunes[1]}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        JsonNode deleted = (await studio.GetAsync("/api/deleted"))["sessions"]!
            .AsArray()
            .Single(of => of!["id"]!.GetValue<string>() == session)!;
        Assert.Equal(("to and fro", 1), (deleted["name"]!.GetValue<string>(), deleted["tunes"]!.GetValue<int>()));

        JsonNode back = await studio.PostAsync($"/api/sessions/{session}/restore", new JsonObject());
        Assert.Equal("to and fro", back["name"]!.GetValue<string>());
        Assert.Equal([tunes[1]], await TunesAsync(session));
    }

    [Fact]
    public async Task Deleted_Emptied_CannotBeHadBack()
    {
        await using RunningStudio own = new();
        await own.InitializeAsync();
        string session = await own.NewSessionAsync();
        string tune = await own.TuneAsync(session);
        using HttpResponseMessage deleted = await own.Client.DeleteAsync($"/api/tunes/{tune}", TestContext.Current.CancellationToken);
        using HttpResponseMessage emptied = await own.Client.DeleteAsync("/api/deleted", TestContext.Current.CancellationToken);
        using HttpResponseMessage asked = await own.SendAsync(HttpMethod.Post, $"/api/tunes/{tune}/restore", "");

        Assert.Equal(HttpStatusCode.NoContent, emptied.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
    }

    [Fact]
    public async Task Purge_WhatWasDeletedLongEnoughAgo_IsGone()
    {
        await using RunningStudio own = new();
        await own.InitializeAsync();
        string session = await own.NewSessionAsync();
        string[] tunes = [await own.TuneAsync(session, 1), await own.TuneAsync(session, 2)];
        foreach (string tune in tunes)
        {
            using HttpResponseMessage deleted = await own.Client.DeleteAsync($"/api/tunes/{tune}", TestContext.Current.CancellationToken);
        }

        StoreFile file = own.Part<StoreFile>();
        lock (file.Gate)
        {
            file.Execute(
                "UPDATE tunes SET deleted = $then WHERE id = $id",
                ("$then", TuneRow.Text(DateTime.UtcNow - TimeSpan.FromDays(31))),
                ("$id", tunes[0])
            );
        }

        own.Part<RecentlyDeleted>().Purge();
        JsonArray left = (await own.GetAsync($"/api/deleted?session={session}"))["tunes"]!.AsArray();

        Assert.Equal([tunes[1]], left.Select(of => of!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Store_Full_GivesUpWhatWasDeletedFirst()
    {
        await using RunningStudio small = new(null, new StudioBounds { StoredBytes = 60_000 });
        await small.InitializeAsync();
        string session = await small.NewSessionAsync();
        await small.WriteAsync(session, new JsonObject { ["tunes"] = 64, ["limit"] = 300 });
        using HttpResponseMessage refused = await small.SendAsync(HttpMethod.Post, "/api/sessions", """{"name":"one more"}""");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using HttpResponseMessage deleted = await small.Client.DeleteAsync(
            $"/api/sessions/{session}",
            TestContext.Current.CancellationToken
        );

        Assert.NotNull(await small.NewSessionAsync("one more"));
        Assert.Empty((await small.GetAsync("/api/deleted"))["sessions"]!.AsArray());
    }

    private async Task DeleteAsync(string address)
    {
        using HttpResponseMessage deleted = await studio.Client.DeleteAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
    }

    private async Task<string[]> TunesAsync(string session) =>
        [.. (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Select(tune => tune!["id"]!.GetValue<string>())];
}
