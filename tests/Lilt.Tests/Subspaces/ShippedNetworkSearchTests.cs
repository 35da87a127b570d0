using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Subspaces;
using Lilt.Tests.Reference;
using Xunit;

namespace Lilt.Tests.Subspaces;

/// <summary>Directions searched where the shipped network is known to keep its count: layer 2.</summary>
public sealed class ShippedNetworkSearchTests
{
    private const int Layer = 2;
    private const int Tried = 60;

    [Fact]
    public void Run_FourDirectionsOfLayerTwo_MoveTheBarLineOfTunesThatWereNotLearnedFrom()
    {
        Model model = ShippedNetwork.Model;
        int width = 2 * model.Shape.Units;
        Token[] bars =
        [
            .. Enumerable
                .Range(0, model.Shape.Tokens)
                .Select(index => new Token(index))
                .Where(token => TokenKinds.Of(model.Vocabulary, token) == TokenKind.Measure),
        ];
        List<MeasurePlace> places = MeasurePlace.Of(model, 42, 48);
        List<SubspacePair> learned = Pairs([.. places.Where(place => place.Tune % 2 == 0)], 320, 1, 2, 3);
        List<SubspacePair> tried = Pairs([.. places.Where(place => place.Tune % 2 == 1)], Tried, 2);
        SubspaceSearchOptions options = new() { Directions = 4, Steps = 100 };
        using SubspaceSearch search = new(model, Layer, learned, bars, 2);

        Subspace found = search.Run(options).Subspace;

        double untouched = Bar(model, bars, tried, null);
        double whole = Bar(model, bars, tried, RandomSubspace.Draw(width, width, 1));
        double random = Bar(model, bars, tried, RandomSubspace.Draw(4, width, 1));
        double moved = Bar(model, bars, tried, found);

        // Log probabilities of a bar where the donor's count has run out. The study's prototype: −8.4 untouched, −0.2 the whole layer.
        Assert.True(untouched < -6.0, $"untouched {untouched}");
        Assert.True(whole > -1.5, $"whole {whole}");
        Assert.InRange((moved - untouched) / (whole - untouched), 0.8, 1.2);
        Assert.InRange((random - untouched) / (whole - untouched), -0.05, 0.05);
    }

    private static List<SubspacePair> Pairs(List<MeasurePlace> places, int count, params int[] doses)
    {
        SplitMix64 random = new(new Seed(1).Derive("pairs", count));
        List<SubspacePair> pairs = [];
        while (pairs.Count < count)
        {
            if (places[random.Below(places.Count)].With(places[random.Below(places.Count)], doses) is { } pair)
            {
                pairs.Add(pair);
            }
        }

        return pairs;
    }

    /// <summary>The mean over the pairs of log p(bar) where it is due, after the interchange.</summary>
    private static double Bar(Model model, Token[] bars, List<SubspacePair> pairs, Subspace? subspace)
    {
        int units = model.Shape.Units;
        using StepBatch batch = new(model, 1);
        NoProbe probe = default;
        double sum = 0.0;
        foreach (SubspacePair pair in pairs)
        {
            float[] state = pair.Target.ToArray();
            Span<float> layer = state.AsSpan(2 * units * (Layer - 1), 2 * units);
            subspace?.Swap(layer, pair.Donor.Span.Slice(2 * units * (Layer - 1), 2 * units), layer);
            batch.Reset(0, ref probe);
            for (int of = 1; of <= model.Shape.Layers; of++)
            {
                state.AsSpan(2 * units * (of - 1), units).CopyTo(batch.Memory(0, new Site(SiteKind.Cell, of)));
                state.AsSpan(((2 * of) - 1) * units, units).CopyTo(batch.Memory(0, Site.H(of)));
            }

            foreach (Token token in pair.Tokens.Take(pair.Readings[^1].Step + 1))
            {
                batch.SetInput(0, token);
                batch.Step([0], 1f, ref probe);
            }

            float[] posterior = batch.Posterior(0).ToArray();
            sum += Math.Log(bars.Sum(token => (double)posterior[token.Index]));
        }

        return sum / pairs.Count;
    }
}
