using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Effects in a session's file: taken along, read again, refused where they are damaged.</summary>
public sealed class SessionEffectTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Cut = """{"operations":[{"op":"excise","layer":1,"units":[0,1,2,3]}]}""";

    // What is another where a session is another: names of the studio's own.
    private static readonly string[] OwnNames = ["id", "session"];

    [Fact]
    public async Task Import_OfAnExport_HasTheSameEffects()
    {
        string session = await studio.NewSessionAsync("with effects");
        JsonNode first = await studio.EffectAsync(session, Request(20, 7));
        JsonNode second = await studio.EffectAsync(session, Request(25, 40));
        JsonNode copy = await ImportAsync(await studio.Client.GetStringAsync($"/api/sessions/{session}/export", Cancellation));
        JsonArray effects = (await studio.GetAsync($"/api/sessions/{Text(copy, "id")}/effects")).AsArray();

        Assert.Equal(2, effects.Count);
        Assert.Equal([Bare(second), Bare(first)], effects.Select(effect => Bare(effect!)));
        foreach ((JsonNode before, JsonNode? after) in ((JsonNode[])[second, first]).Zip(effects))
        {
            Assert.NotEqual(Text(before, "id"), Text(after!, "id"));
            foreach (string format in (string[])["figures", "tunes", "plan"])
            {
                Assert.Equal(
                    await studio.Client.GetByteArrayAsync($"/api/effects/{Text(before, "id")}/export?format={format}", Cancellation),
                    await studio.Client.GetByteArrayAsync($"/api/effects/{Text(after!, "id")}/export?format={format}", Cancellation)
                );
            }
        }

        // The session knows them: the same is not found twice.
        JsonNode again = await studio.PostAsync($"/api/sessions/{Text(copy, "id")}/effects", Request(20, 7));
        Assert.Equal(Text(effects[1]!, "id"), Text(again, "id"));
    }

    [Fact]
    public async Task Import_InAnotherStudio_HasTheSameEffects()
    {
        string session = await studio.NewSessionAsync();
        JsonNode effect = await studio.EffectAsync(session, Request(20, 7));
        string file = await studio.Client.GetStringAsync($"/api/sessions/{session}/export", Cancellation);
        await using RunningStudio other = new();
        await other.InitializeAsync();
        JsonNode copy = await other.PostAsync("/api/sessions/import", JsonNode.Parse(file)!);

        Assert.Equal(Bare(effect), Bare((await other.GetAsync($"/api/sessions/{Text(copy, "id")}/effects")).AsArray().Single()!));
    }

    [Fact]
    public async Task Import_EffectThatReadsARecording_ReadsThatOfTheNewSession()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session);
        JsonObject request = Request(20, 7);
        request["plan"] = JsonNode.Parse(
            $$"""{"operations":[{"op":"excise","layer":1,"units":[2],"fill":"mean","recording":"{{tune}}.npz"}]}"""
        );
        JsonNode effect = await studio.EffectAsync(session, request);
        JsonNode copy = await ImportAsync(await studio.Client.GetStringAsync($"/api/sessions/{session}/export", Cancellation));
        JsonNode after = (await studio.GetAsync($"/api/sessions/{Text(copy, "id")}/effects")).AsArray().Single()!;

        Assert.Equal(tune, Text(effect["plan"]!["operations"]![0]!, "recording").Replace(".npz", "", StringComparison.Ordinal));
        Assert.Equal(Text(copy["tunes"]![0]!, "id"), Text(after["plan"]!["operations"]![0]!, "recording"));
        Assert.Equal(effect["figures"]!.ToJsonString(), after["figures"]!.ToJsonString());
    }

    [Fact]
    public async Task Export_UnfinishedAndDeletedEffects_AreLeftOutAndAStoppedOneIsNot()
    {
        string session = await studio.NewSessionAsync();
        JsonNode deleted = await studio.EffectAsync(session, Request(20, 7));
        await studio.Client.DeleteAsync($"/api/effects/{Text(deleted, "id")}", Cancellation);
        JsonObject nothing = Request(20, 7);
        nothing["plan"] = JsonNode.Parse("""{"operations":[{"op":"forbid","tokens":["|"],"steps":[1900,null]}]}""");
        Assert.Equal("failed", Text(await studio.EffectAsync(session, nothing), "state"));
        JsonNode asked = await studio.PostAsync($"/api/sessions/{session}/effects", RunningStudio.LongEffect());
        JsonNode going = await studio.GetAsync($"/api/sessions/{session}/export");
        await studio.Client.DeleteAsync($"/api/jobs/{Text(asked, "job")}", Cancellation);
        JsonNode stopped = await studio.EndedAsync(asked);
        JsonNode copy = await ImportAsync(await studio.Client.GetStringAsync($"/api/sessions/{session}/export", Cancellation));

        Assert.Empty(going["effects"]!.AsArray());
        Assert.Equal("stopped", Text(stopped, "state"));
        Assert.Equal(Bare(stopped), Bare((await studio.GetAsync($"/api/sessions/{Text(copy, "id")}/effects")).AsArray().Single()!));
    }

    [Fact]
    public async Task Import_OfAFileWithoutEffects_IsASessionWithNone()
    {
        string session = await studio.NewSessionAsync();
        await studio.TuneAsync(session, limit: 20);
        JsonObject file = (await studio.GetAsync($"/api/sessions/{session}/export")).AsObject();
        Assert.True(file.Remove("effects"));
        JsonNode copy = await ImportAsync(file.ToJsonString());

        Assert.Single(copy["tunes"]!.AsArray());
        Assert.Empty((await studio.GetAsync($"/api/sessions/{Text(copy, "id")}/effects")).AsArray());
    }

    [Theory]
    [InlineData("effects.1", "null", "effect 2 of it is missing")]
    [InlineData("effects.1", "{}", "effect 2 lacks something, or is none")]
    [InlineData("effects.1.seed", "\"one\"", "'seed' of effect 2 is not as it should be")]
    [InlineData("effects.1.seed", "4294967290", "effect 2 of it has a seed out of range")]
    [InlineData("effects.1.more", "1", "'more' of effect 2 is not as it should be")]
    [InlineData("effects.1.state", "\"underWay\"", "effect 2 of it is not over")]
    [InlineData("effects.1.model", "\"\"", "effect 2 of it names no model")]
    [InlineData("effects.1.modelHash", "\"abc\"", "effect 2 of it has a model hash that is none")]
    [InlineData("effects.1.version", "\"\"", "effect 2 of it names no program that found it")]
    [InlineData("effects.1.prime", "\"a\\nb\"", "effect 2 of it has a beginning that is none")]
    [InlineData("effects.1.plan", "{\"operations\":[]}", "effect 2 of it has a plan without operations")]
    [InlineData("effects.1.plan", "{\"operations\":[{\"op\":\"nothing\"}]}", "effect 2 of it has a plan that cannot be read")]
    [InlineData("effects.1.generator", "\"stream\"", "effect 2 of it has a generator that is none")]
    [InlineData("effects.1.tunes", "19", "effect 2 of it has not from 20 to 1000 tunes")]
    [InlineData("effects.1.tunes", "21", "effect 2 of it has not one row of pairs for each tune")]
    [InlineData("effects.1.limit", "0", "effect 2 of it has a limit that is not from 1 to 2000")]
    [InlineData("effects.1.temperature", "0", "effect 2 of it has a temperature that is not from 0.01 to 100")]
    [InlineData("effects.1.draws", "1000000000", "effect 2 of it has draws that are not from 40 to 1000")]
    [InlineData("effects.1.pairs", "[]", "effect 2 of it has not one row of pairs for each tune")]
    [InlineData("effects.1.pairs.2", "\"1,2,3\"", "effect 2 of it has as row 3 of its pairs not the numbers of two tunes")]
    [InlineData("effects.1.pairs.2", "null", "effect 2 of it has as row 3 of its pairs not the numbers of two tunes")]
    public async Task Import_DamagedEffect_IsNamedInOneSentenceAndKeepsNothing(string where, string value, string says)
    {
        string session = await studio.NewSessionAsync();
        await studio.EffectAsync(session, Request(20, 7));
        await studio.EffectAsync(session, Request(20, 50));
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        int before = (await studio.GetAsync("/api/sessions")).AsArray().Count;
        JsonPlace.Set(file, where, JsonNode.Parse(value));
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file.ToJsonString());
        string said = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["detail"]!.GetValue<string>();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.StartsWith("The file is damaged: ", said, StringComparison.Ordinal);
        Assert.Contains(says, said, StringComparison.Ordinal);
        Assert.EndsWith("Export it again.", said, StringComparison.Ordinal);
        Assert.Equal(before, (await studio.GetAsync("/api/sessions")).AsArray().Count);
    }

    [Fact]
    public async Task Import_MoreEffectsThanASessionKeeps_IsRefused()
    {
        string session = await studio.NewSessionAsync();
        await studio.EffectAsync(session, Request(20, 7));
        JsonNode file = await studio.GetAsync($"/api/sessions/{session}/export");
        JsonNode effect = file["effects"]![0]!;
        file["effects"] = new JsonArray([.. Enumerable.Range(0, 201).Select(_ => effect.DeepClone())]);
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file.ToJsonString());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(
            "holds 201 effects; up to 200 are kept",
            await answer.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Text(JsonNode of, string name) => of[name]!.GetValue<string>();

    /// <summary>An effect without what is another in another session.</summary>
    private static string Bare(JsonNode effect)
    {
        JsonObject bare = effect.DeepClone().AsObject();
        Assert.All(OwnNames, name => Assert.True(bare.Remove(name)));
        return bare.ToJsonString();
    }

    private async Task<JsonNode> ImportAsync(string file)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/sessions/import", file);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, text);
        return JsonNode.Parse(text)!;
    }

    private static JsonObject Request(int tunes, uint seed) =>
        new()
        {
            ["model"] = RunningStudio.Model,
            ["plan"] = JsonNode.Parse(Cut),
            ["seed"] = seed,
            ["tunes"] = tunes,
            ["limit"] = 40,
            ["prime"] = "M:4/4 K:Cmaj |: C D E F |",
        };
}
