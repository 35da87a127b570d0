using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Lilt.Robustness.Killed;

namespace Lilt.Robustness.Crowd;

/// <summary>The built program's <c>serve</c> with an empty data folder, and ways to ask it: every request has a deadline.</summary>
internal sealed partial class CrowdedStudio : IDisposable
{
    /// <summary>What takes longer counts as a hang.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(120);

    private readonly LiltProcess process;
    private readonly HttpClient client;

    private CrowdedStudio(LiltProcess process, HttpClient client, string token, string model)
    {
        this.process = process;
        this.client = client;
        Token = token;
        Model = model;
    }

    /// <summary>The page's token.</summary>
    public string Token { get; }

    /// <summary>The model that pages open with.</summary>
    public string Model { get; }

    /// <summary>Its port.</summary>
    public int Port => client.BaseAddress!.Port;

    /// <summary>The most memory that it took so far, in MB; nothing where the system does not say.</summary>
    public double? PeakMegabytes =>
        File.Exists($"/proc/{process.Id}/status")
            ? double.Parse(PeakLine().Match(File.ReadAllText($"/proc/{process.Id}/status")).Groups[1].Value, CultureInfo.InvariantCulture)
                * 1024
                / 1e6
            : null;

    /// <summary>Starts it.</summary>
    public static async Task<CrowdedStudio> StartAsync(string program, string folder, params string[] more)
    {
        LiltProcess process = new(program, folder, ["serve", "--port", "0", "--data", "data", .. more]);
        string line = await process.Output.ReadLineAsync() ?? "";
        if (Address().Match(line) is not { Success: true } found)
        {
            throw new InvalidOperationException($"It does not start: {line} {process.End().Said}");
        }

        HttpClient client = new(new SocketsHttpHandler { MaxResponseDrainSize = 0, ResponseDrainTimeout = TimeSpan.Zero })
        {
            BaseAddress = new Uri(found.Value),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        string token = PageToken().Match(await client.GetStringAsync("/")).Groups[1].Value;
        client.DefaultRequestHeaders.Add("X-Lilt-Token", token);
        JsonArray models = (await client.GetFromJsonAsync<JsonArray>("/api/models"))!;
        return new CrowdedStudio(process, client, token, models[0]!["id"]!.GetValue<string>());
    }

    /// <summary>Asks, and counts the answer.</summary>
    /// <returns>Status and body; null where there was none in time.</returns>
    public async Task<(int Status, byte[] Body)?> AskAsync(
        Tally tally,
        string method,
        string where,
        HttpContent? content = null,
        Action<HttpRequestMessage>? with = null
    )
    {
        using HttpRequestMessage request = new(new HttpMethod(method), where) { Content = content };
        with?.Invoke(request);
        using CancellationTokenSource deadline = new(Deadline);
        long began = Stopwatch.GetTimestamp();
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, deadline.Token);
            byte[] body = await answer.Content.ReadAsByteArrayAsync(deadline.Token);
            tally.Took(began, $"{method} {where}");
            tally.Add((int)answer.StatusCode, $"{method} {where}");
            return ((int)answer.StatusCode, body);
        }
        catch (OperationCanceledException)
        {
            tally.Faults.Enqueue($"{method} {where}: no answer in {Deadline.TotalSeconds} s");
            return null;
        }
        catch (HttpRequestException e)
        {
            tally.Add("no answer");
            tally.Faults.Enqueue($"{method} {where}: {e.InnerException?.Message ?? e.Message}");
            return null;
        }
    }

    /// <summary>Asks with JSON.</summary>
    public async Task<(int Status, JsonNode? Body)> JsonAsync(Tally tally, string method, string where, JsonNode? body = null)
    {
        using JsonContent? content = body is null ? null : JsonContent.Create(body);
        return await AskAsync(tally, method, where, content) is var (status, bytes)
            ? (status, bytes.Length == 0 ? null : JsonNode.Parse(bytes))
            : (0, null);
    }

    /// <summary>An answer that comes bit by bit, to be read or left.</summary>
    public async Task<Stream> StreamAsync(string where, CancellationToken cancellation) =>
        await client.GetStreamAsync(new Uri(where, UriKind.Relative), cancellation);

    /// <summary>Sends bytes as they stand.</summary>
    /// <returns>The beginning of the answer, up to a kilobyte; empty where the server hung up.</returns>
    public async Task<string> RawAsync(Tally tally, string text)
    {
        using TcpClient connection = await ConnectAsync();
        using CancellationTokenSource deadline = new(Deadline);
        long began = Stopwatch.GetTimestamp();
        try
        {
            NetworkStream stream = connection.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(text), deadline.Token);
            byte[] answer = new byte[1024];
            int got = await stream.ReadAtLeastAsync(answer, 16, throwOnEndOfStream: false, deadline.Token);
            tally.Took(began, text[..Math.Min(80, text.IndexOf('\r', StringComparison.Ordinal))]);
            return Encoding.Latin1.GetString(answer, 0, got);
        }
        catch (OperationCanceledException)
        {
            tally.Faults.Enqueue($"no answer in {Deadline.TotalSeconds} s: {text[..Math.Min(80, text.Length)]}");
            return "";
        }
        catch (IOException)
        {
            return "";
        }
    }

    /// <summary>A connection of one's own.</summary>
    /// <param name="small">Whether it takes as little at a time as it can.</param>
    public async Task<TcpClient> ConnectAsync(bool small = false)
    {
        TcpClient connection = new();
        if (small)
        {
            connection.ReceiveBufferSize = 1024;
        }

        await connection.ConnectAsync("127.0.0.1", Port);
        return connection;
    }

    /// <summary>Ends it as Ctrl-C does.</summary>
    /// <returns>Its exit code and what it said on standard error.</returns>
    public (int Code, string Said) End()
    {
        process.Interrupt();
        return process.End();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        process.Kill();
        process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/")]
    private static partial Regex Address();

    [GeneratedRegex("name=\"lilt-token\" content=\"([^\"]+)\"")]
    private static partial Regex PageToken();

    [GeneratedRegex(@"VmHWM:\s+(\d+)")]
    private static partial Regex PeakLine();
}
