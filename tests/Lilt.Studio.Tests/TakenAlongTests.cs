using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Lilt.Notation;
using Lilt.Notation.MusicXml;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class TakenAlongTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Jig = "X:1\nT:A jig\nM:6/8\nL:1/8\nK:C\n|: C2 D E2 F | G3 A3 :|\n";
    private static readonly CancellationToken Stopped = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Export_MusicXml_IsTheTuneInTheKeyAskedForUnderItsName()
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());
        await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{tune}", """{"name":"The Good One"}""");

        using HttpResponseMessage answer = await studio.Client.GetAsync(
            $"/api/tunes/{tune}/export?format=musicXml&key=D&tempo=100",
            Stopped
        );
        byte[] file = await answer.Content.ReadAsByteArrayAsync(Stopped);

        Assert.Equal("the-good-one.musicxml", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("The Good One", XDocument.Parse(Encoding.UTF8.GetString(file)).Descendants("work-title").Single().Value);
        Tune read = TuneReader.Read(MusicXmlReader.Read(file).Abc).Tunes.Single();
        Assert.Equal(("Dmaj", 100), (read.Key.ToString(), read.Tempo!.BeatsPerMinute));
    }

    [Fact]
    public async Task Scores_PlainAndPacked_AreAbc()
    {
        using MemoryStream plain = new();
        MusicXmlWriter.Write(TuneReader.Read(Jig).Tunes.Single(), plain);
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                archive,
                "META-INF/container.xml",
                "<container><rootfiles><rootfile full-path=\"score.xml\"/></rootfiles></container>"u8.ToArray()
            );
            Add(archive, "score.xml", plain.ToArray());
        }

        foreach (byte[] file in (byte[][])[plain.ToArray(), packed.ToArray()])
        {
            using HttpResponseMessage answer = await PostScoreAsync(file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            JsonNode read = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stopped))!;
            Assert.Contains("T:A jig", read["abc"]!.GetValue<string>(), StringComparison.Ordinal);
            Assert.Empty(read["remarks"]!.AsArray());
        }
    }

    [Theory]
    [InlineData("<html/>")]
    [InlineData("<score-timewise/>")]
    [InlineData("no score at all")]
    [InlineData("")]
    public async Task Scores_NoScore_IsASentence(string text)
    {
        using HttpResponseMessage answer = await PostScoreAsync(Encoding.UTF8.GetBytes(text));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        string detail = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stopped))!["detail"]!.GetValue<string>();
        Assert.EndsWith(".", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SessionAbc_AllAndStarred_AreNumberedFromOneInTheKeyAskedFor()
    {
        string session = await studio.NewSessionAsync("Jigs & Reels");
        string first = await GivenAsync(session);
        string second = await GivenAsync(session);
        await studio.SendAsync(HttpMethod.Patch, $"/api/tunes/{second}", """{"name":"second","starred":true}""");

        using HttpResponseMessage answer = await studio.Client.GetAsync($"/api/sessions/{session}/abc?key=G&tempo=90", Stopped);
        Assert.Equal("jigs-reels.abc", answer.Content.Headers.ContentDisposition!.FileName);
        IReadOnlyList<Tune> all = TuneReader.Read(await answer.Content.ReadAsStringAsync(Stopped)).Tunes;
        Assert.Equal(["1 A jig Gmaj 90", "2 second Gmaj 90"], all.Select(Told));
        Assert.Equal(["1 second Cmaj "], await ToldAsync($"/api/sessions/{session}/abc?starred=true"));
        Assert.Equal(["1 second Cmaj ", "2 A jig Cmaj "], await ToldAsync($"/api/sessions/{session}/abc?tunes={second},{first}"));
    }

    [Fact]
    public async Task SessionAbc_NothingToWrite_IsASentence()
    {
        string session = await studio.NewSessionAsync();
        using HttpResponseMessage none = await studio.Client.GetAsync($"/api/sessions/{session}/abc", Stopped);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none.StatusCode);
        await GivenAsync(session);
        using HttpResponseMessage starless = await studio.Client.GetAsync($"/api/sessions/{session}/abc?starred=true", Stopped);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, starless.StatusCode);
        Assert.Contains("starred", await starless.Content.ReadAsStringAsync(Stopped), StringComparison.Ordinal);
        using HttpResponseMessage strange = await studio.Client.GetAsync($"/api/sessions/{session}/abc?tunes=nobody", Stopped);
        Assert.Equal(HttpStatusCode.BadRequest, strange.StatusCode);
    }

    [Theory]
    [InlineData("swing=jig")]
    [InlineData("instrument=whistle")]
    [InlineData("metronome=true")]
    [InlineData("countIn=true")]
    public async Task Export_OtherSound_IsAnotherFile(string choice)
    {
        string tune = await GivenAsync(await studio.NewSessionAsync(), "C D E F G A | G2 A B2 c |");

        byte[] plain = await studio.Client.GetByteArrayAsync($"/api/tunes/{tune}/export?format=mid", Stopped);
        byte[] chosen = await studio.Client.GetByteArrayAsync($"/api/tunes/{tune}/export?format=mid&{choice}", Stopped);

        Assert.NotEqual(plain, chosen);
    }

    [Fact]
    public async Task Tune_View_SaysWhereItsMeasuresBegin()
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());
        JsonNode view = await studio.GetAsync($"/api/tunes/{tune}");

        Assert.Equal([0, 0.75, 1.5, 2.25, 3], view["bars"]!.AsArray().Select(bar => bar!.GetValue<double>()));
        Assert.Empty(view["accompaniment"]!.AsArray());
    }

    [Theory]
    [InlineData("npz", "a-jig.npz")]
    [InlineData("abc", "a-jig.abc")]
    public async Task Export_Names_AreAlike(string format, string expected)
    {
        string tune = await GivenAsync(await studio.NewSessionAsync());
        using HttpResponseMessage answer = await studio.Client.GetAsync($"/api/tunes/{tune}/export?format={format}", Stopped);
        using HttpResponseMessage byId = await studio.Client.GetAsync($"/api/tunes/{tune}/export?format={format}&byId=true", Stopped);

        Assert.Equal(expected, answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal($"{tune}.{format}", byId.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task ReadingPage_FromAnotherSite_IsTheFormWithoutTunesInASandbox()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/handout.html");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, Stopped);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            "<title>A tune</title><script type=\"application/json\">null</script>",
            await answer.Content.ReadAsStringAsync(Stopped)
        );
        Assert.Contains(
            "sandbox allow-scripts",
            string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
        Assert.False(answer.Headers.Contains("Cross-Origin-Opener-Policy"));
    }

    private static string Told(Tune tune) => $"{tune.Number} {tune.Title} {tune.Key} {tune.Tempo?.BeatsPerMinute}";

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using Stream entry = archive.CreateEntry(name).Open();
        entry.Write(content);
    }

    private async Task<IEnumerable<string>> ToldAsync(string address) =>
        TuneReader.Read(await studio.Client.GetStringAsync(address, Stopped)).Tunes.Select(Told);

    private async Task<string> GivenAsync(string session, string music = "|: C2 D E2 F | G2 A B2 c :|")
    {
        JsonNode made = await studio.PostAsync(
            $"/api/sessions/{session}/given",
            new JsonObject { ["model"] = RunningStudio.Model, ["text"] = $"X:1\nT:A jig\nM:6/8\nL:1/8\nK:C\n{music}\n" }
        );
        return made["id"]!.GetValue<string>();
    }

    private async Task<HttpResponseMessage> PostScoreAsync(byte[] file)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/scores") { Content = new ByteArrayContent(file) };
        return await studio.Client.SendAsync(request, Stopped);
    }
}
