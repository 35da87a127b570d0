using System.Text.Json.Serialization.Metadata;

namespace Lilt.Studies;

/// <summary>A kind of study: its name, and the figures that it has. Immutable.</summary>
public sealed class StudyKind
{
    private readonly Func<JsonTypeInfo> figures;

    /// <param name="name">What it is called.</param>
    /// <param name="figures">Gives the record of its figures; asked when a study is read or written, for it takes a tenth of a second.</param>
    internal StudyKind(string name, Func<JsonTypeInfo> figures)
    {
        Name = name;
        this.figures = figures;
    }

    /// <summary>What <c>study.json</c> and the command line call it.</summary>
    public string Name { get; }

    /// <summary>The record that holds its figures, a member a figure, as it stands in <c>study.json</c>.</summary>
    internal JsonTypeInfo Figures => figures();
}
