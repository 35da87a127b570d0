using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies;

public sealed class StudyOriginTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lilt-origin").FullName;

    [Fact]
    public void Of_AFolderWithoutNumbers_SaysSo() => Assert.Contains("holds no study.json", Refused(), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "is no study")]
    [InlineData("[]", "is no study of the form")]
    [InlineData("7", "is no study of the form")]
    [InlineData("{}", "is no study of the form")]
    [InlineData("""{"schema":7}""", "is no study of the form")]
    [InlineData("""{"schema":"SCHEMA"}""", "'provenance' is missing")]
    [InlineData("""{"schema":"SCHEMA","provenance":{},"kind":7}""", "is no study")]
    [InlineData("""{"schema":"SCHEMA","provenance":{},"kind":"\ud800"}""", "is no study")]
    [InlineData("""{"schema":"SCHEMA","provenance":{},"kind":"part7"}""", "'command' is missing")]
    [InlineData("""{"schema":"SCHEMA","provenance":[],"kind":"part7"}""", "'command' is missing")]
    [InlineData("""{"schema":"SCHEMA","provenance":{"command":"lilt","modelHash":null},"kind":"part7"}""", "'modelHash' is null")]
    [InlineData("""{"schema":"SCHEMA","provenance":{"command":"lilt","modelHash":"ab"},"kind":"part99"}""", "'part99' is not known")]
    public void Of_WhatIsNoStudy_IsRefused(string json, string expected)
    {
        Write(json);

        Assert.Contains(expected, Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AStudysFirstWords_AreItsOrigin()
    {
        Write("""{"schema":"SCHEMA","provenance":{"command":"lilt study","modelHash":"ab"},"kind":"part7"}""");

        StudyOrigin origin = StudyOrigin.Of(folder);

        Assert.Equal(("part7", "lilt study", "ab"), (origin.Kind.Name, origin.Command, origin.ModelHash));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string json) =>
        File.WriteAllText(Path.Combine(folder, "study.json"), json.Replace("SCHEMA", Study.CurrentSchema, StringComparison.Ordinal));

    private string Refused() => Assert.Throws<StudyRefusedException>(() => StudyOrigin.Of(folder)).Message;
}
