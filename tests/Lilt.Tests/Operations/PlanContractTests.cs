using System.Text.Json.Nodes;
using Lilt.Operations;
using Xunit;

namespace Lilt.Tests.Operations;

/// <summary>The committed form of plans is made again of their reader and compared. With LILT_WRITE_CONTRACT=1 it is written.</summary>
public sealed class PlanContractTests
{
    private static string Committed => Path.Combine(Checkout.Folder, "web", "studio", "api", "plan.schema.json");

    [Fact]
    public void Schema_MadeAgain_IsTheCommittedOne()
    {
        string made = PlanSchema.Text();
        if (Environment.GetEnvironmentVariable("LILT_WRITE_CONTRACT") == "1")
        {
            File.WriteAllText(Committed, made);
        }

        Assert.Equal(File.ReadAllText(Committed), made);
    }

    [Fact]
    public void Schema_OfExcise_TakesWhatAnyFillTakesAndNeedsWhatAllNeed()
    {
        JsonNode excise = JsonNode.Parse(PlanSchema.Text())!["$defs"]![nameof(Excise)]!;

        Assert.Equal(
            ["at", "edge", "fill", "layer", "notReading", "op", "reading", "recording", "seed", "units"],
            excise["properties"]!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal)
        );
        Assert.Equal(["op", "layer", "units"], excise["required"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(
            ["zero", "mean", "resample", "freeze"],
            excise["properties"]!["fill"]!["enum"]!.AsArray().Select(name => (string)name!)
        );
    }
}
