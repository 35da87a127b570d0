using Lilt.Alignment;
using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Recording;

/// <summary>What happened at every step of one tune: as it happened, operations included.</summary>
public sealed class TuneRecording
{
    private readonly Dictionary<SiteKind, float[]> arrays;

    /// <param name="facts">Where it came from.</param>
    /// <param name="input">x_t, the token read at each step, [T]; of a mixture the heaviest.</param>
    /// <param name="output">y_t, the token written at each step, [T].</param>
    /// <param name="arrays">By site, [T, S, H], or [T, V] for logits and posterior; kept, not copied.</param>
    /// <exception cref="ArgumentException">A length is not that of T steps, or a token is outside the vocabulary.</exception>
    public TuneRecording(
        RecordingFacts facts,
        IReadOnlyList<Token> input,
        IReadOnlyList<Token> output,
        IReadOnlyDictionary<SiteKind, float[]> arrays
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(arrays);
        if (input.Count != output.Count)
        {
            throw new ArgumentException($"{output.Count} tokens written at {input.Count} steps.", nameof(output));
        }

        foreach (Token token in input.Concat(output))
        {
            if (token.Index < 0 || token.Index >= facts.Vocabulary.Count)
            {
                throw new ArgumentException($"Token {token} in a vocabulary of {facts.Vocabulary.Count}.", nameof(input));
            }
        }

        foreach ((SiteKind kind, float[] values) in arrays)
        {
            if (values.Length != (long)input.Count * RecordedSites.Width(kind, facts.Shape))
            {
                throw new ArgumentException(
                    $"{values.Length} values of {RecordedSites.Name(kind)} at {input.Count} steps.",
                    nameof(arrays)
                );
            }
        }

        Facts = facts;
        Input = input;
        Output = output;
        this.arrays = new Dictionary<SiteKind, float[]>(arrays);
    }

    /// <summary>Where it came from.</summary>
    public RecordingFacts Facts { get; }

    /// <summary>T.</summary>
    public int Steps => Input.Count;

    /// <summary>The token read at each step, [T].</summary>
    public IReadOnlyList<Token> Input { get; }

    /// <summary>The token written at each step, [T].</summary>
    public IReadOnlyList<Token> Output { get; }

    /// <summary>The sites that were kept, in the order of a step.</summary>
    public IReadOnlyList<SiteKind> Kinds => [.. RecordedSites.All.Where(arrays.ContainsKey)];

    /// <summary>All values of a site: [T, S, H], or [T, V] for logits and posterior.</summary>
    /// <exception cref="ArgumentException">The site was not kept.</exception>
    public ReadOnlySpan<float> Values(SiteKind kind) => Memory(kind).Span;

    /// <summary>The same, to be kept.</summary>
    /// <exception cref="ArgumentException">The site was not kept.</exception>
    public ReadOnlyMemory<float> Memory(SiteKind kind) =>
        arrays.TryGetValue(kind, out float[]? values)
            ? values
            : throw new ArgumentException(
                $"The recording does not hold '{RecordedSites.Name(kind)}'. Record it with --sites.",
                nameof(kind)
            );

    /// <summary>What a site held at every step, [T, H]; of logits and posterior [T, V]. Shares the recording's values.</summary>
    /// <param name="site">A site of a layer, logits or posterior; what was read is <see cref="Input"/>.</param>
    /// <exception cref="ArgumentException">The site was not kept, or the network has no such layer.</exception>
    public SiteValues this[Site site]
    {
        get
        {
            if (site.Kind == SiteKind.Input)
            {
                throw new ArgumentException("A recording holds one token a step as its input: see Input.", nameof(site));
            }

            if (site.IsOfLayer && (site.Layer < 1 || site.Layer > Facts.Layers))
            {
                throw new ArgumentException($"There is no {site}: the network has layers 1 to {Facts.Layers}.", nameof(site));
            }

            int width = RecordedSites.Width(site.Kind, Facts.Shape);
            return site.IsOfLayer
                ? new SiteValues(Memory(site.Kind), Facts.Units, width, (site.Layer - 1) * Facts.Units)
                : new SiteValues(Memory(site.Kind), width, width, 0);
        }
    }

    /// <summary>The texts of the tokens written, blanks between: <c>M:4/4 K:Cmaj C 2 …</c>.</summary>
    public string Text => string.Join(' ', Output.Select(token => Facts.Vocabulary[token.Index]));

    /// <summary>How unexpected each token written was: −log₂ p of it, bits, [T]; infinite where p is 0.</summary>
    /// <exception cref="ArgumentException">The posterior was not kept.</exception>
    public double[] Surprise()
    {
        SiteValues posterior = this[Site.Posterior];

        // Taken from 0, so that a certain token's surprise is 0 and not −0.
        return [.. Output.Select((token, step) => 0 - Math.Log2(posterior[step][token.Index]))];
    }

    /// <summary>
    /// The logarithm of the probability that a step writes a token of a kind, natural, nats, [T]; minus infinity where it is 0.
    /// </summary>
    /// <param name="kind">What the tokens stand for: <see cref="TokenKind.Measure"/> for any bar.</param>
    /// <exception cref="ArgumentException">The posterior was not kept.</exception>
    public double[] LogProbabilities(TokenKind kind)
    {
        SiteValues posterior = this[Site.Posterior];
        int[] of = [.. Enumerable.Range(0, Facts.Vocabulary.Count).Where(token => TokenKinds.Of(Facts.Vocabulary[token]) == kind)];
        double[] logarithms = new double[Steps];
        for (int step = 0; step < Steps; step++)
        {
            double sum = 0;
            foreach (int token in of)
            {
                sum += posterior[step][token];
            }

            logarithms[step] = Math.Log(sum);
        }

        return logarithms;
    }

    /// <summary>Where what the steps write stands in the measures; the header's steps and the end token's have no place.</summary>
    public IReadOnlyList<StepPlace> Places() => StepPlaces.Of([.. Output.Select(token => Facts.Vocabulary[token.Index])]);
}
