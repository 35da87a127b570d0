using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>The key that a tune is shown in holds for everything that is said and made of it.</summary>
public sealed class KeyTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Tune_InAKey_IsMovedWithNamesNotesAndCommand()
    {
        string tune = await studio.TuneAsync(await studio.NewSessionAsync());
        JsonNode own = await studio.GetAsync($"/api/tunes/{tune}");
        JsonNode moved = await studio.GetAsync($"/api/tunes/{tune}?key=D");

        Assert.Equal(("C", "C", null), (Text(own, "tonic"), Text(own, "ownTonic"), Text(own, "key")));
        Assert.Equal(("D", "C", null), (Text(moved, "tonic"), Text(moved, "ownTonic"), Text(moved, "key")));
        Assert.Contains("K:Dmaj\n|: DEFG |", moved["tune"]!["abc"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(own["tune"]!["tokens"]!.ToJsonString(), moved["tune"]!["tokens"]!.ToJsonString());
        Assert.Equal(Pitches(own).Select(pitch => pitch + 2), Pitches(moved));
        Assert.Equal(("E", "F♯"), (Name(own, 5), Name(moved, 5)));
        Assert.EndsWith(" --key D", Text(moved, "command"), StringComparison.Ordinal);
        Assert.DoesNotContain("--key", Text(own, "command"), StringComparison.Ordinal);
        Assert.Equal(
            "e",
            moved["tune"]!["abc"]!.GetValue<string>()[moved["tune"]!["offsets"]![4]!.GetValue<int>()].ToString().ToLowerInvariant()
        );
    }

    [Fact]
    public async Task Key_ThatIsChosen_HoldsForExportsHandoutSessionFileAndWhatIsMadeOfTheTune()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session);
        using HttpResponseMessage changed = await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"key":"g"}""");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":[0]}]}""")!;
        string operated = await studio.TuneAsync(session, plan: plan, baseline: tune);

        Assert.Equal("G", Text(await studio.GetAsync($"/api/tunes/{tune}"), "tonic"));
        Assert.Equal("G", Text(await studio.GetAsync($"/api/tunes/{operated}"), "key"));
        Assert.Contains("K:Gmaj", await FileAsync($"/api/tunes/{tune}/export?format=abc"), StringComparison.Ordinal);
        Assert.Contains("K:Dmaj", await FileAsync($"/api/tunes/{tune}/export?format=abc&key=D"), StringComparison.Ordinal);
        Assert.Contains("--key G", await FileAsync($"/api/tunes/{tune}/export?format=command"), StringComparison.Ordinal);
        Assert.Contains("\n5,E,B,", await FileAsync($"/api/tunes/{tune}/export?format=csv"), StringComparison.Ordinal);
        JsonNode handout = await studio.GetAsync($"/api/sessions/{session}/handout?tunes={tune}&form=json");
        Assert.Contains("K:Gmaj", handout["tunes"]![0]!["tune"]!["tune"]!["abc"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode handoutInD = await studio.GetAsync($"/api/sessions/{session}/handout?tunes={tune}&form=json&key=D");
        Assert.Equal("D", Text(handoutInD["tunes"]![0]!["tune"]!, "tonic"));

        JsonNode again = await studio.PostAsync("/api/sessions/import", await studio.GetAsync($"/api/sessions/{session}/export"));
        Assert.Equal("G", again["tunes"]![0]!["key"]!.GetValue<string>());
        using HttpResponseMessage reset = await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"key":""}""");
        Assert.Equal("C", Text(await studio.GetAsync($"/api/tunes/{tune}"), "tonic"));
    }

    [Theory]
    [InlineData("""{"key":"H"}""")]
    [InlineData("""{"key":"D dorian"}""")]
    public async Task Key_ThatIsNone_IsRefusedInASentence(string json)
    {
        string tune = await studio.TuneAsync(await studio.NewSessionAsync());
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "is no tonic: give a letter",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("X:1\nT:Mine\nM:4/4\nL:1/8\nK:Gmaj\n|: GABc | GABc :|\n", "G", "|: GABc")]
    [InlineData("X:1\nT:A reel\nM:C|\nL:1/8\nK:Dmaj\n|: DEFG :|\n", "D", "|: DEFG")]
    [InlineData("M:4/4 K:Cmaj |: C D :|", "C", "|: CD")]
    public async Task Given_InAKeyOfItsOwn_IsShownInIt(string text, string tonic, string music)
    {
        string session = await studio.NewSessionAsync();
        JsonNode made = await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = text }
        );
        JsonNode view = await studio.GetAsync($"/api/tunes/{made["id"]}");

        Assert.Equal((tonic, tonic, null), (Text(view, "tonic"), Text(view, "ownTonic"), Text(view, "key")));
        Assert.Contains($"K:{tonic}maj\n{music}", view["tune"]!["abc"]!.GetValue<string>(), StringComparison.Ordinal);
        JsonNode edited = await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = view["tune"]!["abc"]!.GetValue<string>() }
        );
        JsonNode same = await studio.GetAsync($"/api/tunes/{edited["id"]}");
        Assert.Equal(view["tune"]!["tokens"]!.ToJsonString(), same["tune"]!["tokens"]!.ToJsonString());
        Assert.Equal(tonic, Text(same, "tonic"));
    }

    /// <summary>A person's own tune goes to the nearest place of another key, and all that is said and made of it with it.</summary>
    [Theory]
    [InlineData("A", 2, "|: ABcd | a2 a2 :|")]
    [InlineData("C", 5, "|: cdef | c'2 c'2 :|")]
    [InlineData("F", -2, "|: FGAB | f2 f2 :|")]
    public async Task Given_InAnotherKey_IsMovedToTheNearest(string key, int semitones, string music)
    {
        string session = await studio.NewSessionAsync();
        JsonNode made = await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = "X:1\nT:Mine\nM:4/4\nL:1/8\nK:Gmaj\n|: GABc | g2 g2 :|\n" }
        );
        JsonNode own = await studio.GetAsync($"/api/tunes/{made["id"]}");
        JsonNode moved = await studio.GetAsync($"/api/tunes/{made["id"]}?key={key}");

        Assert.Equal((key, "G"), (Text(moved, "tonic"), Text(moved, "ownTonic")));
        Assert.Equal(semitones + 7, moved["semitones"]!.GetValue<int>());
        Assert.Equal(Pitches(own).Select(pitch => pitch + semitones), Pitches(moved));
        Assert.Contains(music, moved["tune"]!["abc"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(music[3..4], Name(moved, 3));
        Assert.Contains(music, await FileAsync($"/api/tunes/{made["id"]}/export?format=abc&key={key}"), StringComparison.Ordinal);
        JsonNode handout = await studio.GetAsync($"/api/sessions/{session}/handout?tunes={made["id"]}&form=json&key={key}");
        Assert.Contains(music, handout["tunes"]![0]!["tune"]!["tune"]!["abc"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(Pitches(moved), Pitches(handout["tunes"]![0]!["tune"]!));
    }

    [Fact]
    public async Task Write_ABeginningInD_StandsInDAndItsCommandMakesIt()
    {
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(
            session,
            new JsonObject { ["prime"] = "M:6/8\nK:Ddor\n|: D2 E", ["limit"] = 40 }
        );
        JsonNode tune = events.Single(of => of.Name == "tune").Data;
        JsonNode[] told = [.. events.Where(of => of.Name == "tokens").Select(of => of.Data)];
        string[] tokens = [.. told.SelectMany(of => of["tokens"]!.AsArray()).Select(of => of!.GetValue<string>())];
        string[] names = [.. told.SelectMany(of => of["names"]!.AsArray()).Select(of => of!.GetValue<string>())];
        JsonNode view = await studio.GetAsync($"/api/tunes/{tune["id"]}");

        Assert.Equal(("D", "D"), (Text(tune, "key"), Text(view, "tonic")));
        Assert.Equal("M:6/8 K:Cdor |: C 2 D", string.Join(' ', tokens[..6]));
        Assert.Equal("M:6/8 K:Cdor |: D 2 E", string.Join(' ', names[..6]));
        Assert.Equal(names, tokens.Select((_, step) => Name(view, step)));
        Assert.Contains("--prime 'M:6/8 K:Cdor |: C 2 D'", Text(tune, "command"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tune_WithoutAKey_StaysAndSaysWhy()
    {
        JsonNode made = await studio.PostAsync(
            $"/api/sessions/{await studio.NewSessionAsync()}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = "M:4/4 C D E F |" }
        );
        JsonNode view = await studio.GetAsync($"/api/tunes/{made["id"]}?key=D");
        using HttpResponseMessage file = await studio.Client.GetAsync(
            $"/api/tunes/{made["id"]}/export?format=abc&key=D",
            TestContext.Current.CancellationToken
        );

        Assert.Equal((null, null, "Its key names no tonic."), (Text(view, "tonic"), Text(view, "ownTonic"), Text(view, "unmoved")));
        Assert.Equal("E", Name(view, 3));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, file.StatusCode);
    }

    [Theory]
    [InlineData("M:6/8\nK:Ddor\n|: D2 E", null, "M:6/8 K:Cdor |: C 2 D", "D", "K:Ddor is read as K:Cdor and moved down a tone")]
    [InlineData("|: D2 E", "D", "|: C 2 D", "D", "the notes are read in D and moved down a tone")]
    [InlineData("|: D2 E", null, "|: D 2 E", null, null)]
    public async Task Check_SaysHowItRead(string text, string? key, string tokens, string? tonic, string? remark)
    {
        JsonNode read = await studio.PostAsync(
            "/api/check",
            new JsonObject
            {
                ["model"] = RunningStudio.Model,
                ["text"] = text,
                ["key"] = key,
            }
        );

        Assert.Equal(tokens, string.Join(' ', read["tokens"]!.AsArray().Select(token => token?.GetValue<string>() ?? "*")));
        Assert.Equal((tonic, remark), (Text(read, "key"), Text(read, "remark")));
    }

    [Fact]
    public async Task Store_OfAProgramThatKnewNoKeys_KeepsItsTunes()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-studio").FullName;
        try
        {
            string tune;
            await using (RunningStudio first = new(folder, new StudioBounds()))
            {
                await first.InitializeAsync();
                tune = await first.TuneAsync(await first.NewSessionAsync());
            }

            using (SqliteConnection store = new($"Data Source={Path.Combine(folder, "data", "studio.sqlite")};Pooling=false"))
            {
                store.Open();
                foreach (string column in (string[])["tonic", "written_in"])
                {
                    using SqliteCommand drop = store.CreateCommand();
                    drop.CommandText = $"ALTER TABLE tunes DROP COLUMN {column}";
                    drop.ExecuteNonQuery();
                }
            }

            await using RunningStudio second = new(folder, new StudioBounds());
            await second.InitializeAsync();
            using HttpResponseMessage changed = await second.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"key":"Bb"}""");
            Assert.Equal("Bb", Text(await second.GetAsync($"/api/tunes/{tune}"), "tonic"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string? Text(JsonNode of, string member) => of[member]?.GetValue<string>();

    private static IEnumerable<int> Pitches(JsonNode tune) => tune["notes"]!.AsArray().Select(note => note!["pitch"]!.GetValue<int>());

    private static string Name(JsonNode tune, int step)
    {
        string token = tune["tune"]!["tokens"]![step]!.GetValue<string>();
        return tune["names"]![tune["namesAt"]![step]!.GetValue<int>()]![token]?.GetValue<string>() ?? token;
    }

    private async Task<string> FileAsync(string address) =>
        await studio.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
}
