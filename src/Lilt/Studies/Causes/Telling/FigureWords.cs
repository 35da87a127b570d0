using System.Globalization;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Words that several figures of the study share.</summary>
internal static class FigureWords
{
    /// <summary>The table of all interchanges.</summary>
    public const string InterchangeFile = "interchange.csv";

    /// <summary>The table of the cuts.</summary>
    public const string CutFile = "cut.csv";

    /// <summary>Which pairs were interchanged.</summary>
    public const string PairsFile = "pairs.csv";

    /// <summary>A number of eighths.</summary>
    public static double Eighths(Notation.Fraction of) => 8 * of.ToDouble();

    /// <summary>Nats, with two digits.</summary>
    public static string Nats(double value) => NumberText.Minus(value.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>A share, with two digits.</summary>
    public static string Share(double? value) =>
        value is { } number ? NumberText.Minus(number.ToString("0.00", CultureInfo.InvariantCulture)) : "none";

    /// <summary>The level of intervals: "98.3 %".</summary>
    public static string Level(Questions.TuneBootstrap of) => (100 * of.Level).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    /// <summary>Layers one after another: "layer 2", "layers 1 and 2".</summary>
    public static string Layers(IReadOnlyList<int> layers) =>
        $"{(layers.Count == 1 ? "layer" : "layers")} {NumberText.List(layers.Select(NumberText.Number))}";
}
