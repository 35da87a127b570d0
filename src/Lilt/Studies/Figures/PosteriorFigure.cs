using Lilt.Notation.Tokens;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>Figure 13: the posterior over the steps.</summary>
public sealed record PosteriorFigure : Figure
{
    private const double LeastLogarithm = -4;
    private const double LongestPeriod = 2.5;
    private const int MostTokens = 6;

    // A token that never comes near being drawn beats inaudibly.
    private const float LeastProbability = 0.01f;

    /// <summary>[V] The tokens as text, in index order.</summary>
    public required IReadOnlyList<string> Vocabulary { get; init; }

    /// <summary>[V rows, T columns] log10 p, from −4 to 0.</summary>
    public required Matrix8 Logarithm { get; init; }

    /// <summary>[T] The index of the token drawn at each step.</summary>
    public required int[] Drawn { get; init; }

    /// <summary>[T] −log2 p of the token drawn, bits.</summary>
    public required double[] Surprise { get; init; }

    /// <summary>The mean spectrum of the posterior's sequences by family of token.</summary>
    public required SpectrumPanel Families { get; init; }

    /// <summary>The tokens whose posterior goes on and off with a period near 2, the strongest first.</summary>
    public required IReadOnlyList<OnAndOffToken> OnAndOff { get; init; }

    /// <summary>The steps at which a measure token is written, ascending.</summary>
    public required IReadOnlyList<int> MeasureSteps { get; init; }

    /// <summary>Makes the figure.</summary>
    internal static PosteriorFigure Of(StudyMaterial material)
    {
        UnitSequences p = material.Posterior;
        int[] drawn = [.. material.Recording.Output.Select(token => token.Index)];
        double[] surprise = [.. drawn.Select((token, step) => -Math.Log2(Math.Max(p.Step(step)[token], float.Epsilon)))];
        SpectrumPanel families = Family(material);
        List<OnAndOffToken> onAndOff = Beating(material, drawn);
        int[] body = [.. Enumerable.Range(0, drawn.Length).Where(step => step >= material.Recording.Facts.PrimeTokens)];
        double mean = body.Length > 0 ? body.Average(step => surprise[step]) : 0;
        int most = body.Length > 0 ? body.MaxBy(step => surprise[step]) : 0;
        return new PosteriorFigure
        {
            Vocabulary = material.Model.Vocabulary.Texts,
            Logarithm = Matrix8.Of(
                p.Units,
                p.Steps,
                LeastLogarithm,
                0,
                (token, step) => Math.Log10(Math.Max(p.Step(step)[token], float.Epsilon)),
                "recording.npz: posterior"
            ),
            Drawn = drawn,
            Surprise = surprise,
            Families = families,
            OnAndOff = onAndOff,
            MeasureSteps = material.Tune.MeasureSteps,
            Article =
                "Some tokens turn on and off with a period of about 2: (3, 2 and /2, though /2 is never drawn, (3 once and 2 nine times.",
            Here =
                $"A drawn token surprises by {NumberText.Number(mean)} bits in the mean, the most at step {NumberText.Number(most)} ({material.Tune.Tokens[most]}, {NumberText.Number(surprise[most])} bits). "
                + (
                    onAndOff.Count == 0
                        ? "No token's posterior has its strongest period under 2.5 steps."
                        : $"On and off with a period of 2 to 2.5 steps go {NumberText.List(onAndOff.Select(of => $"{of.Token} ({Times(of.Drawn)})"))}."
                ),
            Caption =
                $"log₁₀ p of each token at each step, down to −4; the drawn token is marked. Surprise is −log₂ p of the token drawn. Family spectra are means over a family's tokens under a Hann window, relative to the largest family's largest. A token goes on and off if its strongest period, frequency 0 left out, is at most 2.5 steps and it reaches p = {NumberText.Number(LeastProbability)} somewhere.",
            Command = material.Options.Commands.Study,
            Files = ["recording.npz", "steps.csv", "mean-spectra.csv"],
        };
    }

    private static string Times(int drawn) =>
        drawn switch
        {
            0 => "never drawn",
            1 => "drawn once",
            _ => $"drawn {NumberText.Number(drawn)} times",
        };

    private static SpectrumPanel Family(StudyMaterial material)
    {
        List<(string Name, MeanSpectrum Mean)> means = [];
        foreach (
            (string name, TokenKind[] kinds) in ((string, TokenKind[])[])
                [
                    ("pitch tokens", [TokenKind.Pitch]),
                    ("measure tokens", [TokenKind.Measure]),
                    ("lengths", [TokenKind.Duration, TokenKind.Broken]),
                    ("tuplets", [TokenKind.Tuplet]),
                    ("rests", [TokenKind.Rest]),
                    ("meters and keys", [TokenKind.Meter, TokenKind.Key, TokenKind.Unit]),
                ]
        )
        {
            int[] tokens =
            [
                .. Enumerable.Range(0, material.Posterior.Units).Where(token => kinds.Contains(material.KindOf(new Token(token)))),
            ];
            if (tokens.Length == 0)
            {
                continue;
            }

            float[] values = new float[material.Steps * tokens.Length];
            for (int step = 0; step < material.Steps; step++)
            {
                for (int place = 0; place < tokens.Length; place++)
                {
                    values[(step * tokens.Length) + place] = material.Posterior.Step(step)[tokens[place]];
                }
            }

            means.Add((name, LayerSpectra.Of(new UnitSequences(values, tokens.Length), SpectrumOptions.Default).Mean()));
        }

        double largest = means.Max(of => of.Mean.Largest);
        return SpectrumPanel.Of(
            "Mean spectrum of the posterior by family of token",
            [.. means.Select(of => (of.Name, of.Mean, largest))],
            "the largest family's largest mean",
            null,
            material.MeasureInterval
        );
    }

    private static List<OnAndOffToken> Beating(StudyMaterial material, int[] drawn)
    {
        LayerSpectra spectra = material.HannPosterior;
        Period[] periods = spectra.PeakPeriods();
        double[] shares = spectra.BandFractions(new Band(2, LongestPeriod));
        BinRange bins = spectra.Grid.BinsOf(new Band(2, LongestPeriod));
        List<(double Power, OnAndOffToken Token)> found = [];
        for (int token = 0; token < spectra.Units; token++)
        {
            float[] p = new float[material.Steps];
            for (int step = 0; step < p.Length; step++)
            {
                p[step] = material.Posterior.Step(step)[token];
            }

            if (periods[token].Steps <= LongestPeriod && p.Max() >= LeastProbability)
            {
                double power = LayerSpectra.Power(spectra.Magnitudes(token).Slice(bins.First, bins.Count));
                found.Add(
                    (
                        power,
                        new OnAndOffToken(
                            material.Model.Vocabulary.Texts[token],
                            periods[token],
                            shares[token],
                            drawn.Count(of => of == token),
                            p
                        )
                    )
                );
            }
        }

        return [.. found.OrderByDescending(of => of.Power).Take(MostTokens).Select(of => of.Token)];
    }
}
