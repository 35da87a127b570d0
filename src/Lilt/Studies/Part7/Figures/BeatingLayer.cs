using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Spectra;
using Lilt.Statistics;

namespace Lilt.Studies.Part7.Figures;

/// <summary>How many units of a layer beat with the measures, by test; beside them those that the cut by rank takes.</summary>
/// <param name="Layer">From 1.</param>
/// <param name="Units">How many pass; null where too few tunes are long enough to test any.</param>
/// <param name="UnitsInLayer">H.</param>
/// <param name="Tested">How many move at all.</param>
/// <param name="AmongCut">How many of those that pass are cut; null where none were tested.</param>
/// <param name="Tunes">The tunes that test; as many, or one more, select.</param>
public sealed record BeatingLayer(int Layer, int? Units, int UnitsInLayer, int Tested, int? AmongCut, int Tunes);
