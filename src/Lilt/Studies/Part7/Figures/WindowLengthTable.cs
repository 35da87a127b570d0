using System.Text.Json.Serialization;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>A table of figure 9.</summary>
/// <param name="Length">The windows' length in steps.</param>
/// <param name="Rows">The rows, by period and then window.</param>
public sealed record WindowLengthTable(int Length, IReadOnlyList<WindowRow> Rows);
