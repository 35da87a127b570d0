using System.Net;
using System.Text.Json.Nodes;
using Lilt.Studio.Sessions;
using Lilt.Studio.Writing;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Runs: followed, stopped, one after another, and no more at once than there are places.</summary>
public sealed class WritingRunTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
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
        await using RunningStudio slow = await SlowStudio.StartAsync();
        string session = await slow.NewSessionAsync();
        string job = await SlowStudio.BegunAsync(slow, session);
        Task<List<(string Name, JsonNode Data)>> events = slow.FollowAsync(job);

        using HttpResponseMessage gone = await slow.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Equal(("failed", true), ((await events)[^1].Name, (await events)[^1].Data["isStopped"]!.GetValue<bool>()));
        await SlowStudio.EndedAsync(slow);
        Assert.Empty((await slow.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray());

        using HttpResponseMessage again = await slow.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Stop_RunsUnderWayAndWaiting_EndsThemRatherThanWaitForThem()
    {
        // So long a wait that only the runs' own end can end it.
        await using RunningStudio slow = await SlowStudio.StartAsync(stopping: TimeSpan.FromHours(1));
        string session = await slow.NewSessionAsync();
        await SlowStudio.BegunAsync(slow, session);
        await SlowStudio.BegunAsync(slow, session);
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
        await using RunningStudio slow = await SlowStudio.StartAsync(new StudioBounds { Jobs = 2 });
        string session = await slow.NewSessionAsync();
        string first = await SlowStudio.BegunAsync(slow, session);
        string second = await SlowStudio.BegunAsync(slow, session);
        using HttpResponseMessage third = await SlowStudio.BeginAsync(slow, session);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);

        // The one that waits ends as well as the one that writes.
        await slow.Client.DeleteAsync($"/api/jobs/{second}", TestContext.Current.CancellationToken);
        await SlowStudio.EndedAsync(slow, left: 1);
        Assert.Equal("underWay", (await slow.GetAsync($"/api/jobs/{first}"))["state"]!.GetValue<string>());
        using HttpResponseMessage fourth = await SlowStudio.BeginAsync(slow, session);
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
    public async Task Events_WhoeverComesLater_IsToldOfTheRunsUnderWayAndThenOfWhatHappens()
    {
        await using RunningStudio slow = await SlowStudio.StartAsync();
        string session = await slow.NewSessionAsync();
        string job = await SlowStudio.BegunAsync(slow, session);
        using StreamReader events = new(await slow.Client.GetStreamAsync("/api/events", TestContext.Current.CancellationToken));

        Assert.Contains(job, await DataOfNextAsync(events, "begun"), StringComparison.Ordinal);
        Assert.Contains(job, await DataOfNextAsync(events, "here"), StringComparison.Ordinal);
        string other = await slow.NewSessionAsync("another");
        Assert.Contains(other, await DataOfNextAsync(events, "session"), StringComparison.Ordinal);
        await slow.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Contains(job, await DataOfNextAsync(events, "failed"), StringComparison.Ordinal);
    }

    /// <summary>Reads on to the next event of a name, and gives its data.</summary>
    private static async Task<string> DataOfNextAsync(StreamReader events, string name)
    {
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) != $"event: {name}") { }

        return (await events.ReadLineAsync(TestContext.Current.CancellationToken))!;
    }
}
