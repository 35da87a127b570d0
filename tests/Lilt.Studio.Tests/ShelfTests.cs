using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Planting;
using Lilt.Studies;
using Lilt.Studies.Look;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>The shelf of studies: what is listed, what is served, and what is made.</summary>
public sealed class ShelfTests : IAsyncLifetime
{
    private const string Form =
        "<title>{{LILT_TITLE}}</title><script id=\"study\" type=\"application/json\">{{LILT_STUDY}}</script><script>1</script>";

    private static readonly Model Network = PlantedNetwork.Make(PlantedKind.Counters, 32, 1).Model;

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-shelf").FullName;
    private readonly TaskCompletionSource waits = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly RunningStudio studio;

    public ShelfTests()
    {
        File.WriteAllText(Path.Combine(folder, "form.html"), Form);
        studio = NewStudio();
    }

    private string Shelf => Path.Combine(folder, "studies");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Shelf);
        await studio.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await studio.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Shelf_StudiesInAllStates_AreListedWithWhatIsWrong()
    {
        Put("good", page: true);
        Put("bare", page: false);
        Write("damaged", "study.json", "{");
        Write("older", "study.json", """{"schema":"lilt-study/1"}""");
        Write("no-study", "notes.txt", "secret");
        Write("made.partial", "study.json", "{");
        Put("linked-to", page: true, at: folder);
        Directory.CreateSymbolicLink(Path.Combine(Shelf, "link"), Path.Combine(folder, "linked-to"));

        Dictionary<string, JsonNode> listed = await ListAsync();

        Assert.Equal(["bare", "damaged", "good", "link", "older"], listed.Keys.Order(StringComparer.Ordinal));
        JsonNode good = listed["good"];
        Assert.Equal(("look", 5u), (good["kind"]!.GetValue<string>(), good["seed"]!.GetValue<uint>()));
        Assert.Equal(("/studies/good/", Network.Provenance.Name), (good["page"]!.GetValue<string>(), good["model"]!.GetValue<string>()));
        Assert.Null(good["problem"]);
        Assert.Null(listed["bare"]["page"]);
        Assert.Contains("is no study", Problem("damaged"), StringComparison.Ordinal);
        Assert.Contains("is no study of the form", Problem("older"), StringComparison.Ordinal);
        Assert.Contains("is a link to elsewhere", Problem("link"), StringComparison.Ordinal);
        Assert.Null(listed["link"]["title"]);

        string Problem(string id) => listed[id]["problem"]!.GetValue<string>();
    }

    [Fact]
    public async Task Shelf_StudyWrittenAnew_IsReadAnew()
    {
        Write("one", "study.json", "{");
        Assert.NotNull((await ListAsync())["one"]["problem"]);

        Directory.Delete(Path.Combine(Shelf, "one"), recursive: true);
        Put("one", page: true);
        Assert.Null((await ListAsync())["one"]["problem"]);
    }

    [Fact]
    public async Task Page_OfAStudy_IsServedInASandboxOfItsOwn()
    {
        Put("good", page: true);
        using HttpResponseMessage page = await studio.Client.GetAsync("/studies/good/", TestContext.Current.CancellationToken);
        string policy = page.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<title>", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox allow-scripts", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("connect-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("'self'", policy, StringComparison.Ordinal);
        Assert.Equal(["nosniff"], page.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], page.Headers.GetValues("X-Frame-Options"));
    }

    [Theory]
    [InlineData("/studies/good/index.html", "text/html")]
    [InlineData("/studies/good/study.json", "application/json")]
    [InlineData("/studies/good/steps.csv", "text/csv")]
    [InlineData("/studies/good/tunes.abc", "application/octet-stream")]
    public async Task File_OfAStudy_IsServed(string address, string type)
    {
        Put("good", page: true);
        using HttpResponseMessage file = await studio.Client.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(type, file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", file.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/studies/")]
    [InlineData("/studies/../secret.txt")]
    [InlineData("/studies/nothing/")]
    [InlineData("/studies/no-study/notes.txt")]
    [InlineData("/studies/good/nothing.csv")]
    [InlineData("/studies/good/../no-study/notes.txt")]
    [InlineData("/studies/good/..%2fno-study%2fnotes.txt")]
    [InlineData("/studies/good/..%2f..%2fsecret.txt")]
    [InlineData("/studies/good/%2e%2e/%2e%2e/secret.txt")]
    [InlineData("/studies/good/..%5c..%5csecret.txt")]
    [InlineData("/studies/good/%2fetc%2fpasswd")]
    [InlineData("/studies/good//etc/passwd")]
    [InlineData("/studies/good/secret-link.txt")]
    [InlineData("/studies/good/inside/secret.txt")]
    [InlineData("/studies/link/index.html")]
    [InlineData("/studies/link/secret.txt")]
    [InlineData("/studies/..%2flinked-to/secret.txt")]
    [InlineData("/studies/%2e%2e/secret.txt")]
    [InlineData("/studies/good%00/study.json")]
    [InlineData("/studies/made.partial/study.json")]
    public async Task Address_ThatClimbsOrFollowsALink_ServesNothing(string path)
    {
        Put("good", page: true);
        Write("no-study", "notes.txt", "secret");
        Write("made.partial", "study.json", "secret");
        await File.WriteAllTextAsync(Path.Combine(folder, "secret.txt"), "secret", TestContext.Current.CancellationToken);
        Put("linked-to", page: true, at: folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "linked-to", "secret.txt"), "secret", TestContext.Current.CancellationToken);
        File.CreateSymbolicLink(Path.Combine(Shelf, "good", "secret-link.txt"), Path.Combine(folder, "secret.txt"));
        Directory.CreateSymbolicLink(Path.Combine(Shelf, "good", "inside"), Path.Combine(folder, "linked-to"));
        Directory.CreateSymbolicLink(Path.Combine(Shelf, "link"), Path.Combine(folder, "linked-to"));

        string answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{studio.Address.Port}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    public async Task Page_AskedForByAnotherSite_IsRefused(string site)
    {
        Put("good", page: true);
        using HttpRequestMessage request = new(HttpMethod.Get, "/studies/good/");
        request.Headers.Add("Sec-Fetch-Site", site);
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Make_AStudy_TellsHowFarItIsAndPutsItOnTheShelf()
    {
        List<(string Name, JsonNode Data)> events = await MakeAsync("look", 5);
        List<(string Name, JsonNode Data)> again = await MakeAsync("look", 5);

        Assert.Equal("made", events[^1].Name);
        Assert.True(events.Count > 1);
        Assert.All(events.SkipLast(1), told => Assert.Equal("making", told.Name));
        Assert.Equal("/studies/look-5-tiny/", events[^1].Data["study"]!["page"]!.GetValue<string>());
        Assert.Equal("look-5-tiny-2", again[^1].Data["study"]!["id"]!.GetValue<string>());
        Assert.Equal(["look-5-tiny", "look-5-tiny-2"], (await ListAsync()).Keys.Order(StringComparer.Ordinal));
        Assert.Equal(5u, StudyFolder.Read(Path.Combine(Shelf, "look-5-tiny")).Provenance.Seed);
    }

    [Fact]
    public async Task Make_AStudyThatIsRefused_SaysWhyAndLeavesNothing()
    {
        (string name, JsonNode data) = (await MakeAsync("refuses", 5))[^1];

        Assert.Equal(("failed", "The tune is too short."), (name, data["problem"]!.GetValue<string>()));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Shelf));
        JsonNode shelf = await studio.GetAsync("/api/studies");
        Assert.Equal("The tune is too short.", shelf["failed"]!["problem"]!.GetValue<string>());
        Assert.Equal("made", (await MakeAsync("look", 5))[^1].Name);
        Assert.Null((await studio.GetAsync("/api/studies"))["failed"]);
    }

    [Fact]
    public async Task Make_SomethingBreaks_SaysSoHereAndThere()
    {
        (string name, JsonNode data) = (await MakeAsync("breaks", 5))[^1];

        Assert.Equal("failed", name);
        Assert.Contains("its window says what", data["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("a fault", studio.Complaints.ToString(), StringComparison.Ordinal);
        studio.Complaints.GetStringBuilder().Clear();
    }

    /// <summary>A study is the studio's: a page that comes later finds it, and another is refused until it has ended.</summary>
    [Fact]
    public async Task Make_WhileOneIsMade_TheShelfSaysSo_AndAnotherIsRefusedUntilThatIsStopped()
    {
        using StreamReader events = await ListenAsync();
        JsonNode begun = await BeginAsync("waits", 1);
        await waits.Task;
        string job = begun["job"]!.GetValue<string>();

        JsonNode making = (await studio.GetAsync("/api/studies"))["making"]!;
        Assert.Equal(
            (job, "waits", "waiting"),
            (making["job"]!.GetValue<string>(), making["kind"]!.GetValue<string>(), making["stage"]!.GetValue<string>())
        );
        using HttpResponseMessage second = await studio.SendAsync(HttpMethod.Post, "/api/studies", Request("look", 5));
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);

        using HttpResponseMessage stopped = await studio.Client.DeleteAsync($"/api/jobs/{job}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, stopped.StatusCode);
        (string name, JsonNode data) = (await ToEndAsync(events))[^1];
        Assert.Equal(
            ("failed", "The study was stopped.", true),
            (name, data["problem"]!.GetValue<string>(), data["isStopped"]!.GetValue<bool>())
        );
        Assert.Null((await studio.GetAsync("/api/studies"))["making"]);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Shelf));
        Assert.Equal("made", (await MakeAsync("look", 5))[^1].Name);
    }

    [Fact]
    public async Task Make_TheStudioEnds_EndsTheStudyAndLeavesNothing()
    {
        await using (RunningStudio ending = NewStudio())
        {
            await ending.InitializeAsync();
            using HttpResponseMessage answer = await ending.SendAsync(HttpMethod.Post, "/api/studies", Request("waits", 1));
            await waits.Task;
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(Shelf));
    }

    [Theory]
    [InlineData("""{"kind":"part99","model":"tiny"}""", HttpStatusCode.UnprocessableEntity, "there are look, refuses")]
    [InlineData("""{"kind":"look","model":"nothing"}""", HttpStatusCode.NotFound, "There is no model")]
    [InlineData("""{"kind":"look","model":"tiny","seed":-1}""", HttpStatusCode.BadRequest, "JSON")]
    [InlineData("""{"kind":"look"}""", HttpStatusCode.BadRequest, "model")]
    public async Task Make_RequestThatCannotBeDone_SaysWhy(string json, HttpStatusCode expected, string sentence)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/studies", json);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(sentence, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Shelf));
    }

    [Fact]
    public async Task Shelf_FolderThatIsGone_SaysSo()
    {
        Directory.Delete(Shelf, recursive: true);
        using HttpResponseMessage answer = await studio.Client.GetAsync("/api/studies", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(
            "cannot be looked into",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Shelf_StudioWithoutOne_IsEmptyAndMakesNothing()
    {
        await using RunningStudio without = new();
        await without.InitializeAsync();
        JsonNode shelf = await without.GetAsync("/api/studies");
        using HttpResponseMessage answer = await without.SendAsync(HttpMethod.Post, "/api/studies", Request("look", 5));

        Assert.Null(shelf["folder"]);
        Assert.Empty(shelf["studies"]!.AsArray());
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    private RunningStudio NewStudio() =>
        new()
        {
            Studies = new StudioStudies
            {
                Folder = Shelf,
                PageForm = Path.Combine(folder, "form.html"),
                Makers =
                [
                    new StudyMaker(
                        "look",
                        "A first look",
                        (order, progress, cancellation) =>
                            LookStudy.Run(Network, new LookOptions { Seed = order.Seed }, progress, cancellation)
                    ),
                    new StudyMaker("refuses", "never", (_, _, _) => throw new StudyRefusedException("the tune is too short.")),
                    new StudyMaker("breaks", "never", (_, _, _) => throw new InvalidOperationException("a fault")),
                    new StudyMaker("waits", "until it is stopped", WaitForEver),
                ],
            },
        };

    private static string Request(string kind, uint seed) => $$"""{"kind":"{{kind}}","model":"{{RunningStudio.Model}}","seed":{{seed}}}""";

    private Study WaitForEver(StudyOrder order, Action<double, string> progress, CancellationToken cancellation)
    {
        progress(0.25, "waiting");
        waits.TrySetResult();
        cancellation.WaitHandle.WaitOne();
        throw new OperationCanceledException(cancellation);
    }

    private void Put(string name, bool page, string? at = null) =>
        StudyFolder.Write(
            LookStudy.Run(Network, new LookOptions { Seed = 5 }, cancellation: TestContext.Current.CancellationToken),
            Path.Combine(at ?? Shelf, name),
            page ? Form : null,
            force: false
        );

    private void Write(string study, string file, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Shelf, study)).FullName, file), text);

    private async Task<Dictionary<string, JsonNode>> ListAsync() =>
        (await studio.GetAsync("/api/studies"))["studies"]!.AsArray().ToDictionary(of => of!["id"]!.GetValue<string>(), of => of!);

    private async Task<JsonNode> BeginAsync(string kind, uint seed)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, "/api/studies", Request(kind, seed));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    // All that happens from the asking to the end.
    private async Task<List<(string Name, JsonNode Data)>> MakeAsync(string kind, uint seed)
    {
        using StreamReader events = await ListenAsync();
        await BeginAsync(kind, seed);
        return await ToEndAsync(events);
    }

    // What went on before has been told.
    private async Task<StreamReader> ListenAsync()
    {
        StreamReader events = new(await studio.Client.GetStreamAsync("/api/events", TestContext.Current.CancellationToken));
        while ((await NextAsync(events)).Name != "here") { }

        return events;
    }

    private static async Task<List<(string Name, JsonNode Data)>> ToEndAsync(StreamReader events)
    {
        List<(string Name, JsonNode Data)> all = [];
        do
        {
            all.Add(await NextAsync(events));
        } while (all[^1].Name is not ("made" or "failed"));

        return all;
    }

    private static async Task<(string Name, JsonNode Data)> NextAsync(StreamReader events)
    {
        string name = string.Empty;
        while (await events.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                return (name, JsonNode.Parse(line[6..])!);
            }
        }

        throw new InvalidOperationException("The studio tells no more.");
    }

    private async Task<string> RawAsync(string request)
    {
        using TcpClient client = new();
        await client.ConnectAsync(IPAddress.Loopback, studio.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using StreamReader reader = new(client.GetStream());
        return await reader.ReadToEndAsync();
    }
}
