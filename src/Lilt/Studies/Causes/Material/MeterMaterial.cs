using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;

namespace Lilt.Studies.Causes.Material;

/// <summary>The tunes of one meter that interchanges are made between, and the states that were kept of them.</summary>
internal sealed class MeterMaterial
{
    /// <summary>The fewest full inner measures of a tune that is used.</summary>
    public const int FewestMeasures = 6;

    private readonly Dictionary<PlaceOfTune, NetworkState> states = [];
    private readonly NetworkShape shape;

    /// <param name="meter">As tokens name it: <c>4/4</c>.</param>
    /// <param name="full">M, in whole notes.</param>
    /// <param name="written">The tunes, start token first, with the seeds of those that were drawn.</param>
    /// <param name="model">The network.</param>
    public MeterMaterial(string meter, Fraction full, IReadOnlyList<(Seed? Seed, GivenTune Tune)> written, Model model)
    {
        Meter = meter;
        Full = full;
        shape = model.Shape;
        Written = written.Count;
        List<ReadTune> used = [];
        foreach ((Seed? seed, GivenTune text) in written)
        {
            ReadTune tune = new(used.Count, seed, model.Vocabulary, text);
            Measures += tune.Places.Measures.Count(measure => measure.Tokens > 0);
            FullMeasures += tune.Places.Measures.Count(measure => measure is { IsFull: true, IsInner: true });
            if (tune.Used.Count >= FewestMeasures)
            {
                used.Add(tune);
            }
        }

        Tunes = used;
    }

    /// <summary>As tokens name it: <c>4/4</c>.</summary>
    public string Meter { get; }

    /// <summary>The tokens that the network was given at the beginning of each; empty for given tunes.</summary>
    public IReadOnlyList<Token> Header { get; init; } = [];

    /// <summary>M, in whole notes.</summary>
    public Fraction Full { get; }

    /// <summary>M in eighths.</summary>
    public double Eighths => 8 * Full.ToDouble();

    /// <summary>How many tunes there were.</summary>
    public int Written { get; }

    /// <summary>How many measures they had, empty ones left out.</summary>
    public int Measures { get; }

    /// <summary>How many of those are inner and full.</summary>
    public int FullMeasures { get; }

    /// <summary>The tunes with enough full inner measures.</summary>
    public IReadOnlyList<ReadTune> Tunes { get; }

    /// <summary>The state of the network after a step of a tune: it is known once the tunes are read.</summary>
    public NetworkState State(PlaceOfTune place)
    {
        if (!states.TryGetValue(place, out NetworkState? state))
        {
            states[place] = state = NetworkState.Of(shape);
        }

        return state;
    }

    /// <summary>What reads all tunes and keeps every state that was asked for.</summary>
    public IReadOnlyList<Trial> Readings()
    {
        ILookup<int, KeyValuePair<PlaceOfTune, NetworkState>> wanted = states.ToLookup(of => of.Key.Tune);
        foreach (ReadTune tune in Tunes)
        {
            tune.Reading = new Trial
            {
                Tokens = tune.All,
                Kept = [.. wanted[tune.Index].OrderBy(of => of.Key.Step).Select(of => (of.Key.Step, of.Value))],
            };
        }

        return [.. Tunes.Select(tune => tune.Reading)];
    }
}
