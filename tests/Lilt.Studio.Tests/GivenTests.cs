using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Studio.Recordings;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Tunes of the person's own, which the network reads.</summary>
public sealed class GivenTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
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
        await StudioCommand.RunAsync(studio, operated["command"]!.GetValue<string>().Replace("tune.npz", file, StringComparison.Ordinal));
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
}
