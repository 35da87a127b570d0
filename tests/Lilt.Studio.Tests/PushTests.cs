using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Planting;
using Lilt.Recording;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>
/// The clock of a network of known answer: layer 1 counts eighths and is set back by the measure token, layer 2 shows the count.
/// </summary>
public sealed class PushTests(RunningStudio studio) : IClassFixture<RunningStudio>, IAsyncLifetime
{
    private const string Counters = "counters";
    private const string Header = "M:4/4 K:Cmaj";

    private static readonly Model Network = PlantedNetwork.Make(PlantedKind.Counters, 32, 1).Model;

    public ValueTask InitializeAsync()
    {
        string file = Path.Combine(studio.Folder, "models", $"{Counters}.safetensors");
        if (!File.Exists(file))
        {
            ModelFile.Write(Network, file);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Places_OfATune_AreThoseOfTheLibrary()
    {
        (_, string tune, string[] tokens) = await WrittenAsync();
        JsonNode answer = await studio.GetAsync($"/api/tunes/{tune}/places");
        OpenPlaces expected = OpenPlaces.Of(tokens);

        Assert.Equal(8, answer["full"]!.GetValue<double>());
        Assert.Equal(
            expected.All.Select(place => (place.Step, 8 * place.Distance.ToDouble(), ClockPush.CanBePushed(expected, place))),
            answer["places"]!
                .AsArray()
                .Select(place =>
                    (place!["step"]!.GetValue<int>(), place["distance"]!.GetValue<double>(), place["canBePushed"]!.GetValue<bool>())
                )
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(-2)]
    public async Task Push_TheLayerThatCounts_MovesTheBarByAsMuch(int by)
    {
        (_, string tune, string[] tokens) = await WrittenAsync();
        int step = PlaceAt(tokens, measure: 2, eighths: 4);

        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(step, 1, by));
        JsonNode push = await studio.GetAsync($"/api/tunes/{made["id"]}/push");

        Assert.Equal(("operated", tune), (made["kind"]!.GetValue<string>(), made["baseline"]!.GetValue<string>()));
        Assert.Equal(8 - by, push["length"]!.GetValue<double>());
        Assert.True(push["came"]!.GetValue<bool>());
        Assert.True(push["isDue"]!.GetValue<bool>());
        Assert.Equal((4, 4 + by), ((int)push["distance"]!.GetValue<double>(), (int)push["donor"]!["distance"]!.GetValue<double>()));
        Assert.True(push["donor"]!["isOwn"]!.GetValue<bool>());
        Assert.NotEqual(push["measure"]!.GetValue<int>(), push["donor"]!["measure"]!.GetValue<int>());
    }

    [Fact]
    public async Task Push_TheLayerThatShowsTheCount_MovesNothing()
    {
        (_, string tune, string[] tokens) = await WrittenAsync();

        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(PlaceAt(tokens, 2, 4), 2, 2));
        JsonNode push = await studio.GetAsync($"/api/tunes/{made["id"]}/push");

        Assert.Equal(
            (8, false, false),
            (push["length"]!.GetValue<double>(), push["came"]!.GetValue<bool>(), push["isDue"]!.GetValue<bool>())
        );
    }

    [Fact]
    public async Task Push_Sham_TheBarStays()
    {
        (_, string tune, string[] tokens) = await WrittenAsync();

        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(PlaceAt(tokens, 2, 4), null, 0));
        JsonNode push = await studio.GetAsync($"/api/tunes/{made["id"]}/push");

        Assert.Equal(
            (8, true, true),
            (push["length"]!.GetValue<double>(), push["came"]!.GetValue<bool>(), push["isDue"]!.GetValue<bool>())
        );
        Assert.Null(push["moved"]);
        Assert.Equal([1, 2], push["layers"]!.AsArray().Select(layer => layer!.GetValue<int>()));
    }

    /// <summary>B of the tune read again, beside the library's own reading of its tokens under the same interchange from memory.</summary>
    [Fact]
    public async Task Push_ReadAgain_IsTheLibrarysReading()
    {
        (_, string tune, string[] tokens) = await WrittenAsync();
        int step = PlaceAt(tokens, 3, 2);

        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(step, 1, 3));
        JsonNode push = await studio.GetAsync($"/api/tunes/{made["id"]}/push");

        Token[] read = [.. tokens.Select(text => Network.Vocabulary.TryFind(text, out Token token) ? token : default)];
        TuneRecording untouched = Network.Read(read);
        OperationPlan plan = new(Patch.State(untouched, push["donor"]!["step"]!.GetValue<int>(), 1, step, Edge.Recurrent));
        double[] expected = Network.With(plan).Read(read).LogProbabilities(TokenKind.Measure);
        int from = push["from"]!.GetValue<int>();
        double[] pushed = Numbers(push["pushed"]!);

        Assert.Equal(step, from);
        Assert.Equal(expected[from..(from + pushed.Length)], pushed);
        Assert.Equal(untouched.LogProbabilities(TokenKind.Measure)[from..(from + pushed.Length)], Numbers(push["untouched"]!));
        Assert.Equal(tokens[from..(from + pushed.Length)], push["tokens"]!.AsArray().Select(token => token!.GetValue<string>()));
        Assert.Equal(pushed[0], Numbers(push["untouched"]!)[0]);
    }

    [Fact]
    public async Task Push_Again_IsWhatTheCommandLineWritesAndReads()
    {
        (_, string tune, string[] tokens) = await WrittenAsync();
        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(PlaceAt(tokens, 2, 4), 1, 2));
        JsonNode push = await studio.GetAsync($"/api/tunes/{made["id"]}/push");
        string folder = Directory.CreateDirectory(Path.Combine(studio.Folder, "pushed")).FullName;
        string model = Path.Combine(studio.Folder, "models", $"{Counters}.safetensors");
        string donor = push["donor"]!["tune"]!.GetValue<string>();
        await SaveAsync($"/api/tunes/{made["id"]}/export?format=plan", Path.Combine(folder, "plan.json"));
        await SaveAsync($"/api/tunes/{donor}/export?format=npz", Path.Combine(folder, $"{donor}.npz"));

        string written = await StudioCommand.RunAsync(made["command"]!.GetValue<string>(), model, folder, "--format", "tokens");
        Assert.Equal(await TokensAsync(made["id"]!.GetValue<string>()), StudioCommand.LastTokens(written));

        await StudioCommand.RunAsync(push["command"]!.GetValue<string>(), model, folder);
        using RecordingReader file = new(Path.Combine(folder, "pushed.npz"));
        double[] read = file.Read(0).LogProbabilities(TokenKind.Measure);
        int from = push["from"]!.GetValue<int>();
        double[] pushed = Numbers(push["pushed"]!);
        Assert.Equal(pushed, read[from..(from + pushed.Length)]);
    }

    [Fact]
    public async Task Push_NoSuchPlaceInTheTune_TakesADonorOfTheSessionOrWritesOne()
    {
        string session = await studio.NewSessionAsync();
        string tune = await GivenAsync(session, "C D | C D E F G A B c | C D");

        JsonNode first = await studio.PostAsync($"/api/tunes/{tune}/push", Request(9, 1, 2));
        JsonNode push = await studio.GetAsync($"/api/tunes/{first["id"]}/push");
        string donor = push["donor"]!["tune"]!.GetValue<string>();
        Assert.False(push["donor"]!["isOwn"]!.GetValue<bool>());
        Assert.Equal([tune, donor, first["id"]!.GetValue<string>()], await TunesAsync(session));
        Assert.StartsWith(Header, string.Join(' ', await TokensAsync(donor)), StringComparison.Ordinal);

        JsonNode second = await studio.PostAsync($"/api/tunes/{tune}/push", Request(9, 2, 2));
        Assert.Equal(donor, (await studio.GetAsync($"/api/tunes/{second["id"]}/push"))["donor"]!["tune"]!.GetValue<string>());
        Assert.Equal(4, (await TunesAsync(session)).Length);
    }

    [Fact]
    public async Task Push_TuneOfOnesOwn_IsReadAgainAndNotWrittenOn()
    {
        string session = await studio.NewSessionAsync();
        string tune = await GivenAsync(session, "C D | C D E F G A B c | C D E F G A B c | C D");

        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(9, 1, 2));
        JsonNode push = await studio.GetAsync($"/api/tunes/{made["id"]}/push");

        Assert.Equal("given", made["kind"]!.GetValue<string>());
        Assert.Equal(await TokensAsync(tune), await TokensAsync(made["id"]!.GetValue<string>()));
        Assert.True(push["isDue"]!.GetValue<bool>());
        Assert.Null(push["came"]);
        Assert.Null(push["length"]);
    }

    [Fact]
    public async Task Push_SessionExportedAndImported_TellsTheSame()
    {
        (string session, string tune, string[] tokens) = await WrittenAsync();
        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(PlaceAt(tokens, 2, 4), 1, 2));
        string file = await studio.Client.GetStringAsync($"/api/sessions/{session}/export", TestContext.Current.CancellationToken);
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file);
        JsonNode imported = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        string again = imported["tunes"]!.AsArray()[^1]!["id"]!.GetValue<string>();

        JsonNode first = await studio.GetAsync($"/api/tunes/{made["id"]}/push");
        JsonNode second = await studio.GetAsync($"/api/tunes/{again}/push");

        Assert.Equal(imported["tunes"]!.AsArray()[0]!["id"]!.GetValue<string>(), second["tune"]!.GetValue<string>());
        Assert.Equal(Numbers(first["pushed"]!), Numbers(second["pushed"]!));
        Assert.True(second["came"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("""{"step":0,"by":2}""", HttpStatusCode.UnprocessableEntity, "No bar could stand at step 0")]
    [InlineData("""{"step":2,"by":2}""", HttpStatusCode.UnprocessableEntity, "not full, or not between two bars")]
    [InlineData("""{"step":{place},"by":4}""", HttpStatusCode.UnprocessableEntity, "4 eighths into a measure of 8")]
    [InlineData("""{"step":{place},"by":5}""", HttpStatusCode.BadRequest, "'by' is from −4 to 4")]
    [InlineData("""{"step":{place},"layer":3}""", HttpStatusCode.BadRequest, "'layer' is from 1 to 2")]
    [InlineData("""{"by":1}""", HttpStatusCode.BadRequest, "step")]
    public async Task Push_RequestThatCannotBeDone_SaysWhy(string body, HttpStatusCode expected, string sentence)
    {
        (string session, string tune, string[] tokens) = await WrittenAsync();
        string json = body.Replace("{place}", $"{PlaceAt(tokens, 2, 4)}", StringComparison.Ordinal);

        (HttpStatusCode status, string detail) = await RefusedAsync(tune, json);

        Assert.Equal(expected, status);
        Assert.Contains(sentence.Replace('−', '-'), detail.Replace('−', '-'), StringComparison.Ordinal);
        Assert.Equal([tune], await TunesAsync(session));
    }

    [Fact]
    public async Task Push_TuneMadeUnderAPlan_IsRefused()
    {
        (_, string tune, string[] tokens) = await WrittenAsync();
        JsonNode made = await studio.PostAsync($"/api/tunes/{tune}/push", Request(PlaceAt(tokens, 2, 4), 1, 2));

        (HttpStatusCode status, string detail) = await RefusedAsync(made["id"]!.GetValue<string>(), """{"step":30,"by":1}""");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("made under a plan", detail, StringComparison.Ordinal);
    }

    /// <summary>14/3 eighths into a full measure is no place of any tune that this network writes.</summary>
    [Fact]
    public async Task Push_NoDonorAnywhere_IsRefusedAndNothingIsKept()
    {
        string session = await studio.NewSessionAsync();
        JsonNode given = await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = "M:4/4 K:Cmaj C D | (3 C 2 D E (3 F 2 G 2 A B 2 | C" }
        );
        string tune = given["id"]!.GetValue<string>();

        (HttpStatusCode status, string detail) = await RefusedAsync(tune, """{"step":10,"by":2}""");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("There is no such place", detail, StringComparison.Ordinal);
        Assert.Equal([tune], await TunesAsync(session));
    }

    [Fact]
    public async Task Pushed_TuneThatNoPushMade_IsNothing()
    {
        (string session, string tune, _) = await WrittenAsync();
        string cut = await WriteAsync(session, 1, JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":[0]}]}"""), tune);

        foreach (string other in (string[])[tune, cut])
        {
            using HttpResponseMessage answer = await studio.Client.GetAsync(
                $"/api/tunes/{other}/push",
                TestContext.Current.CancellationToken
            );
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }
    }

    private static JsonObject Request(int step, int? layer, int by) =>
        new()
        {
            ["step"] = step,
            ["layer"] = layer,
            ["by"] = by,
        };

    /// <summary>The step of a place of a tune, so far into its full measures' nth.</summary>
    private static int PlaceAt(string[] tokens, int measure, int eighths)
    {
        OpenPlaces places = OpenPlaces.Of(tokens);
        BarredMeasure full = places.Measures.Where(of => of is { IsInner: true, IsFull: true }).ElementAt(measure);
        return places.Of(full.Index).Single(place => 8 * place.Distance.ToDouble() == eighths).Step;
    }

    private static double[] Numbers(JsonNode list) => [.. list.AsArray().Select(number => number!.GetValue<double>())];

    private async Task<(string Session, string Tune, string[] Tokens)> WrittenAsync()
    {
        string session = await studio.NewSessionAsync();
        string tune = await WriteAsync(session, 3, null, null);
        return (session, tune, await TokensAsync(tune));
    }

    private async Task<string> WriteAsync(string session, uint seed, JsonNode? plan, string? baseline) => (
            await studio.WriteAsync(
                session,
                new JsonObject
                {
                    ["model"] = Counters,
                    ["seed"] = seed,
                    ["prime"] = Header,
                    ["plan"] = plan,
                    ["baseline"] = baseline,
                }
            )
        ).Single(of => of.Name == "tune").Data["id"]!.GetValue<string>();

    private async Task<string> GivenAsync(string session, string music) =>
        (await studio.PostAsync($"/api/sessions/{session}/given", new JsonObject { ["model"] = Counters, ["text"] = $"{Header} {music}" }))[
            "id"
        ]!.GetValue<string>();

    private async Task<string[]> TokensAsync(string tune) =>
        [.. (await studio.GetAsync($"/api/tunes/{tune}"))["tune"]!["tokens"]!.AsArray().Select(token => token!.GetValue<string>())];

    private async Task<string[]> TunesAsync(string session) =>
        [.. (await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray().Select(tune => tune!["id"]!.GetValue<string>())];

    private async Task<(HttpStatusCode Status, string Detail)> RefusedAsync(string tune, string json)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, $"/api/tunes/{tune}/push", json);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return (answer.StatusCode, problem["detail"]!.GetValue<string>());
    }

    private async Task SaveAsync(string address, string path) =>
        await File.WriteAllBytesAsync(
            path,
            await studio.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken
        );
}
