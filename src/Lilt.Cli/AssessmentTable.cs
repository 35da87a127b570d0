using System.Globalization;
using Lilt.Assessment;
using Lilt.Notation;
using Spectre.Console;

namespace Lilt.Cli;

/// <summary>An assessment as a table that fits a page.</summary>
internal static class AssessmentTable
{
    private const int CopiesShown = 20;

    /// <summary>Writes the table, then the copies.</summary>
    public static void Write(SetAssessment assessment, IReadOnlyList<Tune> corpus, TextWriter output)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(string.Empty);
        table.AddColumn(new TableColumn(Markup.Escape($"{assessment.Tunes.Count} tunes")).RightAligned());
        if (corpus.Count > 0)
        {
            table.AddColumn(new TableColumn(Markup.Escape($"corpus, {assessment.CorpusTunes} tunes")).RightAligned());
            table.AddColumn(new TableColumn(Markup.Escape($"held out, its last {assessment.HeldOutTunes}")).RightAligned());
        }

        foreach (AssessmentFigure figure in assessment.Figures)
        {
            List<string> cells = [figure.Label, Cell(figure.Tunes, figure.Unit)];
            if (corpus.Count > 0)
            {
                cells.Add(figure.Corpus is { } all ? Cell(all, figure.Unit) : string.Empty);
                cells.Add(figure.HeldOut is { } heldOut ? Cell(heldOut, figure.Unit) : string.Empty);
            }

            table.AddRow(cells.Select(Markup.Escape).ToArray());
        }

        PageTable.Write(table, output);
        output.WriteLine("In brackets the 95 % interval: over tunes drawn again, or Wilson's for shares of tunes.");
        if (corpus.Count > 0)
        {
            output.WriteLine(
                "Where a figure compares, the tunes are held against the whole corpus and the held-out tunes against the rest of it."
            );
            WriteCopies(assessment, corpus, output);
        }
    }

    private static void WriteCopies(SetAssessment assessment, IReadOnlyList<Tune> corpus, TextWriter output)
    {
        int shown = 0;
        for (int tune = 0; tune < assessment.Originality.Count; tune++)
        {
            if (assessment.Originality[tune] is { IsCopy: true, Nearest: { } nearest } && ++shown <= CopiesShown)
            {
                output.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Copy: {Name(assessment.Tunes[tune].Tune, tune)} of corpus {Name(corpus[nearest.Index], nearest.Index)}, distance {nearest.Normalised:F3}."
                    )
                );
            }
        }

        if (shown > CopiesShown)
        {
            output.WriteLine($"And {shown - CopiesShown} more copies: --json lists them all.");
        }
    }

    private static string Name(Tune tune, int index) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"tune {index + 1} (line {tune.Position.Line}{(tune.Title is { } title ? ", " + title : string.Empty)})"
        );

    private static string Cell(Estimate estimate, FigureUnit unit)
    {
        if (!estimate.IsDefined)
        {
            return "none";
        }

        string numbers = unit switch
        {
            FigureUnit.Share => Numbers(estimate, 100, "F1", " %"),
            FigureUnit.Bits => Numbers(estimate, 1, "F4", " bits"),
            FigureUnit.Distance => Numbers(estimate, 1, "F3", string.Empty),
            _ => Numbers(estimate, 1, "F1", string.Empty),
        };
        return numbers;
    }

    private static string Numbers(Estimate estimate, double scale, string format, string unit)
    {
        string Of(double value) => (scale * value).ToString(format, CultureInfo.InvariantCulture);
        return $"{Of(estimate.Value)}{unit} [{Of(estimate.Low)}–{Of(estimate.High)}]";
    }
}
