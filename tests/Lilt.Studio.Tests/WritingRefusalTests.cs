using System.Text.Json.Nodes;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>What cannot be written, each with a sentence that says why.</summary>
public sealed class WritingRefusalTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Write_PlanThatTouchesNothing_FailsWithASentenceAndKeepsNothing()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"forbid","tokens":["C"],"steps":[900,null]}]}""")!;
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(session, new JsonObject { ["limit"] = 20, ["plan"] = plan });

        Assert.Equal("failed", events[^1].Name);
        Assert.Contains("touched nothing", events[^1].Data["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}"))["tunes"]!.AsArray());
    }

    [Fact]
    public async Task Write_PlanThatLeavesNoToken_FailsWithASentence()
    {
        string session = await studio.NewSessionAsync();
        JsonNode plan = JsonNode.Parse("""{"operations":[{"op":"clamp","site":"posterior","units":"all","value":0}]}""")!;
        List<(string Name, JsonNode Data)> events = await studio.WriteAsync(session, new JsonObject { ["limit"] = 20, ["plan"] = plan });

        Assert.Equal("failed", events[^1].Name);
        Assert.Contains("leaves no token to draw", events[^1].Data["problem"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"seed":1}""", 400)]
    [InlineData("""{"model":"nothing"}""", 404)]
    [InlineData("""{"model":"../models/tiny"}""", 404)]
    [InlineData("""{"model":"broken"}""", 422)]
    [InlineData("""{"model":"tiny","tunes":0}""", 400)]
    [InlineData("""{"model":"tiny","tunes":65}""", 400)]
    [InlineData("""{"model":"tiny","limit":0}""", 400)]
    [InlineData("""{"model":"tiny","limit":2001}""", 400)]
    [InlineData("""{"model":"tiny","seed":-1}""", 400)]
    [InlineData("""{"model":"tiny","seed":4294967296}""", 400)]
    [InlineData("""{"model":"tiny","seed":"1"}""", 400)]
    [InlineData("""{"model":"tiny","seed":4294967295,"tunes":2}""", 400)]
    [InlineData("""{"model":"tiny","temperature":0}""", 400)]
    [InlineData("""{"model":"tiny","temperature":1e9}""", 400)]
    [InlineData("""{"model":"tiny","prime":"M:4/4 K:Cdur"}""", 422)]
    [InlineData("""{"model":"tiny","prime":null}""", 400)]
    [InlineData("""{"model":"tiny","plan":{"operations":[{"op":"excise","layer":9,"units":"all"}]}}""", 422)]
    [InlineData(
        """{"model":"tiny","plan":{"operations":[{"op":"excise","layer":1,"units":[1],"fill":"mean","recording":"../../secret"}]}}""",
        422
    )]
    [InlineData("""{"model":"tiny","plan":5}""", 422)]
    [InlineData("""{"model":"tiny","baseline":"nothing"}""", 404)]
    [InlineData("""{"model":"tiny","name":"\u0007"}""", 400)]
    [InlineData("""{"model":"tiny","unknown":1}""", 400)]
    [InlineData("""{"model":"tiny","model":"tiny"}""", 400)]
    [InlineData("[]", 400)]
    [InlineData("null", 400)]
    [InlineData("", 400)]
    [InlineData("{", 400)]
    public async Task Write_BadRequest_IsAProblemWithASentence(string json, int status)
    {
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, $"/api/sessions/{session}/tunes", json);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }
}
