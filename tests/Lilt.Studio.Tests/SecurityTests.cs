using System.Net;
using System.Net.Sockets;
using System.Text;
using Lilt.Studio.Serving;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>Who is let in.</summary>
public sealed class SecurityTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:1")]
    [InlineData("localhost.evil.example:{port}")]
    [InlineData("127.0.0.1.nip.io:{port}")]
    [InlineData("[::2]:{port}")]
    [InlineData("0.0.0.0:{port}")]
    public async Task AnyAddress_HostileHost_IsRefused(string host)
    {
        foreach (string path in (string[])["/", "/api/models", "/api/openapi.json"])
        {
            string answer = await RawAsync(
                $"GET {path} HTTP/1.1\r\nHost: {host.Replace("{port}", $"{studio.Address.Port}", StringComparison.Ordinal)}\r\nConnection: close\r\n\r\n"
            );

            Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(studio.Token, answer, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task FirstPage_OwnHost_HoldsTheTokenAndTheHeaders(string host)
    {
        string answer = await RawAsync($"GET / HTTP/1.1\r\nHost: {host}:{studio.Address.Port}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains(studio.Token, answer, StringComparison.Ordinal);
        string policy = answer.Split("\r\n").Single(line => line.StartsWith("Content-Security-Policy:", StringComparison.Ordinal));
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", answer, StringComparison.Ordinal);
        Assert.Contains("X-Frame-Options: DENY", answer, StringComparison.Ordinal);
        Assert.Contains("Cache-Control: no-store", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyAddress_NoHost_IsABadRequest() =>
        Assert.StartsWith("HTTP/1.1 400", await RawAsync("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://127.0.0.1")]
    [InlineData("https://127.0.0.1:{port}")]
    [InlineData("http://localhost:{port}")]
    public async Task AnyAddress_HostileOrigin_IsRefused(string origin)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/sessions");
        request.Headers.Add("Origin", origin.Replace("{port}", $"{studio.Address.Port}", StringComparison.Ordinal));
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", "/api/models", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "/api/models", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", "/api/models", HttpStatusCode.OK)]
    [InlineData("none", "/api/models", HttpStatusCode.OK)]
    [InlineData("cross-site", "/", HttpStatusCode.OK)]
    public async Task AnyAddress_FetchedFromASite_OnlyItsOwn(string site, string path, HttpStatusCode expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Site", site);
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/api/sessions")]
    [InlineData("POST", "/api/check")]
    [InlineData("PATCH", "/api/tunes/x")]
    [InlineData("DELETE", "/api/sessions/x")]
    [InlineData("DELETE", "/api/jobs/x")]
    [InlineData("PUT", "/api/nothing")]
    public async Task Change_WithoutTheToken_IsRefused(string method, string path)
    {
        foreach (string? token in (string?[])[null, "", "0", studio.Token[..^1], studio.Token + "0", studio.Token.ToUpperInvariant()])
        {
            using HttpClient stranger = new() { BaseAddress = studio.Address };
            using HttpRequestMessage request = new(new HttpMethod(method), path)
            {
                Content = new StringContent("{}", Encoding.UTF8, "application/json"),
            };
            if (token is not null)
            {
                request.Headers.TryAddWithoutValidation("X-Lilt-Token", token);
            }

            using HttpResponseMessage answer = await stranger.SendAsync(request, TestContext.Current.CancellationToken);
            string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("reload the page", body, StringComparison.Ordinal);
            Assert.DoesNotContain(studio.Token, body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    [InlineData("/assets/../../secret.txt")]
    [InlineData("/assets/..%5c..%5csecret.txt")]
    [InlineData("/nothing")]
    [InlineData("/api/nothing")]
    [InlineData("/api/models/..%2fsecret")]
    [InlineData("/api/models/%2fetc%2fpasswd")]
    [InlineData("/api/tunes/..%2f..%2fsecret/export?format=npz")]
    public async Task Address_ThatIsNone_IsNotFound(string path)
    {
        string answer = await RawAsync($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{studio.Address.Port}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 404", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\r\n\r\nsecret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asset_HashedName_IsKeptForGood()
    {
        using HttpResponseMessage answer = await studio.Client.GetAsync("/assets/main-1234.js", TestContext.Current.CancellationToken);

        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Listening_IsOnLoopbackAlone()
    {
        foreach (IPAddress address in Dns.GetHostAddresses(Dns.GetHostName()).Where(address => !IPAddress.IsLoopback(address)))
        {
            using Socket socket = new(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            Assert.ThrowsAny<SocketException>(() => socket.Connect(address, studio.Address.Port));
        }
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
