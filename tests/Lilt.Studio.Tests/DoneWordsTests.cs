using System.Text.Json.Nodes;
using Lilt.Operations;
using Lilt.Studio.Rewriting;
using Lilt.Studio.Tunes;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class DoneWordsTests
{
    [Theory]
    [InlineData("""{"op":"excise","layer":1,"units":"all"}""", "layer 1 cut")]
    [InlineData("""{"op":"excise","layer":2,"units":[133]}""", "unit L2.133 cut")]
    [InlineData("""{"op":"excise","layer":1,"units":[0,3]}""", "layer 1, units 0 and 3 cut")]
    [InlineData("""{"op":"excise","layer":1,"units":[0,1,2,3],"reading":["|"]}""", "layer 1, 4 units cut reading |")]
    [InlineData("""{"op":"excise","layer":1,"units":[1],"fill":"mean","recording":"a"}""", "unit L1.1 held at the mean")]
    [InlineData("""{"op":"clamp","site":"L2.h","units":[133],"value":0.5}""", "unit L2.133 clamped to 0.5")]
    [InlineData("""{"op":"scale","site":"L1.c","units":[4],"value":-2}""", "unit 4 of L1.c times −2")]
    [InlineData("""{"op":"add","site":"L1.h","units":"all","value":1,"steps":[3,9]}""", "all of L1.h moved by 1 at steps 3–9")]
    [InlineData("""{"op":"stimulate"}""", "stimulated with 0.3 of a random pitch")]
    [InlineData("""{"op":"forbid","tokens":["|",":|"],"steps":[3,null]}""", "| and :| forbidden from step 3 on")]
    [InlineData("""{"op":"bias","tokens":{"|":2}}""", "| favoured by 2")]
    [InlineData("""{"op":"patch","site":["L1.c","L1.h"],"units":"all","recording":"a","steps":[7,7]}""", "L1.c L1.h patched at step 7")]
    public void Of_AnOperation_IsAHeading(string operation, string expected) =>
        Assert.Equal(expected, DoneWords.Of(JsonNode.Parse($$"""{"operations":[{{operation}}]}"""), null, null));

    [Theory]
    [InlineData("""["L1.c","L1.h"]""", 3, "clock of layer 1 pushed 3 eighths on at step 40")]
    [InlineData("""["L1.c","L1.h","L2.c","L2.h"]""", -1, "clock of layers 1 and 2 pushed 1 eighth back at step 40")]
    [InlineData("""["L1.c","L1.h"]""", 0, "clock of layer 1 pushed by nothing, a sham, at step 40")]
    public void Of_APush_SaysHowFarTheClockWent(string sites, int by, string expected)
    {
        JsonNode plan = JsonNode.Parse(
            $$"""{"operations":[{"op":"patch","site":{{sites}},"units":"all","recording":"a.npz","steps":[40,40],"at":12,"edge":"recurrent"}]}"""
        )!;

        Assert.Equal(expected, DoneWords.Of(plan, by, null));
    }

    [Fact]
    public void Of_ManyOperations_NamesTheFirstAndCountsTheRest()
    {
        string cut = """{"op":"excise","layer":1,"units":[1]}""";
        JsonNode plan = JsonNode.Parse($$"""{"operations":[{{cut}},{{cut}},{{cut}},{{cut}}]}""")!;

        Assert.Equal("unit L1.1 cut; unit L1.1 cut; 2 more operations", DoneWords.Of(plan, null, null));
    }

    [Theory]
    [InlineData(RewriteKind.Bars, 5, 8, "bars 5–8 written again")]
    [InlineData(RewriteKind.Bars, 5, 5, "bar 5 written again")]
    [InlineData(RewriteKind.Continue, 5, 8, "written on from bar 5")]
    public void Of_ARewriting_SaysWhichBars(RewriteKind kind, int from, int to, string expected) =>
        Assert.Equal(expected, DoneWords.Of(new RewriteRequest(kind, from, to)));

    [Fact]
    public void Of_Nothing_IsNull() => Assert.Null(DoneWords.Of(null, null, null));

    [Fact]
    public void Named_LongOrNamedSoAlready_StaysWithinTheBoundAndSaysItOnce()
    {
        Assert.Equal("a tune, layer 1 cut", DoneWords.Named(DoneWords.Named("a tune", "layer 1 cut", 200), "layer 1 cut", 200));
        Assert.Equal(50, DoneWords.Named(new string('x', 80), "layer 1 cut", 50).Length);
    }
}
