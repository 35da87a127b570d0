using Lilt.Alignment;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation;
using Lilt.Notation.Tokens;
using Lilt.Randomness;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Material;

namespace Lilt.Studies.Causes.Questions;

/// <summary>Does the count run by itself: measure tokens are forbidden while the network writes on from a bar.</summary>
internal sealed class ByItself
{
    /// <summary>How many measures are written without a bar.</summary>
    public const int WrittenMeasures = 3;

    // Notes are an eighth or so: enough for three measures of 4/4 with their lengths.
    private const int TokensAnEighth = 2;

    private readonly MeterMaterial material;
    private readonly Model model;
    private readonly Clock clock;
    private readonly float temperature;
    private readonly Seed seed;
    private readonly List<(ReadTune Tune, BarredMeasure Measure)> starts = [];
    private readonly List<(int Tune, Fraction Distance, double B)> found = [];

    /// <param name="material">The tunes.</param>
    /// <param name="model">The network.</param>
    /// <param name="clock">What is forbidden: its events.</param>
    /// <param name="temperature">Divides the logits, over 0.</param>
    /// <param name="count">How many times it is let write.</param>
    /// <param name="seed">Of what is drawn.</param>
    public ByItself(MeterMaterial material, Model model, Clock clock, float temperature, int count, Seed seed)
    {
        this.material = material;
        this.model = model;
        this.clock = clock;
        this.temperature = temperature;
        this.seed = seed;
        SplitMix64 random = new(seed.Derive("by itself"));
        for (int n = 0; n < count; n++)
        {
            ReadTune tune = material.Tunes[n % material.Tunes.Count];
            BarredMeasure measure = tune.Used[random.Below(tune.Used.Count)];
            starts.Add((tune, measure));
            _ = material.State(new(tune.Index, measure.First - 1));
        }
    }

    /// <summary>B before measure tokens are forbidden, at every open place, by the duration since the bar.</summary>
    public IReadOnlyList<(int Tune, Fraction Distance, double B)> Found => found;

    /// <summary>How many times it wrote.</summary>
    public int Count => starts.Count;

    /// <summary>Lets the network write.</summary>
    /// <param name="threads">Changes speed alone.</param>
    /// <param name="cancellation">Ends it within a step.</param>
    public void Run(int threads, CancellationToken cancellation)
    {
        (double[] B, List<Token> Written)[] made = new (double[], List<Token>)[starts.Count];
        int[][] parts = [.. Enumerable.Range(0, starts.Count).Chunk(Math.Max(1, (starts.Count + threads - 1) / threads))];
        Parallel.ForEach(
            parts,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            part => Write(part, made, cancellation)
        );
        for (int n = 0; n < starts.Count; n++)
        {
            Place(starts[n].Tune, starts[n].Measure, made[n].B, made[n].Written);
        }
    }

    private void Write(int[] part, (double[] B, List<Token> Written)[] made, CancellationToken cancellation)
    {
        using StepBatch batch = new(model, part.Length);
        NoProbe probe = default;
        int steps = (int)Math.Ceiling(WrittenMeasures * material.Eighths * TokensAnEighth);
        int[] events = [.. clock.Events.Select(token => token.Index)];
        SplitMix64[] random = [.. part.Select(n => new SplitMix64(seed.Derive("written by itself", n)))];
        List<int> active = [.. Enumerable.Range(0, part.Length)];
        for (int slot = 0; slot < part.Length; slot++)
        {
            (ReadTune tune, BarredMeasure measure) = starts[part[slot]];
            batch.Reset(slot, ref probe);
            material.State(new(tune.Index, measure.First - 1)).Write(batch, slot);
            batch.SetInput(slot, tune[measure.First - 1]);
            made[part[slot]] = (new double[steps], []);
        }

        float[] allowed = new float[model.Shape.Tokens];
        for (int step = 0; step < steps && active.Count > 0; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.Step([.. active], temperature, ref probe);
            foreach (int slot in active.ToArray())
            {
                batch.Posterior(slot).CopyTo(allowed);
                double bars = 0;
                foreach (int token in events)
                {
                    bars += allowed[token];
                    allowed[token] = 0;
                }

                (double[] b, List<Token> written) = made[part[slot]];
                b[step] = Math.Max(Math.Log(bars), TrialRunner.Least);
                if (allowed.Sum() <= 0)
                {
                    active.Remove(slot);
                    continue;
                }

                Token drawn = TokenDraw.Draw(allowed, (random[slot].Next() >> 11) * (1.0 / (1ul << 53)), out _);
                written.Add(drawn);
                if (drawn == model.Vocabulary.End)
                {
                    active.Remove(slot);
                }
                else
                {
                    batch.SetInput(slot, drawn);
                }
            }
        }
    }

    private void Place(ReadTune tune, BarredMeasure measure, double[] b, List<Token> written)
    {
        Token[] whole = [model.Vocabulary.Start, .. Enumerable.Range(0, measure.First).Select(step => tune[step]), .. written];
        OpenPlaces places = OpenPlaces.Of(model.Vocabulary, whole);
        Fraction last = material.Full * new Fraction(WrittenMeasures);
        foreach (OpenPlace place in places.All)
        {
            int step = place.Step - measure.First;
            if (step >= 0 && step < written.Count && place.Distance.Sign > 0 && place.Distance <= last)
            {
                found.Add((tune.Index, place.Distance, b[step]));
            }
        }
    }
}
