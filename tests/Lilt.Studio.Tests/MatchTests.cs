using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Lilt.Selection;
using Lilt.Spectra;
using Lilt.Studio.Analyses;
using Lilt.Studio.Recordings;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Where units are on together: the search goes through all of a session.</summary>
public sealed class MatchTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Question = """{"site":"h","layer":1,"from":10,"to":12,"above":0.05,"below":-0.05}""";

    [Fact]
    public async Task Matches_InTheSession_FindTheSameRunElsewhere()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session, seed: 8);
        string twin = await studio.TuneAsync(session, seed: 8, limit: 61);
        JsonNode found = (await MatchesAsync(studio, tune))[^1];

        Assert.Equal((2, 0, 0), (found["searched"]!.GetValue<int>(), found["left"]!.GetValue<int>(), found["skipped"]!.GetValue<int>()));
        Assert.NotEmpty(found["units"]!.AsArray());
        Assert.Contains(
            found["places"]!.AsArray(),
            place =>
                place!["tune"]!.GetValue<string>() == twin
                && place["from"]!.GetValue<int>() <= 10
                && place["to"]!.GetValue<int>() >= 12
                && place["units"]!.GetValue<int>() == found["units"]!.AsArray().Count
        );
        Assert.DoesNotContain(
            found["places"]!.AsArray(),
            place => place!["tune"]!.GetValue<string>() == tune && place["from"]!.GetValue<int>() < 12 && place["to"]!.GetValue<int>() > 10
        );
    }

    /// <summary>
    /// What is found in many tunes is what the library finds in each, ranked; and nothing but what is looked at stays in memory.
    /// </summary>
    [Fact]
    public async Task Matches_InASessionOfManyTunes_GoThroughAllOfThem()
    {
        await using RunningStudio small = new(null, new StudioBounds { RecordingBytes = 1, SearchBytes = 1 });
        await small.InitializeAsync();
        string session = await small.NewSessionAsync();
        await small.WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = 100,
                ["tunes"] = 64,
                ["limit"] = 40,
            }
        );
        string tune = await small.TuneAsync(session, seed: 8);
        List<JsonNode> found = await MatchesAsync(small, tune);
        string[] ids =
        [
            .. (await small.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Select(of => of!["id"]!.GetValue<string>()).Reverse(),
        ];
        Dictionary<string, UnitSequences> recorded = [];
        foreach (string id in ids)
        {
            byte[] values = await small.Client.GetByteArrayAsync($"/api/tunes/{id}/recording/h/1", TestContext.Current.CancellationToken);
            recorded[id] = new UnitSequences(MemoryMarshal.Cast<byte, float>(values), 12);
        }

        SwitchedUnits switched = SwitchedUnits.Find(recorded[tune], 10, 12, 0.05, -0.05);
        IEnumerable<(string Id, SwitchedPlace Place)> expected = ids.SelectMany(id =>
                switched.Places(recorded[id]).Where(place => id != tune || place.From >= 12 || place.To <= 10).Select(place => (id, place))
            )
            .OrderByDescending(of => of.place.Units)
            .ThenBy(of => Math.Abs(of.place.To - of.place.From - 2));
        Assert.Equal(tune, ids[0]);
        Assert.Equal(
            expected.Take(50).Select(of => (of.Id, of.Place.From, of.Place.To, of.Place.Units)),
            found[^1]["places"]!
                .AsArray()
                .Select(of =>
                    (of!["tune"]!.GetValue<string>(), of["from"]!.GetValue<int>(), of["to"]!.GetValue<int>(), of["units"]!.GetValue<int>())
                )
        );
        Assert.Equal(
            (65, 0, 0),
            (found[^1]["searched"]!.GetValue<int>(), found[^1]["left"]!.GetValue<int>(), found[^1]["skipped"]!.GetValue<int>())
        );
        Assert.Equal((1, 64), (found[0]["searched"]!.GetValue<int>(), found[0]["left"]!.GetValue<int>()));
        Assert.Equal(0, small.Part<RecordingCache>().Bytes);
    }

    [Fact]
    public async Task Matches_NobodyWaits_EndWithinATune()
    {
        string session = await studio.NewSessionAsync();
        await studio.WriteAsync(session, new JsonObject { ["tunes"] = 20, ["limit"] = 40 });
        string tune = await studio.TuneAsync(session, seed: 8);
        using CancellationTokenSource gone = new();
        IAsyncEnumerable<MatchView> search = await studio
            .Part<MatchSearch>()
            .BeginAsync(tune, new MatchRequest("h", 1, 10, 12, 0.05, -0.05), gone.Token);
        await using IAsyncEnumerator<MatchView> views = search.GetAsyncEnumerator(gone.Token);

        Assert.True(await views.MoveNextAsync());
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await views.MoveNextAsync());
    }

    [Fact]
    public async Task Matches_OfATuneWhoseModelIsAnother_AreSkippedAndCounted()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session, seed: 8);
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        JsonNode other = file["tunes"]![0]!.DeepClone();
        other["id"] = "other";
        other["modelHash"] = new string('0', 64);
        file["tunes"]!.AsArray().Add(other);
        JsonNode both = await studio.PostAsync("/api/sessions/import", file);
        JsonNode found = (await MatchesAsync(studio, both["tunes"]![0]!["id"]!.GetValue<string>()))[^1];

        Assert.NotEqual(tune, both["tunes"]![0]!["id"]!.GetValue<string>());
        Assert.Equal((1, 0, 1), (found["searched"]!.GetValue<int>(), found["left"]!.GetValue<int>(), found["skipped"]!.GetValue<int>()));
    }

    /// <summary>
    /// Tunes of unlike temperatures, plans and beginnings, given ones, and one that the network does not write: each is made as it was,
    /// whatever goes beside it.
    /// </summary>
    [Fact]
    public async Task Matches_OfTunesOfEveryKind_AreWhatEachTuneHolds()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse(
            """{"operations":[{"op":"bias","tokens":{"C":1}},{"op":"add","site":"L1.h","units":[1],"value":0.1}]}"""
        )!;
        await studio.WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = 5,
                ["tunes"] = 3,
                ["limit"] = 40,
                ["temperature"] = 0.8,
            }
        );
        await studio.WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = 9,
                ["tunes"] = 3,
                ["limit"] = 50,
                ["prime"] = "M:6/8 K:Cdor",
            }
        );
        string baseline = await studio.TuneAsync(session, seed: 70);
        await studio.TuneAsync(session, seed: 70, plan: plan, baseline: baseline);
        await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = "tiny", ["text"] = "M:4/4 K:Cmaj |: C D E F | G A B c | C D E F | G A B c :|" }
        );
        string tune = await studio.TuneAsync(session, seed: 8);
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        JsonNode changed = file["tunes"]![0]!;
        changed["seed"] = 12345;
        JsonNode both = await studio.PostAsync("/api/sessions/import", file);
        string[] ids = [.. both["tunes"]!.AsArray().Select(of => of!["id"]!.GetValue<string>())];

        foreach (int time in (int[])[1, 2])
        {
            JsonNode found = (await MatchesAsync(studio, ids[^1]))[^1];
            Assert.Equal(
                (ids.Length - 1, 0, 1),
                (found["searched"]!.GetValue<int>(), found["left"]!.GetValue<int>(), found["skipped"]!.GetValue<int>())
            );
            Dictionary<string, UnitSequences> recorded = [];
            foreach (string id in ids.Skip(1))
            {
                recorded[id] = new UnitSequences(
                    MemoryMarshal.Cast<byte, float>(
                        await studio.Client.GetByteArrayAsync($"/api/tunes/{id}/recording/h/1", TestContext.Current.CancellationToken)
                    ),
                    12
                );
            }

            SwitchedUnits switched = SwitchedUnits.Find(recorded[ids[^1]], 10, 12, 0.05, -0.05);
            IEnumerable<(string Id, SwitchedPlace Place)> expected = ids.Skip(1)
                .Reverse()
                .SelectMany(id =>
                    switched
                        .Places(recorded[id])
                        .Where(place => id != ids[^1] || place.From >= 12 || place.To <= 10)
                        .Select(place => (id, place))
                )
                .OrderByDescending(of => of.place.Units)
                .ThenBy(of => Math.Abs(of.place.To - of.place.From - 2));
            Assert.Equal(
                expected.Take(50).Select(of => (of.Id, of.Place.From, of.Place.To, of.Place.Units)),
                found["places"]!
                    .AsArray()
                    .Select(of =>
                        (
                            of!["tune"]!.GetValue<string>(),
                            of["from"]!.GetValue<int>(),
                            of["to"]!.GetValue<int>(),
                            of["units"]!.GetValue<int>()
                        )
                    )
            );
        }

        Assert.NotEqual(tune, ids[^1]);
    }

    private static async Task<List<JsonNode>> MatchesAsync(RunningStudio studio, string tune)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, $"/api/tunes/{tune}/matches", Question);
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        List<(string Name, JsonNode Data)> events = await RunningStudio.EventsAsync(await answer.Content.ReadAsStreamAsync());
        Assert.All(events, happened => Assert.Equal("matches", happened.Name));
        return [.. events.Select(happened => happened.Data)];
    }
}
