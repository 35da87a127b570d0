using Lilt.Operations;
using Xunit;

namespace Lilt.Tests.Operations;

public sealed class OperationSentenceTests
{
    [Theory]
    [InlineData("""{"op":"excise","layer":1,"units":[3]}""", "unit 3 of layer 1 is cut out: h is 0")]
    [InlineData(
        """{"op":"excise","layer":2,"units":[3,5,9],"fill":"mean","recording":"a.npz"}""",
        "units 3, 5 and 9 of layer 2 are cut out: h is its mean in the recording a.npz"
    )]
    [InlineData("""{"op":"excise","layer":1,"units":[0,1,2,3,4,5,6,7,8]}""", "9 units of layer 1 are cut out: h is 0")]
    [InlineData(
        """{"op":"excise","layer":1,"units":[3],"notReading":["|","|:"]}""",
        "unit 3 of layer 1 is cut out: h is 0, at steps that do not read one of | and |:"
    )]
    [InlineData(
        """{"op":"clamp","site":"L1.c","units":"all","value":-0.5,"steps":[3,9]}""",
        "all units of L1.c are set to −0.5, from step 3 to 9"
    )]
    [InlineData(
        """{"op":"scale","site":"L2.h","units":[1],"value":2,"steps":[4,null]}""",
        "unit 1 of L2.h is multiplied by 2, from step 4 on"
    )]
    [InlineData(
        """{"op":"stimulate","weights":[0.7,0.3],"seed":1}""",
        "the network reads 0.7 of its token and 0.3 of a random pitch (seed 1)"
    )]
    [InlineData("""{"op":"stimulate","weights":[0.5,0.5],"other":"C","seed":0}""", "the network reads 0.5 of its token and 0.5 of C")]
    [InlineData("""{"op":"forbid","tokens":["C","D"]}""", "C and D are never drawn")]
    [InlineData("""{"op":"bias","tokens":{"C":1.5,"D":-2}}""", "the logits change: C +1.5 and D −2")]
    [InlineData(
        """{"op":"patch","site":"L1.h","units":[2],"recording":"a.npz","at":7}""",
        "unit 2 of L1.h takes its values from the recording a.npz, from step 7 on"
    )]
    [InlineData(
        """{"op":"excise","layer":1,"units":[0,1,2,3,4,5,6,7]}""",
        "units 0, 1, 2, 3, 4, 5, 6 and 7 of layer 1 are cut out: h is 0"
    )]
    [InlineData("""{"op":"excise","layer":1,"units":[3],"reading":["|"]}""", "unit 3 of layer 1 is cut out: h is 0, at steps that read |")]
    [InlineData(
        """{"op":"excise","layer":1,"units":[3],"fill":"resample","recording":"a.npz","seed":7}""",
        "unit 3 of layer 1 is cut out: h is that of a random step of the recording a.npz (seed 7)"
    )]
    [InlineData(
        """{"op":"excise","layer":1,"units":[3],"fill":"freeze","recording":"a.npz","at":4}""",
        "unit 3 of layer 1 is cut out: h is that of step 4 of the recording a.npz"
    )]
    [InlineData("""{"op":"add","site":"logits","units":["C"],"value":1,"steps":[4,4]}""", "C of logits is moved by 1, at step 4")]
    [InlineData("""{"op":"add","site":"L1.h","units":[1],"value":[1,2,3]}""", "unit 1 of L1.h is moved by 3 numbers, one a step")]
    [InlineData(
        """{"op":"stimulate","weights":[0.5,0.5],"other":["C","D"],"inTurn":true}""",
        "the network reads 0.5 of its token and 0.5 of C and D in turn"
    )]
    [InlineData(
        """{"op":"stimulate","weights":[0.5,0.5],"other":["C","D"],"seed":3}""",
        "the network reads 0.5 of its token and 0.5 of one of C and D (seed 3)"
    )]
    [InlineData("""{"op":"forbid","tokens":["C"]}""", "C is never drawn")]
    [InlineData("""{"op":"forbid","tokens":["A","B","C","D","E","F","G","a"]}""", "A, B, C, D, E, F, G and a are never drawn")]
    [InlineData(
        """{"op":"forbid","tokens":["A","B","C","D","E","F","G","a","b","c"]}""",
        "A, B, C, D, E, F, G, a and 2 more are never drawn"
    )]
    [InlineData("""{"op":"bias","tokens":{"C":"-inf","D":0}}""", "the logits change: C is never drawn and D +0")]
    [InlineData(
        """{"op":"patch","site":"L1.h","units":[2,3],"recording":"a.npz"}""",
        "units 2 and 3 of L1.h take their values from the recording a.npz"
    )]
    public void Of_AnyOperation_SaysWhatItDoes(string json, string expected) =>
        Assert.Equal(expected, OperationSentence.Of(OperationPlan.Parse($$"""{"operations":[{{json}}]}""").Operations[0]));
}
