using Lilt.Alignment;
using Lilt.Notation;
using Lilt.Notation.Abc;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;

namespace Lilt.Studies.Causes.Material;

/// <summary>A tune of the material: its tokens, its places, and what the network thinks of bars at every step.</summary>
internal sealed class ReadTune
{
    private readonly Token[] tokens;

    /// <param name="index">Its place in the material, from 0.</param>
    /// <param name="seed">What it was drawn with; null for a given tune.</param>
    /// <param name="vocabulary">The tokens' texts.</param>
    /// <param name="text">The start token and all that followed.</param>
    public ReadTune(int index, Seed? seed, Vocabulary vocabulary, GivenTune text)
    {
        Index = index;
        Seed = seed;
        Written = text.Written;
        tokens = [.. text.Tokens];
        Places = OpenPlaces.Of(vocabulary, tokens);
        Used = [.. Places.Measures.Where(measure => measure.IsInner && measure.IsFull)];
        UsedPlaces = [.. Places.All.Where(place => IsUsed(place.Measure))];
    }

    /// <summary>Its place in the material, from 0.</summary>
    public int Index { get; }

    /// <summary>What it was drawn with; null for a given tune.</summary>
    public Seed? Seed { get; }

    /// <summary>The text that its tokens were made of; null where there is none.</summary>
    public WrittenTune? Written { get; }

    /// <summary>T.</summary>
    public int Steps => tokens.Length - 1;

    /// <summary>Its open places and measures.</summary>
    public OpenPlaces Places { get; }

    /// <summary>The inner measures that are full.</summary>
    public IReadOnlyList<BarredMeasure> Used { get; }

    /// <summary>The open places in those.</summary>
    public IReadOnlyList<OpenPlace> UsedPlaces { get; }

    /// <summary>The trial that reads the whole tune; its events are those of the tune's steps.</summary>
    public Trial Reading { get; set; } = null!;

    /// <summary>The token that a step writes.</summary>
    public Token this[int step] => tokens[step + 1];

    /// <summary>The tokens that are read at some steps: step t reads what step t − 1 wrote.</summary>
    /// <param name="first">The first step that reads.</param>
    /// <param name="last">The last, counted in.</param>
    public ArraySegment<Token> ReadAt(int first, int last) => new(tokens, first, last - first + 1);

    /// <summary>All that the steps read.</summary>
    public ArraySegment<Token> All => new(tokens, 0, Steps);

    /// <summary>Whether a measure is inner and full.</summary>
    public bool IsUsed(int measure) => Places.Measures[measure] is { IsInner: true, IsFull: true };

    /// <summary>The natural logarithm of the probability that a step writes one of an event's tokens.</summary>
    /// <param name="step">From 0.</param>
    /// <param name="of">Which event, from 0.</param>
    public double LogProbability(int step, int of = 0) => Reading.LogProbability(step, of);

    /// <summary>The open place of a used measure at a distance, in whole notes; nothing where there is none.</summary>
    public OpenPlace? At(int measure, Fraction distance)
    {
        foreach (OpenPlace place in UsedPlaces)
        {
            if (place.Measure == measure && place.Distance == distance)
            {
                return place;
            }
        }

        return null;
    }
}
