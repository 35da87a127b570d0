using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Studio;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;

namespace Lilt.Robustness.Damaged;

/// <summary>
/// Requests to a running studio, damaged: a method, an address and a body, one a line. Each is answered, and none with a 500.
/// </summary>
internal sealed class Requests : IAsyncDisposable
{
    private static readonly string[] Texts = ["<s>", "</s>", "M:4/4", "M:6/8", "K:Cmaj", "|", ":|", "|:", "C", "D", "E", "G", "2", "/2"];

    private static readonly string[] Fragments =
    [
        "{",
        "}",
        "[",
        "]",
        "\"",
        ",",
        "null",
        "-1",
        "1e999",
        "4294967296",
        "\"\\ud800\"",
        "\\u0000",
        "%2e%2e/",
        "%00",
        "../",
        "?",
        "&",
        "layer=",
        "export",
        "recording",
        "units",
        "posterior",
        "\"operations\"",
        "\"seed\"",
        "\"limit\"",
        "\"temperature\"",
        "POST",
        "DELETE",
        "PATCH",
        "\"X:1\\nK:C\\n|: C [\"",
    ];

    private readonly string folder;
    private readonly StudioServer server;
    private readonly HttpClient client;
    private readonly StringWriter complaints;
    private readonly string token;
    private readonly List<byte[]> whole = [];

    private Requests(string folder, StudioServer server, HttpClient client, StringWriter complaints, string token)
    {
        this.folder = folder;
        this.server = server;
        this.client = client;
        this.complaints = complaints;
        this.token = token;
    }

    /// <summary>The kind.</summary>
    public FileKind Kind => new("request", 5, whole, Fragments, Answered) { ReadsInItsThread = false };

    /// <summary>Starts a studio with a small network, a session and a tune.</summary>
    public static async Task<Requests> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("lilt-requests-").FullName;
        string models = Directory.CreateDirectory(Path.Combine(folder, "models")).FullName;
        string page = Directory.CreateDirectory(Path.Combine(folder, "page")).FullName;
        Directory.CreateDirectory(Path.Combine(page, "assets"));
        await File.WriteAllTextAsync(Path.Combine(page, "index.html"), "{{LILT_TOKEN}}");
        await File.WriteAllTextAsync(Path.Combine(page, "handout.html"), "{{LILT_TITLE}} {{LILT_HANDOUT}}");
        await File.WriteAllTextAsync(Path.Combine(page, "assets", "main.js"), "export {};");
        Model lively = RandomModels.Create(new NetworkShape(2, 8, Texts.Length));
        ModelFile.Write(
            new Model(new Vocabulary(Texts), lively.Weights.Copy(), ModelProvenance.Named("tiny")),
            Path.Combine(models, "tiny.safetensors")
        );
        StringWriter complaints = new();
        StudioServer server = await StudioServer.StartAsync(
            new StudioOptions
            {
                Port = 0,
                DataFolder = Path.Combine(folder, "data"),
                Models = new ModelFolders([models]),
                DefaultModel = "tiny",
                PageFolder = page,
                Version = "0.0.0",
                Complaints = complaints,
            }
        );
        HttpClient client = new() { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(60) };
        Requests requests = new(folder, server, client, complaints, await client.GetStringAsync("/"));
        await requests.FillAsync();
        return requests;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task FillAsync()
    {
        string session = JsonNode.Parse(await SendAsync("POST", "/api/sessions", """{"name":"a session"}"""))!["id"]!.GetValue<string>();
        string events = await SendAsync(
            "POST",
            $"/api/sessions/{session}/given",
            """{"model":"tiny","text":"M:4/4 K:Cmaj |: C D E G | C 2 D 2 E 2 G 2 :|"}"""
        );
        string tune = JsonNode.Parse(events)!["id"]!.GetValue<string>();
        string kept = await SendAsync("GET", $"/api/sessions/{session}/export", "");
        string plan = """{"operations":[{"op":"excise","layer":1,"units":[0,2]}]}""";
        foreach (
            string request in new[]
            {
                "POST /api/sessions\n{\"name\":\"another\"}",
                $"PATCH /api/sessions/{session}\n{{\"name\":\"another\"}}",
                $"POST /api/sessions/import\n{kept}",
                $"POST /api/sessions/{session}/tunes\n{{\"model\":\"tiny\",\"seed\":3,\"tunes\":1,\"limit\":8,\"temperature\":1,\"plan\":{plan}}}",
                $"POST /api/sessions/{session}/given\n{{\"model\":\"tiny\",\"text\":\"M:4/4 K:Cmaj C D | E G\"}}",
                "POST /api/check\n{\"model\":\"tiny\",\"text\":\"M:4/4 K:Cmaj C\"}",
                $"POST /api/plans/check\n{{\"model\":\"tiny\",\"plan\":{plan}}}",
                $"PATCH /api/tunes/{tune}\n{{\"starred\":true,\"name\":\"a tune\"}}",
                $"POST /api/tunes/{tune}/matches\n{{\"site\":\"h\",\"layer\":1,\"from\":2,\"to\":5,\"above\":0.1}}",
                $"POST /api/tunes/{tune}/rewrite\n{{\"kind\":\"bars\",\"from\":1,\"to\":1,\"offers\":2,\"candidates\":16}}",
                $"GET /api/tunes/{tune}\n",
                $"GET /api/tunes/{tune}/recording/h/1\n",
                $"GET /api/tunes/{tune}/posterior/3\n",
                $"GET /api/tunes/{tune}/order?by=peak&layer=1&low=2&high=9\n",
                $"GET /api/tunes/{tune}/spectra?site=h&window=hann\n",
                $"GET /api/tunes/{tune}/units/1/3?site=h\n",
                $"GET /api/tunes/{tune}/export?format=abc&key=D&tempo=90\n",
                $"GET /api/tunes/{tune}/beside/{tune}\n",
                $"GET /api/sessions/{session}/handout?tunes={tune}\n",
                $"GET /api/sessions/{session}/abc\n",
                "GET /api/models/tiny\n",
                "GET /api/openapi.json\n",
                "GET /assets/main.js\n",
            }
        )
        {
            byte[] sent = Encoding.UTF8.GetBytes(request);
            if (!Answered(sent))
            {
                throw new InvalidOperationException($"A whole request is refused: {request}");
            }

            whole.Add(sent);
        }
    }

    private async Task<string> SendAsync(string method, string path, string body)
    {
        using HttpRequestMessage message = new(new HttpMethod(method), path)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        message.Headers.Add("X-Lilt-Token", token);
        using HttpResponseMessage answer = await client.SendAsync(message);
        return await answer.Content.ReadAsStringAsync();
    }

    // Whether it was done: 200 to 299. What is no request at all is not sent, and counts as refused.
    private bool Answered(byte[] file)
    {
        string text = Encoding.Latin1.GetString(file);
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        string[] head = (line < 0 ? text : text[..line]).Split(' ', 2);
        HttpRequestMessage message;
        try
        {
            // Deleting everything is a request too, but then there is nothing left to ask for.
            if (head.Length < 2 || head[0] == "DELETE" || !Uri.TryCreate(server.Address, "/" + head[1].TrimStart('/'), out Uri? address))
            {
                return false;
            }

            message = new(new HttpMethod(head[0]), address);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }

        using HttpRequestMessage sent = message;
        if (line >= 0 && line + 1 < file.Length)
        {
            sent.Content = new ByteArrayContent(file[(line + 1)..]);
            sent.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        }

        sent.Headers.Add("X-Lilt-Token", token);
        try
        {
            using HttpResponseMessage answer = client.Send(sent, HttpCompletionOption.ResponseContentRead);
            if ((int)answer.StatusCode >= 500 || complaints.GetStringBuilder().Length > 0)
            {
                throw new WronglyTakenException($"{(int)answer.StatusCode} {complaints}");
            }

            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException or InvalidOperationException)
        {
            // A method or an address that the client itself does not send.
            return false;
        }
    }
}
