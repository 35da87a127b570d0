using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lilt.Cli;
using Lilt.Studio.Sessions;
using Lilt.Studio.Writing;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Studios that open one data folder at the same time: they share its sessions, and none fails for the other.</summary>
public sealed partial class TwoStudiosTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Serve_ManyThatMakeOneStoreAtOnce_AllOpenIt()
    {
        for (int round = 0; round < 3; round++)
        {
            string data = Path.Combine(studio.Folder, $"shared{round}");
            Process[] started =
            [
                .. Enumerable
                    .Range(0, 4)
                    .Select(_ =>
                        Process.Start(
                            new ProcessStartInfo(
                                "dotnet",
                                [typeof(CommandLine).Assembly.Location, "serve", "--port", "0", "--data", data, "--model", studio.ModelFile]
                            )
                            {
                                RedirectStandardOutput = true,
                                RedirectStandardError = true,
                            }
                        )!
                    ),
            ];
            try
            {
                foreach (Process process in started)
                {
                    string line =
                        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                        ?? await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
                    Assert.Matches(Address(), line);
                    using HttpClient client = new() { BaseAddress = new Uri(Address().Match(line).Value) };
                    Assert.Equal("[]", await client.GetStringAsync("/api/sessions", TestContext.Current.CancellationToken));
                }
            }
            finally
            {
                foreach (Process process in started)
                {
                    process.Kill();
                    process.WaitForExit();
                    process.Dispose();
                }
            }
        }
    }

    [Fact]
    public async Task Write_InBothAtOnce_EveryTuneOfEitherIsThere()
    {
        await using RunningStudio other = await BesideAsync();
        string session = await studio.NewSessionAsync();
        string first = await studio.TuneAsync(session, seed: 1);
        List<(string Name, JsonNode Data)>[] told = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(run =>
                    (run % 2 == 0 ? studio : other).WriteAsync(
                        session,
                        new JsonObject
                        {
                            ["seed"] = 1000 * (run + 1),
                            ["tunes"] = 16,
                            ["limit"] = 20,
                        }
                    )
                )
                .Concat(Enumerable.Range(0, 20).Select(time => ChangedAsync(time % 2 == 0 ? studio : other, first, time)))
        );
        string[] kept = await TunesAsync(studio, session);

        Assert.All(told[..8], events => Assert.Equal("done", events[^1].Name));
        string[] written = [.. told.SelectMany(events => events).Where(of => of.Name == "tune").Select(of => Text(of.Data, "id"))];
        Assert.Equal(8 * 16, written.Length);
        Assert.Equal(written.Append(first).Order(), kept.Order());
        Assert.Equal(kept, await TunesAsync(other, session));
    }

    [Fact]
    public async Task Write_TheSameInBothAtOnce_IsOneTune()
    {
        await using RunningStudio other = await BesideAsync();
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)>[] told = await Task.WhenAll(
            ((RunningStudio[])[studio, other]).Select(one =>
                one.WriteAsync(
                    session,
                    new JsonObject
                    {
                        ["seed"] = 5,
                        ["tunes"] = 64,
                        ["limit"] = 20,
                    }
                )
            )
        );
        string[] kept = await TunesAsync(other, session);

        Assert.Equal(64, kept.Length);
        Assert.All(
            told,
            events => Assert.Equal(kept.Order(), events.Where(of => of.Name == "tune").Select(of => Text(of.Data, "id")).Order())
        );
    }

    [Fact]
    public async Task Change_InOne_IsToldToThePagesOfTheOther()
    {
        await using RunningStudio other = await BesideAsync();
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session);
        using CancellationTokenSource late = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        late.CancelAfter(TimeSpan.FromMinutes(5));
        using StreamReader events = new(await other.Client.GetStreamAsync("/api/events", late.Token));
        string[] addresses = ["/api/sessions", $"/api/sessions/{session}", $"/api/sessions/{session}/effects"];
        (string What, Func<Task> Act)[] changes =
        [
            ("a session is made", () => studio.NewSessionAsync("made beside")),
            ("a session is renamed", () => SendAsync(HttpMethod.Patch, $"/api/sessions/{session}", """{"name":"another name"}""")),
            ("a tune is written", () => studio.TuneAsync(session, seed: 2)),
            ("a tune is renamed", () => SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"name":"the good one"}""")),
            ("an effect is found", () => studio.EffectAsync(session, Effect())),
            ("a tune is deleted", () => SendAsync(HttpMethod.Delete, $"/api/tunes/{tune}", "")),
            ("a tune is had back", () => SendAsync(HttpMethod.Post, $"/api/tunes/{tune}/restore", "")),
        ];
        foreach ((string what, Func<Task> act) in changes)
        {
            await act();
            string[] here = await AllAsync(studio);
            while (true)
            {
                string line = await events.ReadLineAsync(late.Token) ?? throw new EndOfStreamException(what);
                if (line == "event: elsewhere" && string.Concat(await AllAsync(other)) == string.Concat(here))
                {
                    break;
                }
            }
        }

        async Task<string[]> AllAsync(RunningStudio of) =>
            await Task.WhenAll(addresses.Select(address => of.Client.GetStringAsync(address, late.Token)));
    }

    [Fact]
    public async Task Change_OfTheStudioItself_IsNotOneOfAnother()
    {
        using StoreFile one = Open();
        using StoreFile other = Open();
        one.Execute("INSERT INTO sessions (id, name, created) VALUES ('a', 'a', $now)", ("$now", TuneRow.Text(DateTime.UtcNow)));

        Assert.Equal((false, true, false), (one.IsChangedElsewhere(), other.IsChangedElsewhere(), other.IsChangedElsewhere()));
        await using RunningStudio third = await BesideAsync();
        await third.NewSessionAsync();
        Assert.Equal((true, true), (one.IsChangedElsewhere(), other.IsChangedElsewhere()));
        Assert.False(third.Part<StoreFile>().IsChangedElsewhere());
    }

    [Fact]
    public async Task Change_ThatIsRefusedHalfway_LeavesNothing()
    {
        using StoreFile file = Open();
        long before = file.Count("SELECT COUNT(*) FROM sessions");
        Assert.Throws<InvalidOperationException>(() =>
            file.Change<int>(() =>
            {
                file.Execute(
                    "INSERT INTO sessions (id, name, created) VALUES ('half', 'half', $now)",
                    ("$now", TuneRow.Text(DateTime.UtcNow))
                );
                throw new InvalidOperationException();
            })
        );
        await using RunningStudio other = await BesideAsync();
        await other.NewSessionAsync();

        Assert.Equal(before + 1, file.Count("SELECT COUNT(*) FROM sessions"));
    }

    [Fact]
    public async Task Effect_UnderWayInOne_IsUnderWayInTheOtherUntilItIsDeletedThere()
    {
        await using RunningStudio other = await BesideAsync();
        string session = await studio.NewSessionAsync();
        JsonNode asked = await studio.PostAsync($"/api/sessions/{session}/effects", RunningStudio.LongEffect());
        JsonNode seen = (await other.GetAsync($"/api/sessions/{session}/effects")).AsArray().Single()!;
        JsonNode again = await other.PostAsync($"/api/sessions/{session}/effects", RunningStudio.LongEffect());

        Assert.Equal(("underWay", null), (Text(seen, "state"), seen["job"]?.ToString()));
        Assert.StartsWith("Another studio on the same data finds it", Text(seen, "problem"), StringComparison.Ordinal);
        Assert.Equal(Text(asked, "id"), Text(again, "id"));
        using HttpResponseMessage deleted = await other.Client.DeleteAsync($"/api/effects/{Text(asked, "id")}", Cancellation);
        await SlowStudio.EndedAsync(studio);

        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}/effects")).AsArray());
        JsonNode back = await other.PostAsync($"/api/effects/{Text(asked, "id")}/restore", new JsonObject());
        Assert.Equal("stopped", Text(back, "state"));
    }

    [Fact]
    public async Task Effect_OfAStudioThatEnded_WasBrokenOff()
    {
        await using RunningStudio ending = await BesideAsync();
        string session = await studio.NewSessionAsync();
        await ending.PostAsync($"/api/sessions/{session}/effects", RunningStudio.LongEffect());
        await ending.StopAsync();
        JsonNode seen = (await studio.GetAsync($"/api/sessions/{session}/effects")).AsArray().Single()!;

        Assert.Equal("failed", Text(seen, "state"));
        Assert.StartsWith("The studio was started again while it was under way", Text(seen, "problem"), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(studio.DataFolder, "*.lock"));
    }

    [Fact]
    public void Refusal_FileThatAnotherHolds_IsASentence()
    {
        using StoreFile file = Open();
        using SqliteConnection other = new(
            $"Data Source={Path.Combine(studio.DataFolder, StoreFile.Name)};Pooling=False;Default Timeout=1"
        );
        other.Open();
        SqliteException refused = file.Change(() =>
            Assert.Throws<SqliteException>(() =>
            {
                using SqliteCommand command = other.CreateCommand();
                command.CommandText = "DELETE FROM sessions WHERE id = ''";
                command.ExecuteNonQuery();
            })
        );

        Assert.StartsWith("Another program has held the file", StoreRefusal.Of(refused)?.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Text(JsonNode of, string name) => of[name]!.GetValue<string>();

    private static JsonObject Effect() =>
        new()
        {
            ["model"] = RunningStudio.Model,
            ["plan"] = JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":[0,1]}]}"""),
            ["tunes"] = 20,
            ["limit"] = 40,
        };

    private StoreFile Open() =>
        new(
            new StudioOptions
            {
                DataFolder = studio.DataFolder,
                Models = new WeightFiles.ModelFolders([studio.Folder]),
                PageFolder = studio.Folder,
                Version = "0.0.0",
            }
        );

    /// <summary>Another studio on the same data.</summary>
    private async Task<RunningStudio> BesideAsync()
    {
        RunningStudio other = new(studio.Folder, new StudioBounds());
        await other.InitializeAsync();
        return other;
    }

    private async Task SendAsync(HttpMethod method, string address, string json)
    {
        using HttpResponseMessage answer = await studio.SendAsync(method, address, json);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    /// <summary>Renames a tune, stars it or not, and makes a session; what is told is none of a run.</summary>
    private static async Task<List<(string Name, JsonNode Data)>> ChangedAsync(RunningStudio of, string tune, int time)
    {
        using HttpResponseMessage answer = await of.SendAsync(
            HttpMethod.Patch,
            $"/api/tunes/{tune}",
            new JsonObject { ["name"] = $"name {time}", ["starred"] = time % 3 == 0 }.ToJsonString()
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
        await of.NewSessionAsync($"beside {time}");
        return [];
    }

    private static async Task<string[]> TunesAsync(RunningStudio of, string session) =>
        [.. (await of.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Select(tune => Text(tune!, "id"))];

    [GeneratedRegex("http://127.0.0.1:[0-9]+/")]
    private static partial Regex Address();
}
