using Lilt.Anatomy;
using Lilt.Selection;

namespace Lilt.Studies.Part7.Figures;

/// <summary>The softmax layer's own weights: V columns, one a unit, each a shape over the tokens.</summary>
public sealed record SoftmaxAnatomyFigure : Figure
{
    private const int VectorsShown = 4;

    /// <summary>[V] The tokens as text, in index order.</summary>
    public required IReadOnlyList<string> Vocabulary { get; init; }

    /// <summary>[V rows, H columns] The weights, from −highest to highest; columns in the order of <see cref="Order"/>.</summary>
    public required Matrix8 Weights { get; init; }

    /// <summary>[H] Units in an order that sets like columns side by side.</summary>
    public required int[] Order { get; init; }

    /// <summary>[H rows, H columns] Pearson's correlation of the columns, −1 to 1, both axes in the order of <see cref="Order"/>.</summary>
    public required Matrix8 Correlation { get; init; }

    /// <summary>[H] Correlation of each unit's column with the bias, −1 to 1, file order.</summary>
    public required double[] WithBias { get; init; }

    /// <summary>[min(V, H)] Singular values in logits, descending.</summary>
    public required double[] SingularValues { get; init; }

    /// <summary>The first singular vectors over the tokens, each [V], of unit length, its largest component positive.</summary>
    public required IReadOnlyList<double[]> Vectors { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static SoftmaxAnatomyFigure Of(StudyMaterial material)
    {
        OutputAnatomy anatomy = new(material.Model);
        double[,] correlations = anatomy.Correlations();
        double[] withBias = anatomy.CorrelationsWithBias();
        double[] singular = anatomy.SingularValues.ToArray();
        int[] order = Alike(anatomy, correlations);
        float largest = 0;
        for (int unit = 0; unit < anatomy.Units; unit++)
        {
            foreach (float weight in anatomy.Shape(unit))
            {
                largest = Math.Max(largest, Math.Abs(weight));
            }
        }

        double end = Matrix8.End(largest);
        double power = singular.Sum(value => value * value);
        double sum = 0;
        int half = singular.TakeWhile(value => (sum += value * value) < power / 2).Count() + 1;
        int with = withBias.Count(correlation => Math.Abs(correlation) > 0.5);
        IReadOnlyList<string> texts = material.Model.Vocabulary.Texts;
        double[] firstVector = anatomy.TokenVector(0);
        string[] Extremes(bool descending) =>
            [
                .. (
                    descending
                        ? Enumerable.Range(0, texts.Count).OrderByDescending(token => firstVector[token])
                        : Enumerable.Range(0, texts.Count).OrderBy(token => firstVector[token])
                )
                    .Take(5)
                    .Select(token => texts[token]),
            ];
        return new SoftmaxAnatomyFigure
        {
            Vocabulary = texts,
            Weights = Matrix8.Of(anatomy.Tokens, anatomy.Units, -end, end, (token, unit) => anatomy.Shape(order[unit])[token], null),
            Order = order,
            Correlation = Matrix8.Of(anatomy.Units, anatomy.Units, -1, 1, (one, other) => correlations[order[one], order[other]], null),
            WithBias = withBias,
            SingularValues = singular,
            Vectors = [.. Enumerable.Range(0, Math.Min(VectorsShown, singular.Length)).Select(anatomy.TokenVector)],
            Article = null,
            Here =
                power > 0
                    ? $"Of {NumberText.Count(singular.Length, "singular value")}, the first {NumberText.Number(half)} hold half of the power; the first vector sets {NumberText.List(Extremes(descending: true))} against {NumberText.List(Extremes(descending: false))}. "
                        + $"{NumberText.Sentence(NumberText.Count(with, "unit"))} of {NumberText.Number(anatomy.Units)} {(with == 1 ? "correlates" : "correlate")} with the bias by more than 0.5 in magnitude."
                    : "All weights of the softmax layer are zero.",
            Caption =
                "Columns of the softmax layer's matrix V, one a unit of the last layer, as shapes over the tokens in index order; units stand in an order that sets like columns side by side: each next one is the column most correlated with the last that is left, from the one with the largest component in the first right singular vector on (the largest projection on the first vector over tokens, not the largest correlation with it). Singular values in logits; a vector's largest component is positive.",
            Command = material.Options.Commands.Study,
            Files = ["softmax.csv"],
        };
    }

    // From the unit whose column has the largest projection on the first singular vector over tokens.
    private static int[] Alike(OutputAnatomy anatomy, double[,] correlations)
    {
        double[] first = anatomy.UnitVector(0);
        return SimilarityChain.Of(correlations, Array.IndexOf(first, first.Max()));
    }
}
