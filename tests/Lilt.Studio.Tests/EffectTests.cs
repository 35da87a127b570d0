using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Lilt.Assessment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>What a plan does over many seeds, asked for from the page.</summary>
public sealed class EffectTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Cut = """{"operations":[{"op":"excise","layer":1,"units":[0,1,2,3]}]}""";
    private const string Prime = "M:4/4 K:Cmaj |: C D E F |";

    [Fact]
    public async Task Effect_OfManySeeds_IsThatOfTheTunesWrittenAlone()
    {
        string session = await studio.NewSessionAsync();
        JsonNode effect = await studio.EffectAsync(session, Request(tunes: 24));

        Assert.Equal(("done", 24), (Text(effect, "state"), effect["made"]!.GetValue<int>()));
        Assert.Equal("layer 1, 4 units cut", Text(effect, "done"));
        Assert.Equal(
            $"lilt effect --model tiny --plan plan.json --seed 7 --tunes 24 --prime '{Prime}' --limit 60",
            Text(effect, "command")
        );
        Model model = RunningStudio.Network(12);
        GenerationOptions what = new()
        {
            Seed = 7,
            Tunes = 24,
            Limit = 60,
            Prime = TranscriptionText.Parse(Prime, model.Vocabulary).Tokens,
        };
        GeneratedTune[] baseline = [.. TuneGenerator.Generate(model, what, Cancellation)];
        GeneratedTune[] operated = [.. TuneGenerator.Generate(model.With(OperationPlan.Parse(Cut)), what, Cancellation)];
        SetAssessment first = Assess(model, baseline);
        SetAssessment second = Assess(model, operated);
        foreach (string name in (string[])["countedMeasures", "countedTunes", "closedRepeats", "measures", "notes", "tokens"])
        {
            JsonNode figure = effect["figures"]!.AsArray().Single(of => Text(of!, "name") == name)!;
            double before = first.Figures.Single(of => of.Name == name).Tunes.Value;
            double after = second.Figures.Single(of => of.Name == name).Tunes.Value;
            Assert.Equal((before, after), (Number(figure, "baseline"), Number(figure, "operated")));
            Assert.Equal(after - before, Number(figure, "difference"), 1e-12);
            Assert.InRange(Number(figure, "difference"), Number(figure, "low") - 1e-12, Number(figure, "high") + 1e-12);
            bool holdsZero = Number(figure, "low") <= 0 && Number(figure, "high") >= 0;
            Assert.Equal(
                holdsZero || figure["differing"]!.GetValue<int>() < PairedTunes.LeastDiffering,
                Text(figure, "verdict") == "undetermined"
            );
        }

        int changed = baseline.Zip(operated).Count(pair => !pair.First.Tokens.SequenceEqual(pair.Second.Tokens));
        Assert.Equal(changed / 24.0, Number(effect, "changed"), 1e-12);
        Assert.True(changed > 0);
    }

    [Fact]
    public async Task Effect_PlanThatChangesNothing_IsUndeterminedThroughout()
    {
        string session = await studio.NewSessionAsync();
        JsonObject request = Request(tunes: 20);
        request["plan"] = JsonNode.Parse("""{"operations":[{"op":"scale","site":"L1.h","units":"all","value":1}]}""");
        JsonNode effect = await studio.EffectAsync(session, request);

        Assert.Equal(0, Number(effect, "changed"));
        Assert.All(
            effect["figures"]!.AsArray(),
            figure =>
            {
                Assert.Equal("undetermined", Text(figure!, "verdict"));
                Assert.Equal(0, figure!["differing"]!.GetValue<int>());
            }
        );
    }

    [Fact]
    public async Task Effect_IsToldAsItGoesAndKept()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-effect").FullName;
        RunningStudio own = new(folder, new StudioBounds());
        await own.InitializeAsync();
        string session = await own.NewSessionAsync();
        using Stream events = await own.Client.GetStreamAsync("/api/events", Cancellation);
        JsonNode asked = await own.PostAsync($"/api/sessions/{session}/effects", Request(tunes: 40));
        List<JsonNode> told = [];
        using StreamReader reader = new(events);
        while (told.Count == 0 || Text(told[^1], "state") == "underWay")
        {
            string line = await reader.ReadLineAsync(Cancellation) ?? throw new EndOfStreamException();
            if (line.StartsWith("data: {\"effect\":", StringComparison.Ordinal))
            {
                told.Add(JsonNode.Parse(line[6..])!["effect"]!);
            }
        }

        Assert.Equal("underWay", Text(asked, "state"));
        Assert.Equal(("underWay", 0), (Text(told[0], "state"), told[0]["made"]!.GetValue<int>()));
        Assert.Equal(("done", 40), (Text(told[^1], "state"), told[^1]["made"]!.GetValue<int>()));
        Assert.Equal(told.Select(of => of["made"]!.GetValue<int>()).Order(), told.Select(of => of["made"]!.GetValue<int>()));
        string whole = told[^1].ToJsonString();
        string byTune = await own.Client.GetStringAsync($"/api/effects/{Text(asked, "id")}/export?format=tunes", Cancellation);
        await own.DisposeAsync();

        RunningStudio again = new(folder, new StudioBounds());
        await again.InitializeAsync();
        Assert.Equal(whole, (await again.GetAsync($"/api/sessions/{session}/effects"))[0]!.ToJsonString());
        Assert.Equal(byTune, await again.Client.GetStringAsync($"/api/effects/{Text(asked, "id")}/export?format=tunes", Cancellation));
        await again.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Effect_AskedForAgain_IsTheSame()
    {
        string session = await studio.NewSessionAsync();
        JsonNode first = await studio.EffectAsync(session, Request(tunes: 20));
        JsonNode again = await BeginAsync(session, Request(tunes: 20));
        JsonNode other = await BeginAsync(session, Request(tunes: 21));

        Assert.Equal(Text(first, "id"), Text(again, "id"));
        Assert.NotEqual(Text(first, "id"), Text(other, "id"));
        await studio.EndedAsync(other);
        Assert.Equal(2, (await studio.GetAsync($"/api/sessions/{session}/effects")).AsArray().Count);
    }

    [Fact]
    public async Task Effect_Stopped_KeepsWhatWasWrittenAndSaysSo()
    {
        string session = await studio.NewSessionAsync();
        JsonObject request = Request(tunes: 1000);
        request["limit"] = 2000;
        JsonNode asked = await BeginAsync(session, request);
        using HttpResponseMessage stopped = await studio.Client.DeleteAsync($"/api/jobs/{Text(asked, "job")}", Cancellation);
        JsonNode effect = await studio.EndedAsync(asked);

        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        int made = effect["made"]!.GetValue<int>();
        Assert.Equal("stopped", Text(effect, "state"));
        Assert.InRange(made, 0, 999);
        Assert.StartsWith($"It was stopped after {made} of 1000 tunes.", Text(effect, "problem"), StringComparison.Ordinal);
        Assert.Equal(made < 20, effect["figures"]!.AsArray().Count == 0);
    }

    [Fact]
    public async Task Effect_DeletedAndHadBack_IsTheSame()
    {
        string session = await studio.NewSessionAsync();
        JsonNode effect = await studio.EffectAsync(session, Request(tunes: 20));
        string address = $"/api/effects/{Text(effect, "id")}";
        using HttpResponseMessage deleted = await studio.Client.DeleteAsync(address, Cancellation);
        using HttpResponseMessage gone = await studio.Client.GetAsync(address, Cancellation);

        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}/effects")).AsArray());
        JsonNode listed = (await studio.GetAsync($"/api/deleted?session={session}"))["effects"]!.AsArray().Single()!;
        Assert.Equal((Text(effect, "id"), Text(effect, "done")), (Text(listed, "id"), Text(listed, "done")));
        await studio.PostAsync($"{address}/restore", new JsonObject());
        Assert.Equal(effect.ToJsonString(), (await studio.GetAsync(address)).ToJsonString());
        Assert.Empty((await studio.GetAsync($"/api/deleted?session={session}"))["effects"]!.AsArray());
    }

    [Fact]
    public async Task Export_Tables_HoldTheNumbers()
    {
        string session = await studio.NewSessionAsync();
        JsonNode effect = await studio.EffectAsync(session, Request(tunes: 20));
        string address = $"/api/effects/{Text(effect, "id")}/export";
        string[] figures = (await studio.Client.GetStringAsync(address, Cancellation)).Split("\n", StringSplitOptions.RemoveEmptyEntries);
        string[] tunes = (await studio.Client.GetStringAsync($"{address}?format=tunes", Cancellation)).Split(
            "\n",
            StringSplitOptions.RemoveEmptyEntries
        );
        string plan = await studio.Client.GetStringAsync($"{address}?format=plan", Cancellation);

        Assert.Equal(2 + PairedTunes.Figures.Count, figures.Length);
        Assert.Equal(21, tunes.Length);
        Assert.StartsWith("7,", tunes[1], StringComparison.Ordinal);
        Assert.All(tunes, row => Assert.Equal(2 + PairedTunes.NumbersATune, row.Split(',').Length));
        Assert.Equal(OperationPlan.Parse(Cut).ToJson(), OperationPlan.Parse(plan).ToJson());

        // The rows add up to the figure.
        int at = Array.IndexOf(tunes[0].TrimEnd().Split(','), "measures_operated");
        double mean = tunes[1..].Average(row => double.Parse(row.Split(',')[at], CultureInfo.InvariantCulture));
        JsonNode measures = effect["figures"]!.AsArray().Single(of => Text(of!, "name") == "measures")!;
        Assert.Equal(mean, Number(measures, "operated"), 1e-9);
    }

    [Theory]
    [InlineData("""{"tunes":19}""", 400, "'tunes' is from 20 to 1000, and 19 is not.")]
    [InlineData("""{"tunes":1001}""", 400, "'tunes' is from 20 to 1000, and 1001 is not.")]
    [InlineData("""{"generator":"stream"}""", 400, "Tunes that share one stream of random numbers cannot be written in pairs")]
    [InlineData("""{"seed":4294967295}""", 400, "The last of 20 tunes would have a seed over 4294967295")]
    [InlineData("""{"plan":{"operations":[]}}""", 422, "The plan does nothing")]
    [InlineData("""{"plan":{"operations":[{"op":"excise","layer":9,"units":[0]}]}}""", 422, "")]
    [InlineData("""{"model":"none"}""", 404, "There is no model 'none'")]
    public async Task Effect_RequestThatCannotBeDone_IsRefusedAndKeepsNothing(string change, int status, string said)
    {
        string session = await studio.NewSessionAsync();
        JsonObject request = Request(tunes: 20);
        foreach ((string name, JsonNode? value) in JsonNode.Parse(change)!.AsObject().ToList())
        {
            request[name] = value?.DeepClone();
        }

        using HttpResponseMessage answer = await studio.SendAsync(
            HttpMethod.Post,
            $"/api/sessions/{session}/effects",
            request.ToJsonString()
        );
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.StartsWith(
            said,
            JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["detail"]!.GetValue<string>(),
            StringComparison.Ordinal
        );
        Assert.Empty((await studio.GetAsync($"/api/sessions/{session}/effects")).AsArray());
    }

    [Fact]
    public async Task Effect_PlanThatTouchesNothing_Fails()
    {
        string session = await studio.NewSessionAsync();
        JsonObject request = Request(tunes: 20);
        request["plan"] = JsonNode.Parse("""{"operations":[{"op":"forbid","tokens":["|"],"steps":[1900,null]}]}""");
        JsonNode effect = await studio.EffectAsync(session, request);

        Assert.Equal("failed", Text(effect, "state"));
        Assert.Contains("touched nothing in any tune", Text(effect, "problem"), StringComparison.Ordinal);
        Assert.Empty(effect["figures"]!.AsArray());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Text(JsonNode of, string name) => of[name]!.GetValue<string>();

    private static double Number(JsonNode of, string name) => of[name]!.GetValue<double>();

    private static JsonObject Request(int tunes) =>
        new()
        {
            ["model"] = RunningStudio.Model,
            ["plan"] = JsonNode.Parse(Cut),
            ["seed"] = 7,
            ["tunes"] = tunes,
            ["limit"] = 60,
            ["prime"] = Prime,
        };

    private static SetAssessment Assess(Model model, GeneratedTune[] tunes) =>
        TuneSetAssessor.Assess(
            [.. tunes.Select(tune => TuneReader.Read(string.Join(' ', tune.Tokens.Select(token => model.Vocabulary[token]))).Tunes[0])],
            [],
            new AssessmentOptions()
        );

    private Task<JsonNode> BeginAsync(string session, JsonObject request) => studio.PostAsync($"/api/sessions/{session}/effects", request);
}
