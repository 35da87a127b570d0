using Lilt.Network;
using Lilt.Operations;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Operations;

public sealed class OperationPlanTests
{
    private const string Everything = """
        {"operations":[
          {"op":"excise","layer":1,"units":[3,5],"reading":["t2","t3"],"notReading":"t4"},
          {"op":"excise","layer":2,"units":"all","fill":"mean","recording":"a.npz"},
          {"op":"excise","layer":2,"units":[0],"fill":"resample","recording":"a.npz","seed":7},
          {"op":"excise","layer":2,"units":[0],"fill":"freeze","recording":"a.npz","at":4},
          {"op":"clamp","site":"L1.f","units":[0],"value":0,"steps":[2,9]},
          {"op":"add","site":"L2.c","units":[1,2],"value":[0.5,-0.25],"steps":[3,null]},
          {"op":"scale","site":"posterior","units":["t2","t3"],"value":2},
          {"op":"stimulate","weights":[0.6,0.4],"other":["t4","t5"],"inTurn":true,"steps":[1,2]},
          {"op":"stimulate","other":"t4","seed":9},
          {"op":"bias","tokens":{"t2":1.5,"t3":"-inf"}},
          {"op":"forbid","tokens":["t6"],"steps":[0,3]},
          {"op":"patch","site":"L1.c","units":"all","recording":"a.npz","steps":[4,6],"at":2}
        ]}
        """;

    private static readonly Model Model = RandomModels.Create(new NetworkShape(2, 8, 9));

    [Fact]
    public void ToJson_EveryOperation_IsReadBackAsTheSamePlan()
    {
        OperationPlan plan = OperationPlan.Parse(Everything);
        OperationPlan again = OperationPlan.Parse(plan.ToJson());

        Assert.Equal(12, plan.Operations.Count);
        Assert.Equal(["t4"], Assert.IsType<Excise>(plan.Operations[0]).NotReading!);
        Assert.Equal(plan.ToJson(), again.ToJson());
        Assert.Equal(plan.Hash, again.Hash);
        Assert.Equal(StepRange.AllSteps, Assert.IsType<Adjust>(plan.Operations[6]).Steps);
        Assert.Equal(double.NegativeInfinity, Assert.IsType<Bias>(plan.Operations[9]).Tokens["t3"]);
        Assert.Equal(new StepRange(4, 6), Assert.IsType<Patch>(plan.Operations[11]).Steps);
    }

    [Theory]
    [InlineData("""{"op":"excise","layer":1,"units":[3,5],"reading":["t2","t3"],"notReading":["t4"]}""")]
    [InlineData("""{"op":"excise","layer":2,"units":"all","fill":"mean","recording":"a.npz"}""")]
    [InlineData("""{"op":"excise","layer":2,"units":[0],"fill":"resample","recording":"a.npz","seed":7}""")]
    [InlineData("""{"op":"excise","layer":2,"units":[0],"fill":"freeze","recording":"a.npz","at":4}""")]
    [InlineData("""{"op":"clamp","site":"L1.f","units":[0],"value":0.5,"steps":[2,9]}""")]
    [InlineData("""{"op":"add","site":"L2.c","units":[1,2],"value":[0.5,-0.25],"steps":[3,null]}""")]
    [InlineData("""{"op":"scale","site":"posterior","units":["t2","t3"],"value":2}""")]
    [InlineData("""{"op":"stimulate","weights":[0.6,0.4],"other":["t4","t5"],"inTurn":true,"seed":0,"steps":[1,2]}""")]
    [InlineData("""{"op":"stimulate","weights":[0.7,0.3],"seed":9}""")]
    [InlineData("""{"op":"bias","tokens":{"t2":1.5,"t3":"-inf"}}""")]
    [InlineData("""{"op":"forbid","tokens":["t6"],"steps":[0,3]}""")]
    [InlineData("""{"op":"patch","site":"L1.c","units":"all","recording":"a.npz","steps":[4,6],"at":2}""")]
    public void ToJson_OfTheOneText_IsThatText(string operation)
    {
        string json = $$"""{"operations":[{{operation}}]}""";

        Assert.Equal(json, OperationPlan.Parse(json).ToJson());
    }

    [Fact]
    public void Hash_OtherUnit_IsAnother() =>
        Assert.NotEqual(
            OperationPlan.Parse("""{"operations":[{"op":"excise","layer":1,"units":[3]}]}""").Hash,
            OperationPlan.Parse("""{"operations":[{"op":"excise","layer":1,"units":[4]}]}""").Hash
        );

    [Theory]
    [InlineData("", "no JSON")]
    [InlineData("[]", "no JSON object")]
    [InlineData("{}", "lacks 'operations'")]
    [InlineData("""{"operations":[],"more":1}""", "'more'")]
    [InlineData("""{"operations":[{"op":"sing"}]}""", "operation 1 of the plan 'op' is 'sing'")]
    [InlineData("""{"operations":[{"op":"excise","layer":1}]}""", "lacks 'units'")]
    [InlineData("""{"operations":[{"op":"excise","layer":1,"units":[1],"unit":2}]}""", "'unit', which means nothing there")]
    [InlineData("""{"operations":[{"op":"excise","layer":1.5,"units":[1]}]}""", "no whole number")]
    [InlineData("""{"operations":[{"op":"excise","layer":1,"units":[1],"fill":"noise"}]}""", "zero, mean, resample, freeze")]
    [InlineData("""{"operations":[{"op":"excise","layer":1,"units":[1],"fill":"mean"}]}""", "lacks 'recording'")]
    [InlineData("""{"operations":[{"op":"clamp","site":"L1.q","units":"all","value":1}]}""", "L1.q")]
    [InlineData("""{"operations":[{"op":"clamp","site":"L1.h","units":"all","value":"high"}]}""", "no number")]
    [InlineData("""{"operations":[{"op":"clamp","site":"L1.h","units":"all","value":1e39}]}""", "no number that a network can hold")]
    [InlineData("""{"operations":[{"op":"forbid","tokens":["a"],"steps":[1]}]}""", "list of two")]
    [InlineData("""{"operations":[{"op":"forbid","op":"bias"}]}""", "twice")]
    [InlineData("""{"operations":{}}""", "'operations' is no list")]
    [InlineData("""{"operations":[{"op":7}]}""", "'op' holds 7, which is no text")]
    [InlineData(
        """{"operations":[{"op":"excise","layer":1,"units":"some"}]}""",
        "'units' is \"all\", a list of numbers, or of tokens' texts"
    )]
    [InlineData("""{"operations":[{"op":"stimulate","weights":[1]}]}""", "'weights' is two numbers")]
    [InlineData("""{"operations":[{"op":"stimulate","inTurn":"yes"}]}""", "'inTurn' is neither true nor false")]
    [InlineData("""{"operations":[{"op":"stimulate","seed":-1}]}""", "'seed' is no seed")]
    [InlineData("""{"operations":[{"op":"bias","tokens":[1]}]}""", "'tokens' is no object of numbers by token")]
    [InlineData("""{"operations":[{"op":"bias","tokens":{"C":1,"C":2}}]}""", "'tokens' has 'C' twice")]
    [InlineData("""{"operations":[{"op":"\ud800"}]}""", "'op' holds \"\\ud800\", in which a \\u escape stands for half a character")]
    [InlineData("""{"operations":[{"op":"forbid","tokens":["a","\udc00"]}]}""", "'tokens' holds \"\\udc00\", in which")]
    [InlineData("""{"operations":[{"op":"excise","layer":1,"units":"\ud800"}]}""", "'units' is \"all\", a list of numbers")]
    [InlineData("""{"operations":[{"op":"excise","layer":1,"units":["\ud800"]}]}""", "'units' holds")]
    [InlineData("""{"operations":[{"op":"bias","tokens":{"\ud800":1}}]}""", "has a member in whose name a \\u escape")]
    [InlineData("""{"operations":[{"op":"bias","tokens":{"C":"\ud800"}}]}""", "'tokens' holds \"\\ud800\", which is no number")]
    [InlineData("""{"operations":[],"\ud800":1}""", "the plan has a member in whose name")]
    [InlineData("{\"operations\":[{\"op\":\"\ud800\"}]}", "no JSON")]
    public void Parse_WhatIsNoPlan_SaysWhereAndWhat(string json, string expected)
    {
        PlanFormatException error = Assert.Throws<PlanFormatException>(() => OperationPlan.Parse(json));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("""{"op":"excise","layer":3,"units":[1]}""", "layers 1 to 2")]
    [InlineData("""{"op":"excise","layer":0,"units":[1]}""", "layers 1 to 2")]
    [InlineData("""{"op":"excise","layer":1,"units":[8]}""", "unit 8 of L1.h, which has units 0 to 7")]
    [InlineData("""{"op":"excise","layer":1,"units":[]}""", "no unit")]
    [InlineData("""{"op":"clamp","site":"L1.h","units":["t2"],"value":0}""", "give their numbers")]
    [InlineData("""{"op":"clamp","site":"logits","units":["X"],"value":0}""", "'X', which is no token")]
    [InlineData("""{"op":"clamp","site":"L1.h","units":[0],"value":[]}""", "has no value")]
    [InlineData("""{"op":"forbid","tokens":["<s>","</s>","t2","t3","t4","t5","t6","t7","t8"]}""", "forbids every token")]
    [InlineData("""{"op":"forbid","tokens":["t2"],"steps":[4,2]}""", "the last is not before the first")]
    [InlineData("""{"op":"stimulate"}""", "no pitch tokens")]
    [InlineData("""{"op":"patch","site":"L1.h","units":"all","recording":"x.npz"}""", "there are none here")]
    public void Compile_WhatTheModelHasNot_NamesTheOperation(string operation, string expected)
    {
        OperationPlan plan = OperationPlan.Parse($"{{\"operations\":[{operation}]}}");

        PlanFormatException error = Assert.Throws<PlanFormatException>(() => plan.Compile(Model));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("operation 1 of the plan", error.Message, StringComparison.Ordinal);
    }
}
