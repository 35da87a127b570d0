using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Lilt.Robustness.Crowd;

/// <summary>Waves of what no page of the studio sends: bodies that are too large or wrong, other hosts and origins, paths that climb.</summary>
internal static class Strangers
{
    private const int Mebibyte = 1 << 20;
    private const string Cut = """{"op":"excise","layer":1,"units":[0,2]}""";

    /// <summary>Bodies that are too large, deep or wrong for what they are sent to; some say a wrong length or none.</summary>
    public static async Task BodiesAsync(CrowdedStudio studio, Tally tally, int rounds)
    {
        (string session, string tune) = await Pages.TuneAsync(studio, tally, "bodies", 21);
        string[] addresses =
        [
            "/api/sessions",
            "/api/sessions/import",
            $"/api/sessions/{session}/tunes",
            $"/api/sessions/{session}/given",
            "/api/check",
            "/api/plans/check",
            "/api/scores",
            $"/api/tunes/{tune}/matches",
            $"/api/tunes/{tune}/rewrite",
            $"/api/tunes/{tune}/push",
        ];
        (string Type, byte[] Body)[] bodies = [.. Bodies(studio.Model)];
        List<(string Address, string Type, byte[] Body)> all =
        [
            .. addresses.SelectMany(address => bodies.Select(body => (address, body.Type, body.Body))),
        ];
        using SemaphoreSlim places = new(64);
        await Task.WhenAll(
            Enumerable
                .Range(0, rounds)
                .SelectMany(_ => all)
                .Select(async sent =>
                {
                    await places.WaitAsync();
                    try
                    {
                        using ByteArrayContent content = new(sent.Body);
                        content.Headers.ContentType = MediaTypeHeaderValue.Parse(sent.Type);
                        await studio.AskAsync(tally, "POST", sent.Address, content);
                    }
                    finally
                    {
                        places.Release();
                    }
                })
        );
        foreach (
            string length in new[]
            {
                "-1",
                "1e3",
                "99999999999999999999",
                "5, 6",
                "12\r\nTransfer-Encoding: chunked",
                "3\r\nContent-Length: 4",
            }
        )
        {
            Count(
                tally,
                await studio.RawAsync(
                    tally,
                    $"POST /api/check HTTP/1.1\r\nHost: 127.0.0.1:{studio.Port}\r\nX-Lilt-Token: {studio.Token}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{{}}"
                ),
                $"a length of {length}"
            );
        }
    }

    /// <summary>Wrong hosts, origins and sites, tokens that are none, and lines that are no HTTP.</summary>
    public static async Task OutsidersAsync(CrowdedStudio studio, Tally tally, int rounds)
    {
        string port = studio.Port.ToString(CultureInfo.InvariantCulture);
        string[] hosts =
        [
            "evil.example",
            $"evil.example:{port}",
            "127.0.0.1:1",
            $"127.0.0.1.nip.io:{port}",
            $"localhost.evil.example:{port}",
            $"0.0.0.0:{port}",
            $"[::2]:{port}",
            $"2130706433:{port}",
            $"127.1:{port}",
        ];
        string own = $"127.0.0.1:{port}";
        string[] sites = ["cross-site", "same-site"];
        string[] methods = ["POST", "PATCH", "DELETE", "PUT", "OPTIONS", "TRACE"];
        int[] forbidden = [403];
        int[] forbiddenOrBad = [403, 400];
        int[] forbiddenOrNoMethod = [403, 405, 400];
        int[] forbiddenOrFine = [403, 200];
        List<(string Text, int[] Expected)> all =
        [
            .. hosts.Select(host => (Raw("GET", "/api/sessions", host), forbiddenOrBad)),
            .. new[] { "http://evil.example", "null", $"https://{own}", $"http://localhost:{port}", "" }.Select(origin =>
                (Raw("GET", "/api/sessions", own, $"Origin: {origin}"), origin.Length == 0 ? forbiddenOrFine : forbidden)
            ),
            .. sites.Select(site => (Raw("GET", "/api/sessions", own, $"Sec-Fetch-Site: {site}"), forbidden)),
            .. new[] { "", "x", studio.Token[..^1], studio.Token + "0", new string('0', studio.Token.Length) }.SelectMany(token =>
                methods.Select(method => (Raw(method, "/api/sessions", own, $"X-Lilt-Token: {token}"), forbiddenOrNoMethod))
            ),
            ("GET / HTTP/1.1\r\n\r\n", [400]),
            ("GET / HTTP/9.9\r\nHost: " + own + "\r\n\r\n", [400, 505]),
            ("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n", [400]),
            ("GET\r\n\r\n", [400]),
            (Raw("GET", "http://evil.example/", own), [400, 403, 200]),
            (Raw("CONNECT", "evil.example:443", own), [400, 403, 405]),
            (Raw("GET", "/", own, $"Host: {own}"), [400]),
            (Raw("GET", "/" + new string('a', 20_000), own), [414]),
            (Raw("GET", "/", own, "X-Long: " + new string('a', 100_000)), [431]),
        ];
        await Task.WhenAll(
            Enumerable
                .Range(0, rounds)
                .SelectMany(_ => all)
                .Select(async sent => Count(tally, await studio.RawAsync(tally, sent.Text), sent.Text.Split("\r\n")[0], sent.Expected))
        );
    }

    /// <summary>Paths that lead out of the page's files, a study's or the API, plain and encoded.</summary>
    /// <param name="studio">The studio.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="secret">A file's text that no answer may hold; the file stands beside the data folder.</param>
    /// <param name="name">That file's name.</param>
    public static async Task ClimbersAsync(CrowdedStudio studio, Tally tally, string secret, string name)
    {
        string[] ups =
        [
            "..",
            "%2e%2e",
            "%2E.",
            ".%2e",
            "%252e%252e",
            "..;",
            "....",
            "%c0%ae%c0%ae",
            "%uff0e%uff0e",
            "..%00",
            "..%5c..",
            "..\\..",
        ];
        string[] slashes = ["/", "%2f", "%5c", "\\", "//", "/./", "%252f"];
        string[] roots = ["/", "/assets/", "/studies/", "/studies/x/", "/api/", "/api/tunes/", "/api/models/", "/api/sessions/"];
        string[] targets = [name, "etc/passwd", "studio.sqlite", "data/studio.sqlite", "Lilt.Cli.dll", "proc/self/environ"];
        await Task.WhenAll(
            from root in roots
            from up in ups
            from slash in slashes
            from target in targets
            select Task.Run(async () =>
            {
                string path = root + string.Concat(Enumerable.Repeat(up + slash, 6)) + target;
                string answer = await studio.RawAsync(tally, Raw("GET", path, $"127.0.0.1:{studio.Port}"));
                Count(tally, answer, path);
                if (
                    answer.Contains(secret, StringComparison.Ordinal)
                    || answer.Contains("root:", StringComparison.Ordinal)
                    || answer.Contains("SQLite format", StringComparison.Ordinal)
                )
                {
                    tally.Faults.Enqueue($"{path}: it gives a file away");
                }
            })
        );
    }

    private static string Raw(string method, string where, string host, string? more = null) =>
        $"{method} {where} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{(more is null ? "" : more + "\r\n")}\r\n";

    private static void Count(Tally tally, string answer, string what, params int[] expected)
    {
        if (answer.Split(' ') is not [_, { Length: 3 } code, ..] || !int.TryParse(code, CultureInfo.InvariantCulture, out int status))
        {
            tally.Add("hung up");
            return;
        }

        string shown = what[..Math.Min(what.Length, 100)];
        if (expected.Length == 0)
        {
            tally.Add(status, shown);
        }
        else
        {
            tally.Expect(status, shown, expected);
        }
    }

    private static IEnumerable<(string Type, byte[] Body)> Bodies(string model)
    {
        static (string, byte[]) Json(string text) => ("application/json", Encoding.UTF8.GetBytes(text));
        yield return Json("");
        yield return Json("{");
        yield return Json("null");
        yield return Json("[[[[[[]]]]]]");
        yield return Json(new string('[', 100_000));
        yield return Json("{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}");
        yield return Json("{\"name\":\"" + new string('x', 2 * Mebibyte) + "\"}");
        yield return Json("{\"name\":" + new string('9', 100_000) + "}");
        yield return Json("{\"name\":\"\\ud800\"}");
        yield return ("application/json", [0x7b, 0xff, 0xfe, 0x00, 0x7d]);
        yield return Json($$"""{"model":"{{model}}","text":"X:1\nK:C\n{{string.Concat(Enumerable.Repeat("[CEG]", 3900))}}"}""");
        yield return Json($$"""{"model":"{{model}}","text":"X:1\nK:C\n{{new string('(', 19_000)}}"}""");
        yield return Json($$"""{"model":"{{model}}","text":"X:1\nK:C\nC9999999999/2147483648 D{{new string('\'', 10_000)}} |"}""");
        yield return Json($$"""{"model":"{{model}}","text":"X:1\nm:a=aaaa\nm:b=aaaabbbb\nK:C\nb|"}""");
        yield return Json($$"""{"model":"{{model}}","seed":-1,"tunes":1000000,"limit":-5,"temperature":1e400}""");
        yield return Json(
            $$$"""{"model":"{{{model}}}","tunes":1,"limit":8,"plan":{"operations":[{{{string.Join(',', Enumerable.Repeat(Cut, 4000))}}}]}}"""
        );
        yield return Json($$$"""{"model":"{{{model}}}","plan":{"operations":[{"op":"patch","recording":"../../etc/passwd","layer":1}]}}""");
        yield return Json("""{"format":"lilt session 1","name":"x","created":"never","tunes":[{}]}""");
        yield return ("text/plain", Encoding.UTF8.GetBytes("X:1\nK:C\nC"));
        yield return (
            "multipart/form-data; boundary=b",
            Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nx\r\n--b--")
        );
        yield return ("multipart/form-data; boundary=" + new string('b', 300), new byte[70_000]);
        yield return ("application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a=b&", 50_000))));
        yield return ("application/octet-stream", Encoding.UTF8.GetBytes(Bomb()));
        yield return (
            "application/octet-stream",
            Encoding.UTF8.GetBytes("<score-partwise>" + string.Concat(Enumerable.Repeat("<part>", 50_000)))
        );
        yield return ("application/octet-stream", Packed("META-INF/container.xml", new byte[200 * Mebibyte]));
        yield return ("application/octet-stream", Packed("../../../score.xml", Encoding.UTF8.GetBytes("<score-partwise/>")));
        yield return ("application/octet-stream", new byte[4 * Mebibyte]);
    }

    // Entities of entities: a reader that follows them needs gigabytes.
    private static string Bomb()
    {
        StringBuilder text = new("<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY a0 \"lol\">");
        for (int n = 1; n < 12; n++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<!ENTITY a{n} \"{string.Concat(Enumerable.Repeat($"&a{n - 1};", 10))}\">");
        }

        return text.Append("]><score-partwise>&a11;</score-partwise>").ToString();
    }

    private static byte[] Packed(string name, byte[] content)
    {
        using MemoryStream bytes = new();
        using (ZipArchive archive = new(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(content);
        }

        return bytes.ToArray();
    }
}
