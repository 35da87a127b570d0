using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Elements;
using Lilt.Notation.Tokens;

namespace Lilt.Tests.Reference;

/// <summary>
/// A network built by hand that writes eight notes, then a bar, until a bar is followed by the end: unit u of each layer is on exactly
/// while token u is the last one read.
/// </summary>
internal static class MetronomeModel
{
    private const float Open = 8;
    private const float Shut = -8;
    private const float Drive = 4;
    private const float Allowed = 20;

    /// <summary>Notes of a measure; with its bar a measure takes a step more.</summary>
    public const int Notes = 8;

    /// <summary>The bar.</summary>
    public const string Bar = "|";

    /// <summary>Units after the tokens' own that never move.</summary>
    public const int Silent = 2;

    private static readonly string[][] Stages =
    [
        ["C", "c"],
        ["D", "d"],
        ["E", "e"],
        ["F", "f"],
        ["G", "g"],
        ["A", "a"],
        ["B", "b"],
        ["C,", "c'"],
    ];

    /// <summary>Builds it.</summary>
    /// <param name="layers">S.</param>
    /// <param name="endWeight">The weight by which a bar is followed by the end; a note's is 20. 16.5 makes tunes of some 15 measures, more
    /// makes shorter ones.</param>
    public static Model Create(int layers = 2, float endWeight = 16.5f)
    {
        Vocabulary vocabulary = new([
            Vocabulary.StartText,
            Vocabulary.EndText,
            "M:4/4",
            "M:3/4",
            "K:Cmaj",
            "K:Cdor",
            Bar,
            .. Stages.SelectMany(stage => stage),
        ]);
        NetworkWeights weights = new(new NetworkShape(layers, vocabulary.Count + Silent, vocabulary.Count));
        foreach (LayerWeights layer in weights.Layers)
        {
            Array.Fill(layer.Biases[(int)Gate.Input], Open);
            Array.Fill(layer.Biases[(int)Gate.Forget], Shut);
            Array.Fill(layer.Biases[(int)Gate.Output], Open);
            for (int token = 0; token < vocabulary.Count; token++)
            {
                layer.InputWeights[(int)Gate.Candidate][(token * layer.Units) + token] = Drive;
            }
        }

        void Follow(string token, string next, float weight)
        {
            if (!vocabulary.TryFind(token, out Token from) || !vocabulary.TryFind(next, out Token to))
            {
                throw new ArgumentException($"'{token}' or '{next}' is no token of the metronome.", nameof(token));
            }

            weights.OutputWeights[(from.Index * vocabulary.Count) + to.Index] = weight;
        }

        Follow(Vocabulary.StartText, "M:4/4", Allowed);
        foreach (string meter in (string[])["M:4/4", "M:3/4"])
        {
            Follow(meter, "K:Cmaj", Allowed);
        }

        foreach (string before in (string[])["K:Cmaj", "K:Cdor", Bar])
        {
            Array.ForEach(Stages[0], note => Follow(before, note, Allowed));
        }

        for (int stage = 0; stage < Notes; stage++)
        {
            foreach (string note in Stages[stage])
            {
                Array.ForEach(stage + 1 < Notes ? Stages[stage + 1] : [Bar], next => Follow(note, next, Allowed));
            }
        }

        Follow(Bar, Vocabulary.EndText, endWeight);
        return new Model(vocabulary, weights, ModelProvenance.Named("metronome"));
    }
}
