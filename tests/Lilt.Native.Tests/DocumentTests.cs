using Lilt.Cli.Tests.Documents;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>What the documents say to type in Python runs as it stands, by the package.</summary>
public sealed class DocumentTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    [Fact]
    public void Python_OfEveryDocument_RunsByThePackage()
    {
        CodeBlock[] blocks =
        [
            .. from name in Document.Names
            from block in new Document(name).Blocks
            where block.Language == "python" && block.Lines.Contains("import lilt")
            select block,
        ];
        Assert.True(blocks.Length >= 3, "the documents have lost their Python");
        _ = PythonPackage.Wheel;
        Assert.All(
            blocks.Index(),
            block =>
            {
                string script = package.In($"block-{block.Index}.py");
                File.WriteAllText(script, block.Item.Text);
                Assert.NotEqual(string.Empty, package.Run(script, []));
            }
        );
    }
}
