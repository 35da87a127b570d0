using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>A studio on a port of its own, with a small network, a page of two files and a data folder that goes with it.</summary>
public sealed class RunningStudio : IAsyncLifetime
{
    /// <summary>The small network's name.</summary>
    public const string Model = "tiny";

    private static readonly string[] Tokens =
    [
        "<s>",
        "</s>",
        "M:4/4",
        "M:6/8",
        "K:Cmaj",
        "K:Cdor",
        "|",
        ":|",
        "|:",
        "C",
        "D",
        "E",
        "F",
        "G",
        "A",
        "B",
        "c",
        "d",
        "2",
        "/2",
        "(3",
        "z",
        ">",
    ];

    private readonly bool ownsFolder;
    private readonly StudioBounds bounds;
    private StudioServer server = null!;

    public RunningStudio()
        : this(null, new StudioBounds()) { }

    /// <param name="folder">Where everything lies; null for a new folder that is deleted at the end.</param>
    /// <param name="bounds">What the studio takes on.</param>
    internal RunningStudio(string? folder, StudioBounds bounds)
    {
        this.bounds = bounds;
        ownsFolder = folder is null;
        Folder = folder ?? Directory.CreateTempSubdirectory("lilt-studio").FullName;
    }

    public string Folder { get; }

    public string DataFolder => Path.Combine(Folder, "data");

    public HttpClient Client { get; private set; } = null!;

    public Uri Address => server.Address;

    public StringWriter Complaints { get; } = new();

    /// <summary>How long it waits for what goes on when it ends.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Its shelf of studies; null for none.</summary>
    public StudioStudies? Studies { get; init; }

    /// <summary>The page's token, as the page itself reads it.</summary>
    public string Token { get; private set; } = "";

    public string ModelFile => Path.Combine(Folder, "models", $"{Model}.safetensors");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(ModelFile))
        {
            Directory.CreateDirectory(Path.Combine(Folder, "models"));
            Directory.CreateDirectory(Path.Combine(Folder, "page", "assets"));
            WeightFiles.ModelFile.Write(Network(12), ModelFile);
            await File.WriteAllTextAsync(Path.Combine(Folder, "models", "broken.safetensors"), "no model");
            await File.WriteAllTextAsync(
                Path.Combine(Folder, "page", "index.html"),
                "<!doctype html><meta name=\"lilt-token\" content=\"{{LILT_TOKEN}}\">"
            );
            await File.WriteAllTextAsync(
                Path.Combine(Folder, "page", "handout.html"),
                "<title>{{LILT_TITLE}}</title><script type=\"application/json\">{{LILT_HANDOUT}}</script>"
            );
            await File.WriteAllTextAsync(Path.Combine(Folder, "page", "assets", "main-1234.js"), "export {};");
            await File.WriteAllTextAsync(Path.Combine(Folder, "page", "assets", "main-1234.js.br"), "by brotli");
            await File.WriteAllTextAsync(Path.Combine(Folder, "page", "assets", "main-1234.js.gz"), "by gzip");
            await File.WriteAllTextAsync(Path.Combine(Folder, "secret.txt"), "secret");
        }

        server = await StudioServer.StartAsync(
            new StudioOptions
            {
                Port = 0,
                DataFolder = DataFolder,
                Models = new ModelFolders([Path.Combine(Folder, "models")]),
                DefaultModel = Model,
                Studies = Studies,
                PageFolder = Path.Combine(Folder, "page"),
                Version = "0.0.0",
                Bounds = bounds,
                Complaints = Complaints,
                Pauses = new StudioPauses().Times(
                    double.Parse(Environment.GetEnvironmentVariable("LILT_PAUSES") ?? "1", CultureInfo.InvariantCulture)
                ),
                Stopping = Stopping,
            }
        );

        // A page that is closed closes its connection at once; this client would go on reading for two seconds.
        Client = new HttpClient(new SocketsHttpHandler { MaxResponseDrainSize = 0, ResponseDrainTimeout = TimeSpan.Zero })
        {
            BaseAddress = server.Address,
            Timeout = TimeSpan.FromSeconds(60),
        };
        string page = await Client.GetStringAsync("/");
        Token = page.Split("content=\"")[1].Split('"')[0];
        Client.DefaultRequestHeaders.Add("X-Lilt-Token", Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }

        // Whole: an assertion of equality would cut the text before it says what went wrong.
        Assert.True(Complaints.ToString().Length == 0, Complaints.ToString());
    }

    /// <summary>Ends the studio as Ctrl-C does.</summary>
    public Task StopAsync() => server.RunAsync(new CancellationToken(canceled: true));

    /// <summary>A network that wanders over music tokens.</summary>
    public static Model Network(int units)
    {
        Model lively = RandomModels.Create(new NetworkShape(2, units, Tokens.Length));
        return new Model(new Vocabulary(Tokens), lively.Weights.Copy(), ModelProvenance.Named("tiny"));
    }

    internal T Part<T>()
        where T : notnull => server.Parts.GetRequiredService<T>();

    public async Task<string> NewSessionAsync(string name = "a session") =>
        (await PostAsync("/api/sessions", new JsonObject { ["name"] = name }))["id"]!.GetValue<string>();

    public async Task<JsonNode> GetAsync(string address)
    {
        using HttpResponseMessage answer = await Client.GetAsync(address);
        return await NodeAsync(answer);
    }

    public async Task<JsonNode> PostAsync(string address, JsonNode body)
    {
        using HttpResponseMessage answer = await Client.PostAsJsonAsync(address, body);
        return await NodeAsync(answer);
    }

    /// <summary>Sends JSON as it stands.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, string json) =>
        Client.SendAsync(new HttpRequestMessage(method, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") });

    /// <summary>Writes tunes and waits for all events: name and data, in order; of a tune what is said of it.</summary>
    public async Task<List<(string Name, JsonNode Data)>> WriteAsync(string session, JsonObject request)
    {
        request["model"] ??= Model;
        JsonNode run = await PostAsync($"/api/sessions/{session}/tunes", request);
        return await FollowAsync(run["job"]!.GetValue<string>());
    }

    /// <summary>All that happens in a run, to its end.</summary>
    public async Task<List<(string Name, JsonNode Data)>> FollowAsync(string job) =>
        [
            .. (await EventsAsync(await Client.GetStreamAsync($"/api/events?job={job}"))).Select(of =>
                of.Name == "tune" ? (of.Name, of.Data["tune"]!) : of
            ),
        ];

    /// <summary>Writes one tune of up to <paramref name="limit"/> tokens and gives its id.</summary>
    public async Task<string> TuneAsync(string session, uint seed = 42, int limit = 60, JsonNode? plan = null, string? baseline = null)
    {
        List<(string Name, JsonNode Data)> events = await WriteAsync(
            session,
            new JsonObject
            {
                ["seed"] = seed,
                ["limit"] = limit,
                ["prime"] = "M:4/4 K:Cmaj |: C D E F |",
                ["plan"] = plan?.DeepClone(),
                ["baseline"] = baseline,
            }
        );
        return events.Single(of => of.Name == "tune").Data["id"]!.GetValue<string>();
    }

    /// <summary>Has an effect found and gives it when it is over.</summary>
    public async Task<JsonNode> EffectAsync(string session, JsonObject request) =>
        await EndedAsync(await PostAsync($"/api/sessions/{session}/effects", request));

    /// <summary>What asks for an effect that takes seconds: no tune under its plan ends before the limit.</summary>
    public static JsonObject LongEffect() =>
        new()
        {
            ["model"] = Model,
            ["plan"] = JsonNode.Parse("""{"operations":[{"op":"forbid","tokens":["</s>"]}]}"""),
            ["tunes"] = 1000,
            ["limit"] = 2000,
        };

    /// <summary>An effect that was asked for when it is over: what happens in the studio says when.</summary>
    public async Task<JsonNode> EndedAsync(JsonNode asked)
    {
        string id = asked["id"]!.GetValue<string>();
        using Stream events = await Client.GetStreamAsync("/api/events");
        using StreamReader reader = new(events);
        JsonNode now = await GetAsync($"/api/effects/{id}");
        while (now["state"]!.GetValue<string>() == "underWay")
        {
            string line = await reader.ReadLineAsync() ?? throw new EndOfStreamException();
            if (line.Contains($"\"id\":\"{id}\"", StringComparison.Ordinal))
            {
                now = await GetAsync($"/api/effects/{id}");
            }
        }

        return now;
    }

    public static async Task<List<(string Name, JsonNode Data)>> EventsAsync(Stream stream)
    {
        List<(string, JsonNode)> events = [];
        using StreamReader reader = new(stream);
        string? name = null;
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line[7..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add((name!, JsonNode.Parse(line[6..])!));
            }
        }

        return events;
    }

    private static async Task<JsonNode> NodeAsync(HttpResponseMessage answer)
    {
        string text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
        {
            Assert.Fail($"{(int)answer.StatusCode}: {text}");
        }

        return JsonNode.Parse(text) ?? throw new JsonException("null");
    }
}
