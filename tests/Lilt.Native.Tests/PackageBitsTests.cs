using System.Text.Json;
using System.Text.Json.Nodes;
using Lilt.Tests.Reference;
using Lilt.WeightFiles;
using Xunit;

namespace Lilt.Native.Tests;

/// <summary>The package on a machine without .NET gives the bits of the library, by every library that it holds.</summary>
public sealed class PackageBitsTests(PythonPackage package) : IClassFixture<PythonPackage>
{
    private const string Cut = """{"operations":[{"op":"excise","layer":1,"units":[2,3,5]}]}""";

    /// <summary>Compiled for which processor, and the lanes that it then runs; the empty one is what the package chooses.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("baseline", 1)]
    [InlineData("v3", 8)]
    [InlineData("v4", 16)]
    public void Package_EveryArray_HasTheBitsOfTheLibrary(string library, int lanes)
    {
        SkipUnlessRun(library);
        string model = package.In("bits.safetensors");
        string plan = package.In("cut.json");
        ModelFile.Write(WanderingModel.Create(["M:4/4", "M:6/8", "K:Cmaj"], 2, 24, WanderingModel.Bars, end: -3), model);
        File.WriteAllText(plan, Cut);
        JsonObject expected = BitsOfTheLibrary.Of(model, Cut);
        JsonElement made = package.RunJson("bits.py", [model, plan], ("LILT_NATIVE", library));

        Assert.All(expected, part => Assert.Equal((part.Key, part.Value!.ToJsonString()), (part.Key, Compact(made.GetProperty(part.Key)))));
        Assert.Equal(PythonPackage.Version, made.GetProperty("version").GetString());
        if (library.Length > 0)
        {
            Assert.Equal((library, lanes), (made.GetProperty("native").GetString(), made.GetProperty("lanes").GetInt32()));
        }
    }

    /// <summary>The wheel has three libraries on an x64; this machine may not run all of them.</summary>
    private void SkipUnlessRun(string library)
    {
        string[] suitable = package
            .Run("suitable.py", [])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.NotEmpty(suitable);
        Assert.SkipUnless(
            library.Length == 0 || suitable.Contains(library),
            $"this processor does not run {library}, or the wheel is for another"
        );
    }

    private static string Compact(JsonElement element) => JsonNode.Parse(element.GetRawText())!.ToJsonString();
}
