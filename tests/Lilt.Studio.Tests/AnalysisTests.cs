using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>What a tune's addresses say is what the library says of the same run.</summary>
public sealed class AnalysisTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const int Limit = 120;

    [Theory]
    [InlineData("h", 1)]
    [InlineData("c", 2)]
    [InlineData("o", 1)]
    public async Task Recording_OfASite_IsWhatHappened(string site, int layer)
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        using HttpResponseMessage answer = await studio.Client.GetAsync(
            $"/api/tunes/{tune}/recording/{site}/{layer}",
            TestContext.Current.CancellationToken
        );
        float[] values = MemoryMarshal
            .Cast<byte, float>(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))
            .ToArray();
        UnitSequences expected = UnitSequences.OfLayer(
            recording.Memory(RecordedSites.Parse(site)[0]),
            recording.Facts.Layers,
            recording.Facts.Units,
            layer
        );

        Assert.Equal($"{recording.Steps}", answer.Headers.GetValues("X-Lilt-Rows").Single());
        Assert.Equal($"{recording.Facts.Units}", answer.Headers.GetValues("X-Lilt-Columns").Single());
        Assert.Equal(recording.Steps * recording.Facts.Units, values.Length);
        for (int step = 0; step < recording.Steps; step++)
        {
            Assert.Equal(expected.Step(step).ToArray(), values[(step * expected.Units)..((step + 1) * expected.Units)]);
        }
    }

    [Fact]
    public async Task Recording_LessABaseline_IsTheDifference()
    {
        string session = await studio.NewSessionAsync();
        string baseline = await studio.TuneAsync(session);
        string operated = await studio.TuneAsync(
            session,
            plan: JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":[4]}]}"""),
            baseline: baseline
        );
        float[] one = await FloatsAsync($"/api/tunes/{operated}/recording/h/1");
        float[] other = await FloatsAsync($"/api/tunes/{baseline}/recording/h/1");
        float[] difference = await FloatsAsync($"/api/tunes/{operated}/recording/h/1?baseline={baseline}");

        Assert.Equal(Math.Min(one.Length, other.Length), difference.Length);
        for (int n = 0; n < difference.Length; n++)
        {
            Assert.Equal(one[n] - other[n], difference[n]);
        }

        Assert.All(Enumerable.Range(0, one.Length / 12), step => Assert.Equal(0, one[(step * 12) + 4]));
    }

    [Fact]
    public async Task Tune_Whole_HasSurpriseNotesAndVerdicts()
    {
        (string id, TuneRecording recording) = await RecordedAsync();
        JsonNode tune = await studio.GetAsync($"/api/tunes/{id}");
        ReadOnlySpan<float> p = recording.Values(SiteKind.Posterior);
        for (int step = 0; step < recording.Steps; step++)
        {
            double expected = -Math.Log2(p[(step * recording.Facts.Vocabulary.Count) + recording.Output[step].Index]);
            Assert.Equal(expected, tune["surprise"]![step]!.GetValue<double>(), 1e-5);
        }

        Assert.Equal(recording.Steps, tune["tune"]!["offsets"]!.AsArray().Count);
        Assert.NotEmpty(tune["tune"]!["measures"]!.AsArray());
        Assert.All(
            tune["notes"]!.AsArray(),
            note => Assert.Contains(tune["tune"]!["tokens"]![note!["step"]!.GetValue<int>()]!.GetValue<string>(), "CDEFGABcd")
        );
    }

    [Fact]
    public async Task Posterior_OfAStep_IsRankedAndHoldsTheDrawnToken()
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        JsonNode view = await studio.GetAsync($"/api/tunes/{tune}/posterior/7");
        float[] p = recording
            .Values(SiteKind.Posterior)
            .Slice(7 * recording.Facts.Vocabulary.Count, recording.Facts.Vocabulary.Count)
            .ToArray();

        Assert.Equal(
            p.OrderDescending().Take(10).Select(value => (double)value),
            view["tokens"]!.AsArray().Select(token => token!["p"]!.GetValue<double>())
        );
        Assert.Equal(recording.Facts.Vocabulary[recording.Output[7].Index], view["drawn"]!["token"]!.GetValue<string>());
        Assert.Equal(1 + p.Count(value => value > p[recording.Output[7].Index]), view["drawn"]!["rank"]!.GetValue<int>());
    }

    [Fact]
    public async Task Posterior_OfAllSteps_IsThatOfEach()
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        JsonArray all = (await studio.GetAsync($"/api/tunes/{tune}/posterior")).AsArray();

        Assert.Equal(recording.Steps, all.Count);
        for (int step = 0; step < recording.Steps; step += 7)
        {
            Assert.Equal((await studio.GetAsync($"/api/tunes/{tune}/posterior/{step}")).ToJsonString(), all[step]!.ToJsonString());
        }
    }

    [Fact]
    public async Task Tune_Whole_HasItsKindsItsMeanSurpriseAndItsMeasureInterval()
    {
        (string id, _) = await RecordedAsync();
        JsonNode tune = await studio.GetAsync($"/api/tunes/{id}");
        double?[] bits = [.. tune["surprise"]!.AsArray().Select(value => value?.GetValue<double>())];

        Assert.Equal(
            tune["tune"]!["tokens"]!.AsArray().Select(token => TokenKinds.Of(token!.GetValue<string>()).ToString()),
            tune["kinds"]!.AsArray().Select(kind => kind!.GetValue<string>()),
            StringComparer.OrdinalIgnoreCase
        );
        Assert.Equal(bits.Average()!.Value, tune["meanSurprise"]!.GetValue<double>(), 1e-12);
        Assert.Equal(bits.Count(value => value is null), tune["heldImpossible"]!.GetValue<int>());
        Assert.Equal(
            (await studio.GetAsync($"/api/tunes/{id}/spectra"))["measureInterval"]?.GetValue<double>(),
            tune["measureInterval"]?.GetValue<double>()
        );
    }

    [Fact]
    public async Task Beside_TwoRuns_SaysWhereTheyPartAndHowOftenTheyAgreeAfter()
    {
        string session = await studio.NewSessionAsync();
        string baseline = await studio.TuneAsync(session);
        string operated = await studio.TuneAsync(
            session,
            plan: JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":"all"}]}"""),
            baseline: baseline
        );
        string[] one = await TokensAsync(operated);
        string[] other = await TokensAsync(baseline);
        int first = Enumerable
            .Range(0, Math.Max(one.Length, other.Length))
            .First(step => step >= one.Length || step >= other.Length || one[step] != other[step]);
        JsonNode beside = await studio.GetAsync($"/api/tunes/{operated}/beside/{baseline}");

        Assert.Equal(first, beside["firstDivergence"]!.GetValue<int>());
        Assert.Equal(
            (double)one.Zip(other).Skip(first).Count(pair => pair.First == pair.Second) / (Math.Max(one.Length, other.Length) - first),
            beside["agreement"]!.GetValue<double>(),
            1e-12
        );

        JsonNode same = await studio.GetAsync($"/api/tunes/{baseline}/beside/{baseline}");
        Assert.Null(same["firstDivergence"]);
        Assert.Null(same["agreement"]);
    }

    [Theory]
    [InlineData("index")]
    [InlineData("peak")]
    [InlineData("band&low=2&high=4")]
    [InlineData("binding&event=read")]
    [InlineData("binding&event=written")]
    [InlineData("similarity")]
    public async Task Order_ByAnything_HoldsEveryUnitOnce(string by)
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        JsonNode order = await studio.GetAsync($"/api/tunes/{tune}/order?site=h&layer=1&by={by}");
        int[] units = [.. order["units"]!.AsArray().Select(unit => unit!.GetValue<int>())];
        double?[] keys = [.. order["key"]!.AsArray().Select(key => key?.GetValue<double>())];

        Assert.Equal(Enumerable.Range(0, recording.Facts.Units), units.Order());
        Assert.Equal(units.Length, keys.Length);
        if (by != "index" && by != "similarity")
        {
            Assert.Equal(keys.OrderByDescending(key => key), keys);
        }
    }

    [Fact]
    public async Task Spectra_OfALayer_AreTheLibrarys()
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        JsonNode view = await studio.GetAsync($"/api/tunes/{tune}/spectra?site=h&window=rectangular");
        MeanSpectrum expected = LayerSpectra
            .Of(
                UnitSequences.OfLayer(recording.Memory(SiteKind.Hidden), 2, 12, 2),
                new SpectrumOptions { Window = WindowShape.Rectangular }
            )
            .Mean();

        Assert.Equal(expected.Mean.ToArray(), view["layers"]![1]!["mean"]!.AsArray().Select(value => value!.GetValue<double>()));
        Assert.Equal(expected.StandardError.ToArray(), view["layers"]![1]!["sem"]!.AsArray().Select(value => value!.GetValue<double>()));
        Assert.Equal(expected.Grid.Bins, view["frequencies"]!.AsArray().Count);
    }

    [Fact]
    public async Task Band_ByShareAndByThreshold_TakesWhatTheLibraryTakes()
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        UnitSequences h = UnitSequences.OfLayer(recording.Memory(SiteKind.Hidden), 2, 12, 1);
        JsonNode top = await studio.GetAsync($"/api/tunes/{tune}/band?low=3&high=6&top=0.33");
        JsonNode above = await studio.GetAsync($"/api/tunes/{tune}/band?low=3&high=6&above=0.01");

        double[] without = LayerSpectra.Of(h, new SpectrumOptions { DirectCurrent = DirectCurrent.Exclude }).BandFractions(new Band(3, 6));
        double[] with = LayerSpectra.Of(h, SpectrumOptions.Default).BandFractions(new Band(3, 6));
        Assert.Equal(UnitSelection.Top(without, 0.33).Select(unit => unit.Unit), Units(top));
        Assert.Equal(UnitSelection.Above(with, 0.01).Select(unit => unit.Unit), Units(above));
        Assert.Contains("lilt units", top["command"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.EndsWith("--band 3 6 --above 0.01", above["command"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unit_OfTheLastLayer_HasWhatItFavours()
    {
        (string tune, _) = await RecordedAsync();
        JsonNode last = await studio.GetAsync($"/api/tunes/{tune}/units/2/3");
        JsonNode first = await studio.GetAsync($"/api/tunes/{tune}/units/1/3?site=c");

        Assert.NotEmpty(last["favours"]!.AsArray());
        Assert.Null(first["favours"]);
        Assert.All(last["events"]!.AsArray(), around => Assert.InRange(around!["n"]!.GetValue<int>(), 1, Limit));
        Assert.Equal(last["spectrum"]!["frequencies"]!.AsArray().Count, last["spectrum"]!["power"]!.AsArray().Count);
    }

    [Theory]
    [InlineData("abc", "text/vnd.abc")]
    [InlineData("mid", "audio/midi")]
    [InlineData("wav", "audio/wav")]
    [InlineData("npz", "application/zip")]
    [InlineData("csv", "text/csv")]
    [InlineData("command", "text/plain")]
    public async Task Export_AnyForm_IsAFile(string format, string type)
    {
        (string tune, TuneRecording recording) = await RecordedAsync();
        using HttpResponseMessage answer = await studio.Client.GetAsync(
            $"/api/tunes/{tune}/export?format={format}&key=G&tempo=1/4=200",
            TestContext.Current.CancellationToken
        );
        byte[] file = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.NotEmpty(file);
        if (format == "npz")
        {
            string path = Path.Combine(studio.Folder, "export.npz");
            await File.WriteAllBytesAsync(path, file, TestContext.Current.CancellationToken);
            using RecordingReader reader = new(path);
            Assert.Equal(recording.Values(SiteKind.Cell).ToArray(), reader.Read(0).Values(SiteKind.Cell).ToArray());

            // The answer is whole a moment before the studio has closed the file, which deletes it.
            Assert.True(
                SpinWait.SpinUntil(
                    () => Directory.GetFiles(Path.Combine(studio.Folder, "data"), "*.npz").Length == 0,
                    TimeSpan.FromMinutes(1)
                ),
                "The file stayed."
            );
        }
        else if (format == "abc")
        {
            Assert.Contains("K:Gmaj", System.Text.Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Handout_OfTwoTunes_IsOnePage()
    {
        string session = await studio.NewSessionAsync("</script><b>class & 4</b>");
        string first = await studio.TuneAsync(session);
        string second = await studio.TuneAsync(
            session,
            plan: JsonNode.Parse("""{"operations":[{"op":"excise","layer":1,"units":[4]}]}"""),
            baseline: first
        );
        string page = await studio.Client.GetStringAsync(
            $"/api/sessions/{session}/handout?tunes={first},{second}",
            TestContext.Current.CancellationToken
        );
        JsonNode handout = await studio.GetAsync($"/api/sessions/{session}/handout?tunes={first},{second}&form=json");

        Assert.StartsWith(
            "<title>&lt;/script&gt;&lt;b&gt;class &amp; 4&lt;/b&gt;</title><script type=\"application/json\">{",
            page,
            StringComparison.Ordinal
        );
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(page, "</script>"));
        Assert.Equal(2, handout["tunes"]!.AsArray().Count);
        Assert.Null(handout["tunes"]![0]!["firstDivergence"]);
        Assert.Equal(
            (await studio.GetAsync($"/api/tunes/{second}/beside/{first}"))["firstDivergence"]!.GetValue<int>(),
            handout["tunes"]![1]!["firstDivergence"]!.GetValue<int>()
        );
        Assert.Equal(2, handout["tunes"]![0]!["pictures"]!.AsArray().Count);
        Assert.All(
            [0, 1],
            layer =>
                Assert.Single(
                    handout["tunes"]!
                        .AsArray()
                        .Select(tune => tune!["pictures"]![layer]!["matrix"]!["highest"]!.GetValue<double>())
                        .Distinct()
                )
        );
        Assert.Equal("Unit 4 of layer 1 is cut out: h is 0.", handout["tunes"]![1]!["sentences"]![0]!.GetValue<string>());
    }

    [Theory]
    [InlineData("recording/h/3", 400)]
    [InlineData("recording/h/0", 400)]
    [InlineData("recording/q/1", 400)]
    [InlineData("recording/h/1?baseline=nothing", 404)]
    [InlineData("posterior/9999", 400)]
    [InlineData("posterior/-1", 400)]
    [InlineData("order?by=nothing", 400)]
    [InlineData("order?by=1", 400)]
    [InlineData("order?by=band&low=0&high=5", 400)]
    [InlineData("order?by=band&low=5", 400)]
    [InlineData("order?by=band&low=NaN&high=NaN", 400)]
    [InlineData("order?layer=9", 400)]
    [InlineData("spectra?window=square", 400)]
    [InlineData("spectra?site=logits", 400)]
    [InlineData("band?low=3&high=6&above=0.1&top=0.2", 400)]
    [InlineData("band?low=3&high=6&top=2", 400)]
    [InlineData("units/1/12", 400)]
    [InlineData("units/1/-1", 400)]
    [InlineData("export?format=exe", 400)]
    [InlineData("export", 400)]
    [InlineData("export?format=abc&key=H", 400)]
    [InlineData("export?format=wav&tempo=fast", 400)]
    [InlineData("export?format=plan", 422)]
    public async Task Question_ThatMakesNoSense_IsAProblem(string question, int status)
    {
        (string tune, _) = await RecordedAsync();
        using HttpResponseMessage answer = await studio.Client.GetAsync(
            $"/api/tunes/{tune}/{question}",
            TestContext.Current.CancellationToken
        );
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.EndsWith(".", JsonNode.Parse(text)!["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanCheck_OfAPlan_SaysWhatItDoes()
    {
        JsonNode checkedPlan = await studio.PostAsync(
            "/api/plans/check",
            JsonNode.Parse(
                """{"model":"tiny","plan":{"operations":[{"op":"excise","layer":2,"units":[1,2],"fill":"zero"},{"op":"bias","tokens":{"C":2,"|":"-inf"}},{"op":"clamp","site":"L1.c","units":"all","value":0.5,"steps":[3,9]}]}}"""
            )!
        );

        Assert.Equal("""{"op":"excise","layer":2,"units":[1,2]}""", checkedPlan["plan"]!["operations"]![0]!.ToJsonString());
        Assert.Equal(
            [
                "Units 1 and 2 of layer 2 are cut out: h is 0.",
                "The logits change: C +2 and | is never drawn.",
                "All units of L1.c are set to 0.5, from step 3 to 9.",
            ],
            checkedPlan["sentences"]!.AsArray().Select(sentence => sentence!.GetValue<string>())
        );
    }

    [Theory]
    [InlineData("""{"op":"clamp","site":"L9.h","units":[1],"value":0}""", 1)]
    [InlineData("""{"op":"excise"}""", 1)]
    [InlineData(""" "no operation" """, 1)]
    public async Task PlanCheck_OfAFault_SaysWhichOperationHasIt(string second, int operation)
    {
        using HttpResponseMessage answer = await studio.SendAsync(
            HttpMethod.Post,
            "/api/plans/check",
            $$$"""{"model":"tiny","plan":{"operations":[{"op":"excise","layer":2,"units":[1,2]},{{{second}}}]}}"""
        );
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(operation, problem["operation"]!.GetValue<int>());
        Assert.StartsWith("Operation 2 of the plan", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanCheck_OfWhatIsNoPlan_NamesNoOperation()
    {
        using HttpResponseMessage answer = await studio.SendAsync(
            HttpMethod.Post,
            "/api/plans/check",
            """{"model":"tiny","plan":{"operation":[]}}"""
        );
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Null(problem["operation"]);
    }

    [Fact]
    public async Task Models_AreListedAndReadByName()
    {
        JsonNode[] models = [.. (await studio.GetAsync("/api/models")).AsArray().Select(model => model!)];
        JsonNode tiny = await studio.GetAsync("/api/models/tiny");
        using HttpResponseMessage broken = await studio.Client.GetAsync("/api/models/broken", TestContext.Current.CancellationToken);

        Assert.Equal(["tiny", "broken"], models.Select(model => model["id"]!.GetValue<string>()));
        Assert.Equal(["M:4/4", "M:6/8"], tiny["meters"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal(["K:Cmaj", "K:Cdor"], tiny["modes"]!.AsArray().Select(text => text!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken.StatusCode);
    }

    private static IEnumerable<int> Units(JsonNode band) =>
        band["layers"]![0]!["units"]!.AsArray().Select(unit => unit!["unit"]!.GetValue<int>());

    private async Task<float[]> FloatsAsync(string address) =>
        MemoryMarshal.Cast<byte, float>(await studio.Client.GetByteArrayAsync(address, TestContext.Current.CancellationToken)).ToArray();

    /// <summary>A tune of the studio, and the library's own recording of the same run.</summary>
    private async Task<string[]> TokensAsync(string tune) =>
        [.. (await studio.GetAsync($"/api/tunes/{tune}"))["tune"]!["tokens"]!.AsArray().Select(token => token!.GetValue<string>())];

    private async Task<(string Tune, TuneRecording Recording)> RecordedAsync()
    {
        string tune = await studio.TuneAsync(await studio.NewSessionAsync(), seed: 42, limit: Limit);
        Model model = ModelFile.Read(studio.ModelFile);
        GenerationOptions options = new()
        {
            Seed = 42,
            Limit = Limit,
            Prime = PrimeText.Parse("M:4/4 K:Cmaj |: C D E F |", model.Vocabulary).Tokens,
        };
        return (tune, TuneRecordings.Record(model, options, null, RecordedSites.All, "0.0.0").Single());
    }
}
