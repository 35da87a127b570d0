using System.Net;
using Xunit;

namespace Lilt.Studio.Tests;

/// <summary>How the page's files are sent.</summary>
public sealed class PageFilesTests(RunningStudio studio) : IClassFixture<RunningStudio>
{
    private const string Script = "/assets/main-1234.js";

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br", "by brotli")]
    [InlineData("gzip, deflate", "gzip", "by gzip")]
    [InlineData("br;q=0, gzip;q=0.5", "gzip", "by gzip")]
    [InlineData("identity", null, "export {};")]
    [InlineData(null, null, "export {};")]
    public async Task Asset_CompressedBeside_IsSentAsTheBrowserTakesIt(string? takes, string? encoding, string body)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, Script);
        if (takes is not null)
        {
            request.Headers.Add("Accept-Encoding", takes);
        }

        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
        Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Equal(body, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(".br")]
    [InlineData(".gz")]
    public async Task CompressedForm_ByItsOwnName_HasNoAddress(string ending)
    {
        using HttpResponseMessage answer = await studio.Client.GetAsync(
            new Uri(Script + ending, UriKind.Relative),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task FirstPage_WithTheToken_IsNeverCompressed()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Encoding", "gzip, br");
        using HttpResponseMessage answer = await studio.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }
}
