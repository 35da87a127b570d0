using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Whatever stands in a request, the answer is none of the 500s, and what went wrong inside is nothing.</summary>
public sealed class MalformedRequestTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const int Tries = 150;

    private static readonly string[] Fragments =
    [
        "null",
        "true",
        "-1",
        "1e999",
        "4294967296",
        "\"\"",
        "\"tiny\"",
        "\"\\u0000\"",
        "\"\\ud800\"",
        "\"*\"",
        "\"X:1\\nK:C\\n*\"",
        "\"|: C [\"",
        "\"M:4/4 K:Cmaj C\"",
        "[]",
        "[[[[[[",
        "{}",
        "{\"operations\":[]}",
        "{\"operations\":[{}]}",
        "{\"operations\":[{\"op\":\"excise\",\"layer\":1,\"units\":[0,0,99]}]}",
        "{\"operations\":[{\"op\":\"bias\",\"tokens\":{\"C\":1e308}}]}",
        "{\"operations\":[{\"op\":\"clamp\",\"site\":\"L1.h\",\"units\":\"all\",\"value\":1e300}]}",
        "\"h\"",
        "3",
        "0.5",
        "\"\\u202e\"",
        "\"" + "M:4/4 |: C2 (3DEF [CEG] {c}d :|" + "\"",
    ];

    private static readonly string[] Members =
    [
        "model",
        "seed",
        "tunes",
        "temperature",
        "prime",
        "limit",
        "plan",
        "baseline",
        "name",
        "text",
        "site",
        "layer",
        "from",
        "to",
        "above",
        "below",
        "session",
        "starred",
        "format",
        "created",
        "step",
        "by",
        "kind",
        "length",
        "locks",
        "range",
        "semitones",
        "offers",
        "offer",
        "request",
    ];

    private static readonly (string Method, string Path)[] Addresses =
    [
        ("POST", "/api/sessions"),
        ("PATCH", "/api/sessions/{s}"),
        ("POST", "/api/sessions/import"),
        ("POST", "/api/sessions/{s}/tunes"),
        ("POST", "/api/sessions/{s}/given"),
        ("POST", "/api/check"),
        ("POST", "/api/plans/check"),
        ("PATCH", "/api/tunes/{t}"),
        ("POST", "/api/tunes/{t}/matches"),
        ("POST", "/api/tunes/{t}/push"),
        ("POST", "/api/tunes/{t}/rewrite"),
        ("POST", "/api/tunes/{t}/rewritten"),
        ("POST", "/api/studies"),
    ];

    private static readonly string[] Questions =
    [
        "/api/tunes/{t}/recording/{a}/{b}",
        "/api/tunes/{t}/posterior/{b}",
        "/api/tunes/{t}/beside/{a}",
        "/api/tunes/{a}/posterior",
        "/api/tunes/{t}/order?by={a}&layer={b}&low={c}&high={d}",
        "/api/tunes/{t}/spectra?site={a}&window={c}",
        "/api/tunes/{t}/band?low={a}&high={b}&above={c}",
        "/api/tunes/{t}/units/{a}/{b}?site={c}",
        "/api/tunes/{t}/export?format={a}&key={c}&tempo={d}",
        "/api/sessions/{a}",
        "/api/sessions/{s}/handout?tunes={a},{b}&form={c}",
        "/api/models/{a}",
        "/api/events?job={a}",
        "/api/jobs/{a}",
        "/api/deleted?session={a}",
        "/api/tunes/{a}/push",
        "/api/tunes/{a}/places",
        "/api/tunes/{t}/range?range={a}&semitones={b}",
        "/studies/{a}/{b}",
        "/api/{a}/{b}",
        "/{a}",
    ];

    private static readonly string[] Words =
    [
        "",
        "0",
        "1",
        "2",
        "-1",
        "99999999999",
        "NaN",
        "Infinity",
        "1e-300",
        "1e300",
        "0.5",
        "h",
        "c",
        "posterior",
        "peak",
        "band",
        "binding",
        "similarity",
        "hann",
        "abc",
        "wav",
        "mid",
        "..",
        "%2e%2e",
        "%00",
        "a%20b",
        "G",
        "110",
        "json",
        "{t}",
    ];

    [Fact]
    public async Task Bodies_OfAnyKind_AreAnsweredWithoutA500()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session);
        Gen<string> json =
            from members in Gen.SubListOf(Members)
            from values in Gen.ArrayOf(Gen.Elements(Fragments), Members.Length)
            from cut in Gen.Frequency((9, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
            let text = "{" + string.Join(',', members.Select((member, place) => $"\"{member}\":{values[place]}")) + "}"
            select text[..Math.Max(0, text.Length - cut)];
        Gen<(int Address, string Body)> requests =
            from address in Gen.Choose(0, Addresses.Length - 1)
            from body in json
            from usable in Gen.Elements(true, false)
            select (
                address,
                usable && !body.Contains("\"model\"", StringComparison.Ordinal) && body.StartsWith('{')
                    ? "{\"model\":\"tiny\",\"limit\":5" + (body.Length > 2 ? "," : "") + body[1..]
                    : body
            );

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Tries).WithReplay(20, 7),
            Prop.ForAll(
                requests.ToArbitrary(),
                request =>
                {
                    (string method, string path) = Addresses[request.Address];
                    using HttpResponseMessage answer = studio
                        .SendAsync(
                            new HttpMethod(method),
                            path.Replace("{s}", session, StringComparison.Ordinal).Replace("{t}", tune, StringComparison.Ordinal),
                            request.Body
                        )
                        .GetAwaiter()
                        .GetResult();
                    Answered(answer, $"{method} {path} {request.Body}");
                }
            )
        );
        Assert.Equal("", studio.Complaints.ToString());
    }

    [Fact]
    public async Task Questions_OfAnyKind_AreAnsweredWithoutA500()
    {
        string session = await studio.NewSessionAsync();
        string tune = await studio.TuneAsync(session);
        Gen<string> questions =
            from question in Gen.Elements(Questions)
            from words in Gen.ArrayOf(Gen.Elements(Words), 4)
            select question
                .Replace("{a}", words[0], StringComparison.Ordinal)
                .Replace("{b}", words[1], StringComparison.Ordinal)
                .Replace("{c}", words[2], StringComparison.Ordinal)
                .Replace("{d}", words[3], StringComparison.Ordinal)
                .Replace("{s}", session, StringComparison.Ordinal)
                .Replace("{t}", tune, StringComparison.Ordinal);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2 * Tries).WithReplay(21, 7),
            Prop.ForAll(
                questions.ToArbitrary(),
                question =>
                {
                    using HttpResponseMessage answer = studio.Client.GetAsync(question).GetAwaiter().GetResult();
                    Answered(answer, question);
                }
            )
        );
        Assert.Equal("", studio.Complaints.ToString());
    }

    [Fact]
    public async Task Bodies_OfAnyBytes_AreAnsweredWithoutA500()
    {
        string session = await studio.NewSessionAsync();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Tries).WithReplay(22, 7),
            Prop.ForAll(
                ArbMap.Default.ArbFor<byte[]>(),
                bytes =>
                {
                    foreach ((string method, string path) in Addresses)
                    {
                        using HttpRequestMessage request = new(
                            new HttpMethod(method),
                            path.Replace("{s}", session, StringComparison.Ordinal).Replace("{t}", "none", StringComparison.Ordinal)
                        );
                        request.Content = new ByteArrayContent(bytes);
                        request.Content.Headers.TryAddWithoutValidation(
                            "Content-Type",
                            bytes.Length % 3 == 0 ? "text/plain" : "application/json; charset=utf-8"
                        );
                        using HttpResponseMessage answer = studio.Client.Send(request);
                        Assert.InRange((int)answer.StatusCode, 400, 499);
                    }
                }
            )
        );
        Assert.Equal("", studio.Complaints.ToString());
    }

    [Fact]
    public async Task Body_DeepAndLong_IsRefused()
    {
        using HttpResponseMessage deep = await studio.SendAsync(
            HttpMethod.Post,
            "/api/plans/check",
            "{\"model\":\"tiny\",\"plan\":" + new string('[', 5000) + new string(']', 5000) + "}"
        );
        // The studio hangs up on what is too long, so the client asks before it sends it: otherwise it may fail at sending and never read
        // the answer.
        using HttpRequestMessage asking = new(HttpMethod.Post, "/api/check")
        {
            Content = new StringContent(
                "{\"model\":\"tiny\",\"text\":\"" + new string('C', 2 << 20) + "\"}",
                Encoding.UTF8,
                "application/json"
            ),
        };
        asking.Headers.ExpectContinue = true;
        using HttpResponseMessage wide = await studio.Client.SendAsync(asking);

        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, wide.StatusCode);
    }

    /// <summary>What is too large is refused with a sentence that whoever sent it gets to read, though it was sent to its end.</summary>
    [Theory]
    [InlineData("/api/check", 3 << 20, "larger than the 1 MiB")]
    [InlineData("/api/sessions/import", 70 << 20, "larger than the 64 MiB")]
    public async Task Body_TooLarge_IsReadToItsEndAndAnswered(string path, int bytes, string expected)
    {
        using HttpResponseMessage answer = await studio.SendAsync(HttpMethod.Post, path, "{\"name\":\"" + new string('x', bytes) + "\"}");
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains(expected, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    /// <summary>A body of unknown length is counted by the server below.</summary>
    [Fact]
    public async Task Body_TooLargeOfUnknownLength_IsRefusedWithASentence()
    {
        using HttpRequestMessage request = new(HttpMethod.Post, "/api/check")
        {
            Content = new StreamContent(
                new MemoryStream(Encoding.UTF8.GetBytes("{\"model\":\"tiny\",\"text\":\"" + new string('C', (1 << 20) + 100) + "\"}"))
            ),
        };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new("application/json");
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("larger than the 1 MiB", problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(9_000, 0, HttpStatusCode.RequestUriTooLong, "The address is longer than the 8192 characters")]
    [InlineData(400_000, 0, HttpStatusCode.RequestUriTooLong, "The address is longer than the 8192 characters")]
    [InlineData(10, 40_000, HttpStatusCode.RequestHeaderFieldsTooLarge, "clear the browser's cookies")]
    public async Task AddressOrHeaders_TooLong_AreRefusedWithASentence(int address, int header, HttpStatusCode expected, string sentence)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/sessions?x=" + new string('y', address));
        if (header > 0)
        {
            request.Headers.Add("Cookie", "a=" + new string('b', header));
        }

        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);
        JsonNode problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(expected, answer.StatusCode);
        Assert.Contains(sentence, problem["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static void Answered(HttpResponseMessage answer, string what)
    {
        string text = Encoding.UTF8.GetString(answer.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult());
        Assert.True((int)answer.StatusCode is >= 200 and < 500, $"{what}: {(int)answer.StatusCode} {text}");

        // What is no HTTP, as a zero in an address, is refused before the studio sees it.
        if ((int)answer.StatusCode >= 400 && (answer.StatusCode != HttpStatusCode.BadRequest || text.Length > 0))
        {
            Assert.False(string.IsNullOrWhiteSpace(JsonNode.Parse(text)!["detail"]!.GetValue<string>()), what);
        }
    }
}
