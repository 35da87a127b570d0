using System.Text;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Tests.WeightFiles;

public sealed class VocabularyFileTests
{
    [Theory]
    [InlineData("""["<s>","A","</s>","A"]""", "'A' stands at 1 and at 3.")]
    [InlineData("""["<s>","x (Parameter y)","</s>","x (Parameter y)"]""", "'x (Parameter y)' stands at 1 and at 3.")]
    [InlineData("""["<s>","A"]""", "The vocabulary lacks '</s>'.")]
    public void Parse_NoVocabulary_SaysAllOfWhatIsWrong(string json, string expected)
    {
        WeightFormatException error = Assert.Throws<WeightFormatException>(() =>
            VocabularyFile.Parse("vocabulary.json", Encoding.UTF8.GetBytes(json))
        );

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ListOfTexts_IsTheVocabularyInItsOrder() =>
        Assert.Equal(["<s>", "A", "</s>"], VocabularyFile.Parse("vocabulary.json", """["<s>","A","</s>"]"""u8).Texts);
}
