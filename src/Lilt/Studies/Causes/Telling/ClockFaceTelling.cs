using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Recording;
using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;
using MathNet.Numerics.LinearAlgebra;

namespace Lilt.Studies.Causes.Telling;

/// <summary>Figure 8: the clock face.</summary>
internal static class ClockFaceTelling
{
    private const int MostPlaces = 400;

    /// <summary>The figure; null where there are too few classes of places for a plane.</summary>
    public static ClockFaceFigure? Of(Model model, MeterQuestions asked, PlaceSample sample, int layer, string command)
    {
        IReadOnlyList<int> classes = sample.Classes;
        if (classes.Count < 3)
        {
            return null;
        }

        int width = 2 * model.Shape.Units;
        double[][] means =
        [
            .. classes.Select(of =>
                Mean(sample.Places(find: true).Where(place => place.Class == of).Select(place => place.State), layer, width)
            ),
        ];
        double[] centre = [.. Enumerable.Range(0, width).Select(value => means.Average(mean => mean[value]))];
        Matrix<double> centred = Matrix<double>.Build.Dense(classes.Count, width, (row, column) => means[row][column] - centre[column]);

        // Few classes and many values: the classes' own small matrix has the same axes.
        var axes = (centred * centred.Transpose()).Evd(Symmetricity.Symmetric);
        double total = axes.EigenValues.Sum(value => value.Real);
        double[][] plane = [.. Enumerable.Range(1, 2).Select(n => Axis(centred, axes.EigenVectors.Column(classes.Count - n)))];
        ReadTune tune = asked.Material.Tunes.FirstOrDefault(of => !PlaceSample.Finds(of.Index)) ?? asked.Material.Tunes[0];
        TuneRecording recording = model.Read([.. tune.All, tune[tune.Steps - 1]], SiteKind.Cell, SiteKind.Hidden);
        StudyTune shown = StudyTuneReader.Read(
            "a tune that had no part in the axes",
            [.. Enumerable.Range(0, tune.Steps).Select(step => model.Vocabulary[tune[step]])],
            tune[tune.Steps - 1] != model.Vocabulary.End,
            written: tune.Written
        );
        double[] explained =
        [
            .. Enumerable.Range(1, 2).Select(n => total > 0 ? Math.Max(axes.EigenValues[classes.Count - n].Real, 0) / total : 0),
        ];
        return new ClockFaceFigure
        {
            Meter = asked.Material.Meter,
            Measure = asked.Material.Eighths,
            Layer = layer,
            Explained = explained,
            Means = [.. classes.Select((of, n) => new ClockPlace(of, On(plane[0], means[n], centre), On(plane[1], means[n], centre)))],
            Places =
            [
                .. sample
                    .Places(find: false)
                    .Where(place => classes.Contains(place.Class))
                    .Take(MostPlaces)
                    .Select(place =>
                    {
                        double[] values = [.. place.State.Layer(layer).ToArray().Select(value => (double)value)];
                        return new ClockPlace(place.Class, On(plane[0], values, centre), On(plane[1], values, centre));
                    }),
            ],
            Tune = shown,
            Path =
            [
                .. Enumerable
                    .Range(0, recording.Steps)
                    .Select(step =>
                    {
                        double[] values =
                        [
                            .. recording[Site.C(layer)][step].ToArray().Select(value => (double)value),
                            .. recording[Site.H(layer)][step].ToArray().Select(value => (double)value),
                        ];
                        return new ClockStep(
                            step,
                            tune.Places.TryFind(step, out OpenPlace place) ? FigureWords.Eighths(place.Distance) : null,
                            On(plane[0], values, centre),
                            On(plane[1], values, centre)
                        );
                    }),
            ],
            Article = null,
            Here =
                $"Of the variance between the mean states of layer {layer} at {NumberText.Number(classes.Count)} places of the measure in {asked.Material.Meter}, {NumberText.Share(explained[0] + explained[1])} lies in the plane that is shown.",
            Caption =
                "c and h of the layer at open places, on the first two axes in which their means by d differ, found on half of the tunes and shown on the others. Colour: d, from bar to bar. Dots are places, rings means, the line a tune as it goes. The plane's turn and sides mean nothing.",
            Command = command,
            Files = [],
        };
    }

    private static double[] Mean(IEnumerable<NetworkState> states, int layer, int width)
    {
        double[] sum = new double[width];
        int count = 0;
        foreach (NetworkState state in states)
        {
            Span<float> values = state.Layer(layer);
            for (int value = 0; value < width; value++)
            {
                sum[value] += values[value];
            }

            count++;
        }

        return [.. sum.Select(value => value / count)];
    }

    // Its sign is turned so that its largest value is over 0: an eigenvector has none of its own.
    private static double[] Axis(Matrix<double> centred, Vector<double> weights)
    {
        Vector<double> axis = centred.TransposeThisAndMultiply(weights);
        double length = axis.L2Norm();
        double sign = axis[axis.AbsoluteMaximumIndex()] < 0 ? -1 : 1;
        return [.. axis.Select(value => length > 0 ? sign * value / length : 0)];
    }

    private static double On(double[] axis, double[] values, double[] centre)
    {
        double sum = 0;
        for (int n = 0; n < axis.Length; n++)
        {
            sum += axis[n] * (values[n] - centre[n]);
        }

        return sum;
    }
}
