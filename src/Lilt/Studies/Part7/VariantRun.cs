using Lilt.Notation.Tokens;
using Lilt.Spectra;
using Lilt.Studies.Part7.Figures;

namespace Lilt.Studies.Part7;

/// <summary>A variant while it is read.</summary>
/// <param name="Token">The token set in.</param>
/// <param name="Instead">The tune's own.</param>
/// <param name="Run">The reading.</param>
internal sealed record VariantRun(Token Token, Token Instead, WatchedTune Run)
{
    /// <summary>Asks for every other meter and mode of the vocabulary.</summary>
    public static List<VariantRun> Ask(StudyMaterial material, StudyRuns runs)
    {
        List<VariantRun> variants = [];
        Token[] tune = [.. material.Recording.Output];
        for (int place = 0; place < material.Header.Count; place++)
        {
            TokenKind kind = material.KindOf(tune[place]);
            if (kind is not (TokenKind.Meter or TokenKind.Key))
            {
                continue;
            }

            foreach (Token other in TokenKinds.Select(material.Model.Vocabulary, kind).Where(other => other != tune[place]))
            {
                Token[] changed = [.. tune];
                changed[place] = other;
                variants.Add(new VariantRun(other, tune[place], runs.Read(changed)));
            }
        }

        return variants;
    }

    /// <summary>What came of it.</summary>
    public HeaderVariant Variant(StudyMaterial material)
    {
        Vocabulary vocabulary = material.Model.Vocabulary;
        int from = Math.Min(material.Header.Count + 1, material.Steps - 1);
        return new HeaderVariant(
            vocabulary[Token],
            vocabulary[Instead],
            [
                .. material.Layers.Select(
                    (own, index) => new ShiftLayer(index + 1, Shifts(own, StudyMaterial.HiddenOf(Run.Recording!, index + 1), from))
                ),
            ]
        );
    }

    private static double[] Shifts(UnitSequences own, UnitSequences other, int from)
    {
        double[] shifts = new double[own.Units];
        double[] one = new double[own.Steps];
        double[] changed = new double[own.Steps];
        for (int unit = 0; unit < shifts.Length; unit++)
        {
            own.CopyUnit(unit, one);
            other.CopyUnit(unit, changed);
            int count = own.Steps - from;
            double mean = one.AsSpan(from).ToArray().Sum() / count;
            double moved = (changed.AsSpan(from).ToArray().Sum() / count) - mean;
            double squares = 0;
            foreach (double value in one.AsSpan(from))
            {
                squares += (value - mean) * (value - mean);
            }

            double deviation = Math.Sqrt(squares / Math.Max(1, count - 1));
            shifts[unit] = deviation > 0 ? moved / deviation : 0;
        }

        return shifts;
    }
}
