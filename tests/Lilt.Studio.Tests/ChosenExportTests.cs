using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Operations;
using Lilt.Recording;
using Lilt.Studio.Recordings;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Files of the units and steps that are chosen on the page.</summary>
public sealed class ChosenExportTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Fact]
    public async Task Values_OfABox_AreThoseOfTheRecording()
    {
        (string tune, TuneRecording recording) = await TuneAsync();
        (string name, string csv) = await FileAsync($"/api/tunes/{tune}/values?site=c&layer=2&units=9,3-5&steps=10-20");
        (string npzName, string npz) = await FileAsync($"/api/tunes/{tune}/values?site=c&layer=2&units=3-5,9&steps=10-20&format=npz");

        Assert.Equal(ChosenValues.Of(recording, Site.C(2), [3, 4, 5, 9], 10, 20).ToCsv(), csv);
        Assert.Equal("seed-42-limit-60-l2-c-units-3-5-9-steps-10-20.csv", name);
        Assert.Equal("seed-42-limit-60-l2-c-units-3-5-9-steps-10-20.npz", npzName);
        Assert.StartsWith("PK", npz, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("layer=1", "seed-42-limit-60-l1-h-all-units.csv", 62)]
    [InlineData("layer=1&units=7", "seed-42-limit-60-l1-h-unit-7.csv", 62)]
    [InlineData("layer=1&steps=4", "seed-42-limit-60-l1-h-all-units-steps-4.csv", 2)]
    [InlineData("layer=2&units=0,2,4,6,8,10", "seed-42-limit-60-l2-h-6-units.csv", 62)]
    public async Task Values_OfAnyChoice_AreNamedByWhatTheyHold(string query, string file, int mostRows)
    {
        (string tune, TuneRecording recording) = await TuneAsync();
        (string name, string csv) = await FileAsync($"/api/tunes/{tune}/values?{query}");

        Assert.Equal(file, name);
        Assert.Equal(Math.Min(mostRows, recording.Steps + 1), csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("layer=1&units=1-3", """{"op":"excise","layer":1,"units":[1,2,3]}""")]
    [InlineData("layer=1&units=1-3&steps=5-9", """{"op":"clamp","site":"L1.h","units":[1,2,3],"value":0,"steps":[5,9]}""")]
    [InlineData("layer=2&site=c&units=1", """{"op":"clamp","site":"L2.c","units":[1],"value":0}""")]
    public async Task Plan_OfAChoice_HoldsItAtZero(string query, string operation)
    {
        (string tune, _) = await TuneAsync();
        (string name, string plan) = await FileAsync($"/api/tunes/{tune}/values?{query}&format=plan");

        Assert.EndsWith(".plan.json", name, StringComparison.Ordinal);
        Assert.Equal(OperationPlan.Parse($$"""{"operations":[{{operation}}]}""").ToJson(), OperationPlan.Parse(plan).ToJson());
    }

    [Fact]
    public async Task Command_OfAChoice_RecordsAndTakesIt()
    {
        (string tune, _) = await TuneAsync();
        string command = await studio.Client.GetStringAsync(
            $"/api/tunes/{tune}/values?site=c&layer=2&units=3-5,9&steps=10-20&format=command",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            "lilt record --model tiny --seed 42 --prime 'M:4/4 K:Cmaj |: C D E F |' --limit 60 --out tune.npz && lilt values tune.npz --site L2.c --units 3-5,9 --steps 10-20 --out seed-42-limit-60-l2-c-units-3-5-9-steps-10-20.csv\n",
            command
        );
    }

    [Theory]
    [InlineData("units=12", "'units': There is no 12: they go from 0 to 11.")]
    [InlineData("units=a", "'units': 'a' is no number")]
    [InlineData("steps=3,9", "'steps' is one run, as 10-20, and '3,9' is not.")]
    [InlineData("steps=0-99999", "'steps': There is no 99999")]
    [InlineData("layer=3", "There is no layer 3")]
    [InlineData("site=x", "There is no site 'x'")]
    public async Task Values_OfWhatIsNotThere_AreRefused(string query, string said)
    {
        (string tune, _) = await TuneAsync();
        using HttpResponseMessage answer = await studio.Client.GetAsync(
            $"/api/tunes/{tune}/values?{query}",
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(said, JsonNode.Parse(text)!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private async Task<(string Tune, TuneRecording Recording)> TuneAsync()
    {
        string tune = await studio.TuneAsync(await studio.NewSessionAsync());
        return (tune, await studio.Part<TuneReplay>().GetAsync(tune, TestContext.Current.CancellationToken));
    }

    private async Task<(string Name, string Text)> FileAsync(string address)
    {
        using HttpResponseMessage answer = await studio.Client.GetAsync(address, TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        ContentDispositionHeaderValue disposition = answer.Content.Headers.ContentDisposition!;
        return ((disposition.FileNameStar ?? disposition.FileName)!.Trim('"'), text);
    }
}
