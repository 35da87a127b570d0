using System.ComponentModel;
using System.Diagnostics;
using Lilt.Tests;
using Xunit;

namespace Lilt.Cli.Tests.Documents;

/// <summary>The documents are wrapped as the script in docs/ wraps them.</summary>
public sealed class WrappingTests
{
    [Fact]
    public async Task Wrap_Check_FindsNothing()
    {
        (int code, string output, string error) = await BuiltProgram.EndAsync(
            Node(Path.Combine(Checkout.Folder, "docs", "wrap.mjs"), "--check")
        );

        Assert.Equal((0, "", ""), (code, output, error));
    }

    private static Process Node(params string[] arguments)
    {
        try
        {
            return BuiltProgram.Start("node", arguments);
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node.js is missing.");
            throw;
        }
    }
}
