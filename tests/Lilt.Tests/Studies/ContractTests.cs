using System.Text.Json.Nodes;
using Xunit;

namespace Lilt.Tests.Studies;

/// <summary>The committed form of study.json is made again of the records and compared. With LILT_WRITE_CONTRACT=1 it is written.</summary>
public sealed class ContractTests
{
    private static string Committed => Path.Combine(Checkout.Folder, "web", "figures", "contract", "study.schema.json");

    [Fact]
    public void Schema_MadeAgain_IsTheCommittedOne()
    {
        string made = StudySchema.Text();
        if (Environment.GetEnvironmentVariable("LILT_WRITE_CONTRACT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Committed)!);
            File.WriteAllText(Committed, made);
        }

        Assert.Equal(File.ReadAllText(Committed), made);
    }

    [Fact]
    public void Schema_EveryDefinitionAndMember_SaysWhatItIs()
    {
        JsonObject definitions = JsonNode.Parse(StudySchema.Text())!["$defs"]!.AsObject();

        Assert.All(
            definitions,
            definition =>
            {
                Assert.False(string.IsNullOrEmpty((string?)definition.Value!["description"]), definition.Key);
                Assert.All(
                    definition.Value["properties"]?.AsObject() ?? [],
                    member => Assert.False(string.IsNullOrEmpty((string?)member.Value!["description"]), $"{definition.Key}.{member.Key}")
                );
            }
        );
    }
}
