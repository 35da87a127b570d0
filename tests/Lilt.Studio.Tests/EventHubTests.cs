using Lilt.Generation;
using Lilt.Studio.Following;
using Lilt.Studio.Tunes;
using Lilt.Studio.Writing;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class EventHubTests
{
    private static readonly StudioBounds Bounds = new() { EventBytes = 200_000 };

    [Fact]
    public void Tell_MoreTokensThanTheBound_DropsThoseOfEndedRunsFirst()
    {
        EventHub hub = new(Bounds);
        hub.Tell(Begun("first"));
        Draw(hub, "first", 0, 50);
        hub.Tell(Done("first"));
        hub.Tell(Begun("second"));

        for (int round = 0; Tokens(hub, "first") > 0; round++)
        {
            Assert.InRange(round, 0, 1000);
            Draw(hub, "second", 0, 10);
        }

        Assert.Equal(["begun", "done"], hub.Of("first")!.Select(of => of.Name));
        Assert.True(Tokens(hub, "second") > 0);
        Assert.InRange(hub.Bytes, 1, Bounds.EventBytes);
    }

    [Fact]
    public void Tell_MoreTokensThanTheBoundInOneRun_DropsThoseOfWholeTunesAndTellsOfThemAsTunes()
    {
        EventHub hub = new(Bounds);
        hub.Tell(Begun("run"));
        Draw(hub, "run", 0, 50);
        hub.Tell(Whole("run", 0));

        for (int round = 0; TokensOf(hub, "run", 0) > 0; round++)
        {
            Assert.InRange(round, 0, 1000);
            Draw(hub, "run", 1, 10);
        }

        Assert.True(TokensOf(hub, "run", 1) > 0);
        Assert.Equal("begun", hub.Of("run")![0].Name);
        Assert.Contains(hub.Of("run")!, of => of.Name == "tune");
    }

    [Fact]
    public void Tell_WithoutEnd_StaysWithinTheBoundAndListenersHearAll()
    {
        EventHub hub = new(Bounds);
        using EventHub.Listener listener = hub.Listen();

        for (int run = 0; run < 40; run++)
        {
            hub.Tell(Begun($"run {run}"));
            Draw(hub, $"run {run}", 0, 100);
            hub.Tell(Done($"run {run}"));
            Assert.InRange(hub.Bytes, 0, Bounds.EventBytes);
        }

        int heard = 0;
        while (listener.Events.TryRead(out _))
        {
            heard++;
        }

        Assert.Equal(1 + (40 * 102), heard);
        Assert.Equal(hub.Bytes, Enumerable.Range(0, 40).Sum(run => BytesOf(hub.Of($"run {run}") ?? [])));
    }

    [Fact]
    public void Tell_EndedRuns_AreKnownWhenHundredsHaveEndedSince()
    {
        EventHub hub = new(new StudioBounds());

        for (int run = 0; run < 500; run++)
        {
            hub.Tell(Begun($"run {run}"));
            hub.Tell(Done($"run {run}"));
        }

        Assert.Equal(["begun", "done"], hub.Of("run 0")!.Select(of => of.Name));
    }

    private static long BytesOf(IEnumerable<StudioEvent> events)
    {
        KeptRun run = new();
        return events.Sum(run.Add);
    }

    private static int Tokens(EventHub hub, string job) => hub.Of(job)!.Count(of => of.Data is TokensEvent);

    private static int TokensOf(EventHub hub, string job, int tune) =>
        hub.Of(job)!.Count(of => of.Data is TokensEvent tokens && tokens.Index == tune);

    private static void Draw(EventHub hub, string job, int tune, int events)
    {
        for (int n = 0; n < events; n++)
        {
            hub.Tell(new StudioEvent("tokens", job, new TokensEvent(job, tune, n, ["E", "|"], ["F♯", "|"])));
        }
    }

    private static StudioEvent Begun(string job) => new("begun", job, new BegunEvent(job, "a session", new WriteRequest("tiny")));

    private static StudioEvent Done(string job) => new("done", job, new DoneEvent(job, 0, 1), IsLast: true);

    private static StudioEvent Whole(string job, int index) =>
        new(
            "tune",
            job,
            new TuneEvent(
                job,
                new TuneSummary
                {
                    Id = "a tune",
                    Session = "a session",
                    Name = "seed 1",
                    Starred = false,
                    Created = DateTime.UnixEpoch,
                    Kind = TuneKind.Written,
                    Model = "tiny",
                    ModelHash = "",
                    Seed = 1,
                    Index = index,
                    Temperature = 1,
                    Prime = "",
                    Limit = 10,
                    Generator = DrawMode.Independent,
                    Cut = false,
                    Steps = 10,
                    Plan = null,
                    PlanHash = null,
                    Baseline = null,
                    Key = null,
                    WrittenIn = null,
                    Pushed = null,
                    Done = null,
                    Rewritten = null,
                    Command = "lilt",
                },
                IsKnown: false
            )
        );
}
