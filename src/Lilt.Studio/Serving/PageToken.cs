using System.Security.Cryptography;
using System.Text;

namespace Lilt.Studio.Serving;

/// <summary>The word that the page knows and other sites' pages do not: drawn anew at each start.</summary>
internal sealed class PageToken
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "X-Lilt-Token";

    private readonly byte[] bytes;

    public PageToken()
    {
        Text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        bytes = Encoding.ASCII.GetBytes(Text);
    }

    /// <summary>256 bits in hexadecimal.</summary>
    public string Text { get; }

    /// <summary>Whether a request carries it; takes as long for every wrong one.</summary>
    public bool IsOn(HttpRequest request) =>
        request.Headers[Header] is [{ } given] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), bytes);
}
