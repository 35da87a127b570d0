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
    public TuneRecording(RecordingFacts facts, IReadOnlyList<Token> input, IReadOnlyList<Token> output, IReadOnlyDictionary<SiteKind, float[]> arrays)
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
                throw new ArgumentException($"{values.Length} values of {RecordedSites.Name(kind)} at {input.Count} steps.", nameof(arrays));
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
    public ReadOnlyMemory<float> Memory(SiteKind kind) => arrays.TryGetValue(kind, out float[]? values)
        ? values
        : throw new ArgumentException($"The recording does not hold '{RecordedSites.Name(kind)}'. Record it with --sites.", nameof(kind));
}
