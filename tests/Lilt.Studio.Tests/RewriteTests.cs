using System.Net;
using System.Text.Json.Nodes;
using Lilt.Studio.Sessions;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Measures written again: what is offered, what is taken, and that both can be made again.</summary>
public sealed class RewriteTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Tune = "M:4/4 K:Cmaj |: C 2 D 2 E 2 F 2 | G 2 A 2 B 2 c 2 | C 2 C 2 C 2 C 2 | D 2 E 2 F 2 G 2 :| </s>";

    [Fact]
    public async Task Rewrite_SomeBars_OffersWaysThatKeepAllElse()
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());

        JsonNode last = (await OffersAsync(tune, Bars(2, 3)))[^1];

        Assert.True(last["isLast"]!.GetValue<bool>());
        Assert.InRange(last["offers"]!.AsArray().Count, 2, 3);
        Assert.Contains("candidates", last["said"]![0]!.GetValue<string>(), StringComparison.Ordinal);
        foreach (JsonNode? offer in last["offers"]!.AsArray())
        {
            string text = Text(offer!["tokens"]!);
            JsonNode passage = offer["passage"]!;
            (int from, int to) = (passage["from"]!.GetValue<int>(), passage["to"]!.GetValue<int>());
            Assert.StartsWith("M:4/4 K:Cmaj |: C 2 D 2 E 2 F 2 |", text, StringComparison.Ordinal);
            Assert.EndsWith("| D 2 E 2 F 2 G 2 :| </s>", text, StringComparison.Ordinal);
            Assert.Equal(
                string.Join(' ', text.Split(' ')[from..to]),
                string.Join(' ', Text(passage["bars"]!["tokens"]!).Split(' ').Skip(2))
            );
            Assert.NotEmpty(passage["fresh"]!.AsArray());
            Assert.Equal(3, passage["heardFrom"]!.GetValue<int>());
            Assert.Equal(text.Split(' ').Length - 1, passage["heardTo"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Take_AnOffer_IsATuneThatItsCommandMakesAgain()
    {
        string session = await studio.NewSessionAsync();
        string tune = await GivenAsync(session);
        JsonObject request = Bars(2, 2);
        request["locks"] = new JsonArray(new JsonObject { ["measure"] = 2, ["note"] = 1 });
        request["range"] = "C-B";
        JsonNode offer = (await OffersAsync(tune, request))[^1]["offers"]![1]!;

        JsonNode taken = await TakeAsync(tune, request, 2);

        Assert.Equal("given", taken["kind"]!.GetValue<string>());
        Assert.Equal(tune, taken["baseline"]!.GetValue<string>());
        Assert.Equal(tune, taken["rewritten"]!["parent"]!.GetValue<string>());
        Assert.Equal("four bars, bar 2 written again", taken["name"]!.GetValue<string>());
        Assert.Equal(Text(offer["tokens"]!), Text((await studio.GetAsync($"/api/tunes/{taken["id"]}"))["tune"]!["tokens"]!));
        Assert.Equal($"<s> {Text(offer["tokens"]!)}", await PrintedAsync(taken["command"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("ending")]
    [InlineData("otherEnding")]
    [InlineData("continue")]
    [InlineData("octaves")]
    public async Task Take_AnyKind_IsMadeAgainByItsCommand(string kind)
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());
        JsonObject request = new()
        {
            ["kind"] = kind,
            ["from"] = 3,
            ["length"] = 3,
            ["range"] = kind == "octaves" ? "G-d" : "C-d",
            ["semitones"] = kind == "octaves" ? 2 : 0,
            ["candidates"] = 1024,
        };

        JsonNode taken = await TakeAsync(tune, request, 1);

        Assert.Equal(
            $"<s> {Text((await studio.GetAsync($"/api/tunes/{taken["id"]}"))["tune"]!["tokens"]!)}",
            await PrintedAsync(taken["command"]!.GetValue<string>())
        );
    }

    [Fact]
    public async Task Take_ASessionExportedAndImported_KeepsWhatItWasMadeFrom()
    {
        string session = await studio.NewSessionAsync();
        string tune = await GivenAsync(session);
        JsonNode taken = await TakeAsync(tune, Bars(1, 2), 1);
        string file = await studio.Client.GetStringAsync($"/api/sessions/{session}/export", TestContext.Current.CancellationToken);

        JsonNode imported = await studio.PostAsync("/api/sessions/import", JsonNode.Parse(file)!);

        JsonNode child = imported["tunes"]![1]!;
        Assert.Equal(imported["tunes"]![0]!["id"]!.GetValue<string>(), child["rewritten"]!["parent"]!.GetValue<string>());
        Assert.Equal(taken["command"]!.GetValue<string>(), child["command"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("semitones", "100000")]
    [InlineData("range", "\"tin can\"")]
    [InlineData("locks", "[null]")]
    public async Task Import_ATuneMadeInAWayThatIsNone_IsRefused(string member, string value)
    {
        string session = await studio.NewSessionAsync();
        await TakeAsync(await GivenAsync(session), Bars(1, 2), 1);
        JsonNode file = JsonNode.Parse(
            await studio.Client.GetStringAsync($"/api/sessions/{session}/export", TestContext.Current.CancellationToken)
        )!;
        file["tunes"]![1]!["rewritten"]!["request"]![member] = JsonNode.Parse(value);

        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "tune 2 of it was made from a tune in a way that is none",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Range_OfATuneThatGoesOver_NamesTheNotes()
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());

        JsonNode range = await studio.GetAsync($"/api/tunes/{tune}/range?range=D-b&semitones=2");
        JsonNode under = await studio.GetAsync($"/api/tunes/{tune}/range?range=D-b");

        Assert.Equal("D-b", range["range"]!.GetValue<string>());
        Assert.Empty(range["outside"]!.AsArray());
        Assert.Equal(16, range["notes"]!.GetValue<int>());
        Assert.Equal([1, 3, 3, 3, 3], under["outside"]!.AsArray().Select(note => note!["measure"]!.GetValue<int>()));
        Assert.All(under["outside"]!.AsArray(), note => Assert.True(note!["isUnder"]!.GetValue<bool>()));
    }

    [Fact]
    public async Task Rewrite_Octaves_SaysWhatWasMoved()
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());

        JsonNode view = (await OffersAsync(tune, new JsonObject { ["kind"] = "octaves", ["range"] = "D-d" }))[^1];

        // Measure 3 is moved whole; measure 1 reaches from C to F, so no octave of it is within D to d, and its C alone is moved.
        Assert.Equal(
            ["Measure 3 was moved up an octave.", "1 note of measure 1 was moved up an octave."],
            view["said"]!.AsArray().Select(sentence => sentence!.GetValue<string>())
        );
        Assert.StartsWith("M:4/4 K:Cmaj |: c 2 D 2", Text(view["offers"]![0]!["tokens"]!), StringComparison.Ordinal);
        Assert.Equal(5, view["offers"]![0]!["passage"]!["fresh"]!.AsArray().Count);
    }

    [Theory]
    [InlineData(422, "The tune has measures 1 to 4; measures 3 to 9 are none of them.", """{"kind":"bars","from":3,"to":9}""")]
    [InlineData(422, "Measure 1 is locked", """{"kind":"bars","from":2,"to":3,"locks":[{"measure":1}]}""")]
    [InlineData(422, "The section has 3 measures already", """{"kind":"ending","from":4,"length":3}""")]
    [InlineData(400, "'tin can' is no range", """{"kind":"bars","from":2,"to":3,"range":"tin can"}""")]
    [InlineData(400, "Octaves are moved to keep a range", """{"kind":"octaves"}""")]
    [InlineData(400, "A lock is missing", """{"kind":"bars","from":2,"to":3,"locks":[null]}""")]
    [InlineData(400, "'offers' is from 1 to 8", """{"kind":"bars","from":2,"to":3,"offers":9}""")]
    public async Task Rewrite_WhatCannotBe_SaysWhy(int status, string expected, string request)
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());

        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, $"/api/tunes/{tune}/rewrite", request);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Contains(expected, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rewrite_WhereNothingFits_SaysSoAndOffersNothing()
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());
        JsonObject request = Bars(2, 2);
        request["range"] = "c'-d'";
        request["locks"] = new JsonArray(new JsonObject { ["measure"] = 2 });

        JsonNode view = (await OffersAsync(tune, request))[^1];

        Assert.Empty(view["offers"]!.AsArray());
        Assert.Contains("filled the measures in another way", view["said"]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_OfAnOlderProgram_IsOpenedWithItsTunes()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-studio").FullName;
        string tune;
        await using (RunningStudio old = new(folder, new StudioBounds()))
        {
            await old.InitializeAsync();
            tune = await old.TuneAsync(await old.NewSessionAsync());
        }

        await using (SqliteConnection file = new($"Data Source={Path.Combine(folder, "data", StoreFile.Name)};Pooling=False"))
        {
            file.Open();
            using SqliteCommand command = file.CreateCommand();
            command.CommandText = "ALTER TABLE tunes DROP COLUMN rewritten";
            command.ExecuteNonQuery();
        }

        await using (RunningStudio now = new(folder, new StudioBounds()))
        {
            await now.InitializeAsync();
            JsonNode kept = await now.GetAsync($"/api/tunes/{tune}");
            Assert.Null(kept["rewritten"]);
            Assert.NotEmpty(kept["tune"]!["tokens"]!.AsArray());
            JsonNode taken = await now.PostAsync(
                $"/api/tunes/{tune}/rewritten",
                new JsonObject
                {
                    ["request"] = new JsonObject
                    {
                        ["kind"] = "continue",
                        ["from"] = 2,
                        ["candidates"] = 16,
                    },
                    ["offer"] = 1,
                }
            );
            Assert.Equal(tune, taken["rewritten"]!["parent"]!.GetValue<string>());
        }

        Directory.Delete(folder, recursive: true);
    }

    private static JsonObject Bars(int from, int to) =>
        new()
        {
            ["kind"] = "bars",
            ["from"] = from,
            ["to"] = to,
            ["seed"] = 7,
            ["offers"] = 3,
            ["candidates"] = 1024,
        };

    private async Task<string> GivenAsync(string session) =>
        (
            await studio.PostAsync(
                $"/api/sessions/{session}/given",
                new JsonObject
                {
                    ["model"] = RunningStudio.Model,
                    ["text"] = Tune,
                    ["name"] = "four bars",
                }
            )
        )["id"]!.GetValue<string>();

    private Task<JsonNode> TakeAsync(string tune, JsonObject request, int offer) =>
        studio.PostAsync($"/api/tunes/{tune}/rewritten", new JsonObject { ["request"] = request.DeepClone(), ["offer"] = offer });

    private async Task<List<JsonNode>> OffersAsync(string tune, JsonObject request)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, $"/api/tunes/{tune}/rewrite", request.ToJsonString());
        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType!.MediaType);
        List<(string Name, JsonNode Data)> events = await RunningStudio.EventsAsync(await answer.Content.ReadAsStreamAsync());
        Assert.All(events, happened => Assert.Equal("offers", happened.Name));
        return [.. events.Select(happened => happened.Data)];
    }

    private static string Text(JsonNode tokens) => string.Join(' ', tokens.AsArray().Select(token => token!.GetValue<string>()));

    /// <summary>What a command line of the studio prints, as one line.</summary>
    private async Task<string> PrintedAsync(string command) => (await StudioCommand.RunAsync(studio, command)).TrimEnd('\n');
}
