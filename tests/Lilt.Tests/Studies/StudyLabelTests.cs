using Lilt.Studies;
using Xunit;

namespace Lilt.Tests.Studies;

public sealed class StudyLabelTests : IDisposable
{
    private const string Provenance =
        """{"model":"m","modelHash":"ab","layers":3,"units":512,"vocabulary":137,"seed":7,"rng":"independent","temperature":1,"prime":"","version":"1.2.3","command":"lilt study","verify":"lilt verify"}""";

    private readonly string folder = Directory.CreateTempSubdirectory("lilt-label").FullName;

    [Theory]
    [InlineData("{}", "is no study of the form")]
    [InlineData("""{"schema":"SCHEMA"}""", "'headline' is missing")]
    [InlineData("""{"schema":"SCHEMA","headline":null}""", "'kind' is missing")]
    [InlineData("""{"schema":"SCHEMA","headline":{},"kind":"look","title":"t"}""", "'answer' is missing")]
    [InlineData("""{"schema":"SCHEMA","headline":null,"kind":"look","title":"t","provenance":null}""", "'provenance' is null")]
    [InlineData("""{"schema":"SCHEMA","headline":null,"kind":"look","title":"t","provenance":{}}""", "is no study")]
    public void Of_WhatIsNoStudy_IsRefused(string json, string expected)
    {
        Write(json);

        Assert.Contains(expected, Assert.Throws<StudyRefusedException>(() => StudyLabel.Of(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AStudy_IsWhatItSaysOfItself()
    {
        Write($$"""{"schema":"SCHEMA","headline":{"answer":"Yes."},"kind":"look","title":"A look","provenance":{{Provenance}}}""");

        StudyLabel label = StudyLabel.Of(folder);

        Assert.Equal(("look", "A look", "Yes."), (label.Kind, label.Title, label.Answer));
        Assert.Equal(("m", "ab", 7u), (label.Provenance.Model, label.Provenance.ModelHash, label.Provenance.Seed));
    }

    [Fact]
    public void Of_AKindThatIsNotKnown_HasALabel()
    {
        Write($$"""{"schema":"SCHEMA","headline":null,"kind":"part99","title":"Later","provenance":{{Provenance}}}""");

        Assert.Equal(("part99", null), (StudyLabel.Of(folder).Kind, StudyLabel.Of(folder).Answer));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string json) =>
        File.WriteAllText(Path.Combine(folder, "study.json"), json.Replace("SCHEMA", Study.CurrentSchema, StringComparison.Ordinal));
}
