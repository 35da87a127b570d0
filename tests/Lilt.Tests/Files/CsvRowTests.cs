using System.Text;
using Lilt.Files;
using Xunit;

namespace Lilt.Tests.Files;

public sealed class CsvRowTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\nb", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"")]
    [InlineData("(3", "(3")]
    public void Append_ACell_IsQuotedWhereItMustBe(string cell, string expected)
    {
        StringBuilder text = new("head\n");

        CsvRow.Append(text, ["1", cell, "2"]);

        Assert.Equal($"head\n1,{expected},2\n", text.ToString());
    }

    [Fact]
    public void Write_Rows_AreThoseAppended()
    {
        using StringWriter text = new();

        CsvRow.Write(text, "a", "b,c");
        CsvRow.Write(text, ["1", "2"]);

        Assert.Equal("a,\"b,c\"\n1,2\n", text.ToString());
    }
}
