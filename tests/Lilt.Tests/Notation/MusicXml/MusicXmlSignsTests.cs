using System.Xml;
using System.Xml.Linq;
using Lilt.Notation;
using Lilt.Notation.MusicXml;
using Xunit;

namespace Lilt.Tests.Notation.MusicXml;

/// <summary>Signs that programs reckon by, and that ABC leaves to its reader.</summary>
public sealed class MusicXmlSignsTests
{
    [Theory]
    [InlineData("(3zAB (3GzB (3ABz", "start . stop start . stop start . stop")]
    [InlineData("A2/3B2/3c2/3 d2/3e2/3f2/3", "start . stop start . stop")]
    [InlineData("(3[GB]AB {g}(3G>AB A2", "start . . stop start . stop .")]
    [InlineData("(3c5d5e5", "start . . . . stop")]
    [InlineData("(5ABcde & (3CDE", "start . . . stop start . stop")]
    public void Write_Tuplets_AreMarkedWhereTheyStartAndEnd(string music, string expected) => Assert.Equal(expected, Marks(music));

    /// <summary>A tuplet over the bar: MusicXML's are of one measure.</summary>
    [Fact]
    public void Write_TupletOverTheBar_IsOneOnEitherSide() => Assert.Equal("start . stop start stop", Marks("(5ABc | de"));

    /// <summary>A section that ABC's reader repeats without a sign has one in the score; the tune's start needs none.</summary>
    [Theory]
    [InlineData("GA Bc :| de | f4 :|", new[] { 2 })]
    [InlineData("|: GA :| e2 |[1 c2 :|[2 d2 |]", new[] { 1, 2 })]
    [InlineData("|: GA :| Bc || de | f2 :|", new[] { 1, 3 })]
    [InlineData("GA :|", new int[0])]
    public void Write_SectionThatIsRepeated_IsSignedAtItsStart(string music, int[] expected)
    {
        XElement[] measures = [.. Written(music).Descendants("measure")];

        Assert.Equal(
            expected,
            measures
                .Where(of => of.Elements("barline").Elements("repeat").Any(repeat => (string?)repeat.Attribute("direction") == "forward"))
                .Select(of => Array.IndexOf(measures, of) + 1)
        );
    }

    /// <summary>Beams by the beat; a pickup's beats are the measure's last.</summary>
    [Theory]
    [InlineData("6/8", "GAB cde | f3 g2a", "begin continue end begin continue end . . .")]
    [InlineData("2/4", "GA Bc | d>e f2", "begin end begin end begin end/backward . ")]
    [InlineData("4/4", "GA | BcdefgA2", "begin end begin continue continue end begin end .")]
    [InlineData("4/4", "zG AB & [CE]D | c/d/c GA", ". begin continue end begin end begin/begin continue/end continue continue end")]
    [InlineData("4/4", "(3zAB (3GzB (3ABc de", ". begin end . . . begin continue end begin end")]
    [InlineData("3/4", "G/A B/ c2 c2", "begin/forward continue end/backward . .")]
    public void Write_Beams_AreByTheBeat(string meter, string music, string expected) =>
        Assert.Equal(
            expected.TrimEnd(),
            string.Join(
                ' ',
                Written(music, meter)
                    .Descendants("note")
                    .Where(note => note.Element("chord") is null)
                    .Select(note =>
                        string.Join('/', note.Elements("beam").Select(of => of.Value.Split(' ')[0])) is { Length: > 0 } beams ? beams : "."
                    )
            )
        );

    private static string Marks(string music) =>
        string.Join(
            ' ',
            Written(music)
                .Descendants("note")
                .Where(note => note.Element("grace") is null)
                .Select(note =>
                    string.Join('+', note.Descendants("tuplet").Select(of => (string)of.Attribute("type")!)) is { Length: > 0 } marks
                        ? marks
                        : "."
                )
        );

    private static XDocument Written(string music, string meter = "none")
    {
        using MemoryStream stream = new();
        MusicXmlWriter.Write(TuneReader.Read($"X:1\nM:{meter}\nL:1/8\nK:C\n{music}\n").Tunes[0], stream);
        stream.Position = 0;
        using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader);
    }
}
