using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Statistics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Lilt.Anatomy;

/// <summary>
/// The softmax layer of a model, looked at as H shapes over the V tokens: what each unit of the last layer adds to every token's logit.
/// Immutable.
/// </summary>
/// <remarks>
/// The softmax layer is softmax(V·h + v) with V of [tokens, units]: a unit's column of V is its shape. The columns are what
/// <see cref="ReadOnlyWeights.OutputWeights"/> keeps as rows. Singular vectors have an arbitrary sign; here the component of the token
/// vector that is largest in magnitude is positive (the first of equal ones), and the unit vector's sign goes with it.
/// </remarks>
public sealed class OutputAnatomy
{
    private readonly Model model;
    private readonly double[] singularValues;
    private readonly Matrix<double> tokenVectors;
    private readonly Matrix<double> unitVectors;

    /// <param name="model">The model whose softmax layer is taken apart.</param>
    public OutputAnatomy(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;

        // A tall matrix is made square first: the singular vectors of R are those of a tall matrix turned back by Q.
        Matrix<double> columns = Matrix<double>.Build.Dense(Tokens, Units, (token, unit) => WeightOf(unit, token));
        bool wide = Units > Tokens;
        QR<double> factors = (wide ? columns.Transpose() : columns).QR(QRMethod.Thin);
        Svd<double> decomposition = factors.R.Svd(computeVectors: true);
        Matrix<double> turned = factors.Q * decomposition.U;
        Matrix<double> others = decomposition.VT.Transpose();
        singularValues = decomposition.S.ToArray();
        (tokenVectors, unitVectors) = wide ? (others, turned) : (turned, others);
        FixSigns();
    }

    /// <summary>V.</summary>
    public int Tokens => model.Shape.Tokens;

    /// <summary>H.</summary>
    public int Units => model.Shape.Units;

    /// <summary>All min(V, H) singular values, descending, in logits.</summary>
    public ReadOnlySpan<double> SingularValues => singularValues;

    /// <summary>The left singular vector of a singular value: a shape over the tokens, [V], of norm 1.</summary>
    /// <param name="index">From 0, the largest singular value's.</param>
    public double[] TokenVector(int index) => tokenVectors.Column(index).ToArray();

    /// <summary>The right singular vector of a singular value: how much of the shape each unit has, [H], of norm 1.</summary>
    /// <param name="index">From 0, the largest singular value's.</param>
    public double[] UnitVector(int index) => unitVectors.Column(index).ToArray();

    /// <summary>A unit's shape over the tokens, [V]: its weight into each token's logit.</summary>
    public ReadOnlySpan<float> Shape(int unit)
    {
        ThrowUnlessUnit(unit);
        return model.Weights.OutputWeights.Span.Slice(unit * Tokens, Tokens);
    }

    /// <summary>Pearson's correlation over the tokens of every two units' shapes, [H, H]; 0 with a flat shape, 1 on the diagonal.</summary>
    public double[,] Correlations()
    {
        Correlations shapes = new([.. Enumerable.Range(0, Units).Select(unit => Wide(Shape(unit)))]);
        double[,] correlations = new double[Units, Units];
        for (int one = 0; one < Units; one++)
        {
            correlations[one, one] = 1;
            for (int other = 0; other < one; other++)
            {
                correlations[one, other] = correlations[other, one] = shapes.Between(one, other);
            }
        }

        return correlations;
    }

    /// <summary>Pearson's correlation over the tokens of each unit's shape with the output bias, [H]; 0 for a flat shape or bias.</summary>
    public double[] CorrelationsWithBias()
    {
        Correlations shapes = new([.. Enumerable.Range(0, Units).Select(unit => Wide(Shape(unit))), Wide(model.Weights.OutputBias.Span)]);
        return [.. Enumerable.Range(0, Units).Select(unit => shapes.Between(unit, Units))];
    }

    /// <summary>The tokens that a unit of the last layer raises the most when h is positive, the most first, equal ones by index.</summary>
    /// <param name="unit">From 0 to H − 1.</param>
    /// <param name="count">How many tokens, at most V.</param>
    /// <remarks>
    /// A negative h turns it round: it raises the disfavoured and lowers these. A softmax sees differences alone, so each weight is given
    /// less the mean of the shape.
    /// </remarks>
    public IReadOnlyList<TokenWeight> Favoured(int unit, int count) => Ordered(unit, count, 1);

    /// <summary>The tokens that a unit lowers the most when h is positive, the most first, equal ones by index.</summary>
    /// <inheritdoc cref="Favoured"/>
    public IReadOnlyList<TokenWeight> Disfavoured(int unit, int count) => Ordered(unit, count, -1);

    private static double[] Wide(ReadOnlySpan<float> values)
    {
        double[] wide = new double[values.Length];
        for (int index = 0; index < wide.Length; index++)
        {
            wide[index] = values[index];
        }

        return wide;
    }

    private float WeightOf(int unit, int token) => model.Weights.OutputWeights.Span[(unit * Tokens) + token];

    private void FixSigns()
    {
        for (int index = 0; index < singularValues.Length; index++)
        {
            double largest = 0;
            foreach (double component in tokenVectors.Column(index))
            {
                largest = Math.Abs(component) > Math.Abs(largest) ? component : largest;
            }

            if (largest < 0)
            {
                tokenVectors.SetColumn(index, -tokenVectors.Column(index));
                unitVectors.SetColumn(index, -unitVectors.Column(index));
            }
        }
    }

    private List<TokenWeight> Ordered(int unit, int count, int sign)
    {
        ThrowUnlessUnit(unit);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Tokens);
        double mean = 0;
        foreach (float weight in Shape(unit))
        {
            mean += weight;
        }

        mean /= Tokens;
        double[] weights = [.. Enumerable.Range(0, Tokens).Select(token => sign * (WeightOf(unit, token) - mean))];
        return [.. Ranking.Descending(weights).Take(count).Select(token => new TokenWeight(new Token(token), sign * weights[token]))];
    }

    private void ThrowUnlessUnit(int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Units);
    }
}
