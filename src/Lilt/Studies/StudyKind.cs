using System.Text.Json.Serialization.Metadata;

namespace Lilt.Studies;

/// <summary>A kind of study: its name, and the figures that it has. Immutable.</summary>
public sealed class StudyKind
{
    internal StudyKind(string name, JsonTypeInfo figures)
    {
        Name = name;
        Figures = figures;
    }

    /// <summary>What <c>study.json</c> and the command line call it.</summary>
    public string Name { get; }

    /// <summary>The record that holds its figures, a member a figure, as it stands in <c>study.json</c>.</summary>
    internal JsonTypeInfo Figures { get; }
}
