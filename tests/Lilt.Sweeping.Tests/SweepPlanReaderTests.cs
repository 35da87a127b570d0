using Lilt.Sweeping.Plans;
using Xunit;

namespace Lilt.Sweeping.Tests;

public sealed class SweepPlanReaderTests : IDisposable
{
    private readonly SweepPlace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("""{"task":"sing"}""", "'task' is 'sing': it is one of generate, assess, control, study.")]
    [InlineData("""{"task":"generate","seeds":{"from":1},"models":["model.safetensors"]}""", "'seeds' lacks 'count'.")]
    [InlineData("""{"task":"generate","seeds":{"from":1,"count":3}}""", "lacks 'models'.")]
    [InlineData("""{"task":"generate","seeds":{"from":1,"count":3},"models":["nobody"]}""", "network 1: 'nobody' is no file")]
    [InlineData("""{"task":"generate","seeds":{"from":1,"count":3},"models":[{"plant":"oak"}]}""", "'plant' is 'oak'")]
    [InlineData("""{"task":"generate","seeds":{"from":1,"count":3},"models":[{"plant":"relay","layer":3}]}""", "'layer' is 3")]
    [InlineData("""{"task":"generate","seeds":{"from":1,"count":3},"models":["model.safetensors"],"heders":[""]}""", "has 'heders'")]
    [InlineData("""{"task":"generate","seeds":{"from":4294967290,"count":9},"models":["model.safetensors"]}""", "would be over 4294967295")]
    [InlineData(
        """{"task":"generate","seeds":{"from":1,"count":1000000000},"models":["model.safetensors"],"plans":[{"cut":"each unit"}]}""",
        "the grid has 48,000,000,000 points"
    )]
    [InlineData(
        """{"task":"generate","seeds":{"from":1,"count":3},"models":["model.safetensors"],"temperatures":[0]}""",
        "a temperature is a number over 0"
    )]
    [InlineData(
        """{"task":"generate","seeds":{"from":1,"count":3},"models":["model.safetensors"],"temperatures":[1,1]}""",
        "'temperatures' holds one twice"
    )]
    [InlineData(
        """{"task":"generate","seeds":{"from":1,"count":3},"models":["model.safetensors"],"rng":"stream"}""",
        "cannot be made in parts"
    )]
    [InlineData(
        """{"task":"generate","seeds":{"from":1,"count":3},"models":["model.safetensors"],"plans":[{"cut":"every unit"}]}""",
        "plan 1 of 'plans' 'cut' is 'every unit'"
    )]
    [InlineData(
        """{"task":"generate","seeds":{"from":1,"count":3},"models":["model.safetensors"],"plans":[{"name":"x","operations":[{"op":"sing"}]}]}""",
        "plan 1 of 'plans'"
    )]
    [InlineData(
        """{"task":"study","seeds":{"from":1,"count":3},"models":["model.safetensors"],"study":{"kind":"part8"}}""",
        "'kind' is 'part8'"
    )]
    [InlineData(
        """{"task":"study","seeds":{"from":1,"count":3},"models":["model.safetensors"],"plans":["none"],"study":{"kind":"look"}}""",
        "a study cuts by itself"
    )]
    [InlineData("""{"task":"generate",""", "no JSON, at line 1")]
    public void Read_Fault_IsOneSentenceThatSaysWhere(string json, string says)
    {
        SweepFormatException e = Assert.Throws<SweepFormatException>(() => place.Read(json));

        Assert.StartsWith("plan.json: ", e.Message, StringComparison.Ordinal);
        Assert.Contains(says, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Theory]
    [InlineData(SweepPlace.Grid)]
    [InlineData(
        """{"task":"study","models":[{"plant":"relay","layer":1,"seed":4},"model.safetensors"],"study":{"kind":"causes","quick":true,"pairs":40},"seeds":{"from":1,"count":2}}"""
    )]
    [InlineData(
        """{"task":"control","models":["model.safetensors"],"plans":[{"cut":"each unit","layers":[2]}],"control":{"sets":59},"seeds":{"from":1,"count":1}}"""
    )]
    public void Text_ReadAgain_IsTheSame(string json)
    {
        string text = SweepPlanText.Of(place.Read(json));

        Assert.Equal(text, SweepPlanText.Of(place.Read(text)));
    }

    [Theory]
    [InlineData("""[{"cut":"each unit","layers":[3]}]""", "has layers 1 to 2")]
    [InlineData("""[{"cut":"random sets","layer":1,"units":25,"sets":1}]""", "has 24 a layer")]
    [InlineData("""[{"name":"x","operations":[{"op":"excise","layer":1,"units":[24]}]}]""", "24")]
    public void Check_NamesWhatTheNetworkLacks_IsSaid(string plans, string says)
    {
        SweepPlan sweep = place.Read(
            """{"task":"generate","models":["model.safetensors"],"plans":PLANS,"seeds":{"from":1,"count":3}}""".Replace(
                "PLANS",
                plans,
                StringComparison.Ordinal
            )
        );

        Assert.Contains(says, Assert.Throws<SweepFormatException>(() => SweepCheck.Check(sweep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_HeaderOfNoTokens_IsSaid()
    {
        SweepPlan sweep = place.Read(
            """{"task":"generate","models":["model.safetensors"],"headers":["M:9/8"],"seeds":{"from":1,"count":3}}"""
        );

        Assert.Contains("\"M:9/8\"", Assert.Throws<SweepFormatException>(() => SweepCheck.Check(sweep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_ControlOfAPlanThatDoesMore_IsSaid()
    {
        SweepPlan sweep = place.Read(
            """{"task":"control","models":["model.safetensors"],"plans":["none"],"control":{"sets":59},"seeds":{"from":1,"count":1}}"""
        );

        Assert.Contains(
            "cannot be held",
            Assert.Throws<SweepFormatException>(() => SweepCheck.Check(sweep)).Message,
            StringComparison.Ordinal
        );
    }
}
