using System.Net;
using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>The limit and the generator that tunes are asked for with.</summary>
public sealed class GeneratorTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Prime = "M:4/4 K:Cmaj |: C * E";

    [Theory]
    [InlineData("independent", DrawMode.Independent, "seed 9, limit 50|seed 10, limit 50|seed 11, limit 50", "")]
    [InlineData("webapp", DrawMode.Webapp, "seed 9, webapp, limit 50|seed 10, webapp, limit 50|seed 11, webapp, limit 50", " --rng webapp")]
    [InlineData(
        "stream",
        DrawMode.Stream,
        "seed 9, stream, limit 50|seed 9, tune 2 of its stream, limit 50|seed 9, tune 3 of its stream, limit 50",
        " --rng stream"
    )]
    public async Task Write_WithAGenerator_IsWhatTheLibraryWritesWithIt(string generator, DrawMode mode, string names, string words)
    {
        string session = await studio.NewSessionAsync();
        JsonNode[] tunes = await WriteAsync(session, generator, 3);

        Assert.Equal(Alone(mode, 3), await TokensAsync(tunes));
        Assert.Equal(names.Split('|'), tunes.Select(tune => Text(tune, "name")));
        Assert.All(tunes, tune => Assert.Equal(generator, Text(tune, "generator")));
        (string seed, string many) = mode == DrawMode.Stream ? ("9", " --tunes 3") : ("11", "");
        Assert.Equal($"lilt generate --model tiny --seed {seed}{many} --prime '{Prime}'{words} --limit 50", Text(tunes[2], "command"));

        // What goes on inside is made again, and held against the tokens that are kept.
        foreach (JsonNode tune in tunes)
        {
            using HttpResponseMessage npz = await studio.Client.GetAsync($"/api/tunes/{Text(tune, "id")}/export?format=npz", Cancellation);
            Assert.Equal(HttpStatusCode.OK, npz.StatusCode);
        }

        // The same again is not made twice.
        Assert.Equal(tunes.Select(tune => Text(tune, "id")), (await WriteAsync(session, generator, 3)).Select(tune => Text(tune, "id")));
    }

    [Fact]
    public async Task Write_NothingSaid_NamesNeitherInItsCommand()
    {
        string session = await studio.NewSessionAsync();
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(session, new JsonObject { ["prime"] = "M:4/4 K:Cmaj C </s>" });
        JsonNode tune = events.Single(of => of.Name == "tune").Data;

        Assert.Equal("seed 42", Text(tune, "name"));
        Assert.DoesNotContain("--rng", Text(tune, "command"), StringComparison.Ordinal);
        Assert.DoesNotContain("--limit", Text(tune, "command"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_SameSeedOfAnotherGenerator_IsAnotherTune()
    {
        string session = await studio.NewSessionAsync();
        JsonNode[] own = await WriteAsync(session, "independent", 1);
        JsonNode[] webapp = await WriteAsync(session, "webapp", 1);

        Assert.NotEqual(Text(own[0], "id"), Text(webapp[0], "id"));
        Assert.NotEqual((await TokensAsync(own))[0], (await TokensAsync(webapp))[0]);
    }

    [Fact]
    public async Task SessionsFile_OfAStream_IsTheSameAfterItsWay()
    {
        string session = await studio.NewSessionAsync();
        JsonNode[] tunes = await WriteAsync(session, "stream", 2);
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        JsonNode[] again = [.. (await studio.PostAsync("/api/sessions/import", file))["tunes"]!.AsArray().Select(tune => tune!)];

        Assert.Equal(tunes.Select(tune => Text(tune, "command")), again.Select(tune => Text(tune, "command")));
        using HttpResponseMessage inside = await studio.Client.GetAsync(
            $"/api/tunes/{Text(again[1], "id")}/export?format=npz",
            Cancellation
        );
        Assert.Equal(HttpStatusCode.OK, inside.StatusCode);

        file["tunes"]![1]!["drawn"] = null;
        using HttpResponseMessage damaged = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file.ToJsonString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, damaged.StatusCode);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task RunAgain_OfATuneOfAStream_IsDoneForTheFirstAlone(int index, bool isDone)
    {
        string session = await studio.NewSessionAsync();
        JsonNode[] tunes = await WriteAsync(session, "stream", 2);
        JsonObject request = Request("stream", 1);
        request["plan"] = JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":[0,1]}]}""");
        request["baseline"] = Text(tunes[index], "id");
        using HttpResponseMessage answer = await studio.SendAsync(
            HttpMethod.Post,
            $"/api/sessions/{session}/tunes",
            request.ToJsonString()
        );

        Assert.Equal(isDone ? HttpStatusCode.Accepted : HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string said = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal(!isDone, said.Contains("is tune 2 of one stream of random numbers", StringComparison.Ordinal));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Text(JsonNode of, string name) => of[name]!.GetValue<string>();

    private static JsonObject Request(string generator, int tunes) =>
        new()
        {
            ["model"] = RunningStudio.Model,
            ["seed"] = 9,
            ["tunes"] = tunes,
            ["limit"] = 50,
            ["prime"] = Prime,
            ["generator"] = generator,
        };

    private static string[] Alone(DrawMode mode, int tunes)
    {
        Model model = RunningStudio.Network(12);
        GenerationOptions what = new()
        {
            Seed = 9,
            Tunes = tunes,
            Limit = 50,
            Mode = mode,
            Prime = TranscriptionText.Parse(Prime, model.Vocabulary).Tokens,
        };
        return
        [
            .. TuneGenerator
                .Generate(model, what, Cancellation)
                .Select(tune => string.Join(' ', tune.Tokens.Skip(1).Select(token => model.Vocabulary[token]))),
        ];
    }

    private async Task<JsonNode[]> WriteAsync(string session, string generator, int tunes) =>
        [.. (await studio.WriteAsync(session, Request(generator, tunes))).Where(of => of.Name == "tune").Select(of => of.Data)];

    private async Task<string[]> TokensAsync(JsonNode[] tunes)
    {
        List<string> texts = [];
        foreach (JsonNode tune in tunes)
        {
            JsonNode whole = await studio.GetAsync($"/api/tunes/{Text(tune, "id")}");
            texts.Add(string.Join(' ', whole["tune"]!["tokens"]!.AsArray().Select(token => token!.GetValue<string>())));
        }

        return [.. texts];
    }
}
