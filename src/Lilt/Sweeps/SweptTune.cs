using Lilt.Network;
using Lilt.Notation.Tokens;

namespace Lilt.Sweeps;

/// <summary>A tune under way under one plan: what it is worth so far, and the sites of the step under way.</summary>
/// <param name="plan">The plan's place.</param>
/// <param name="tune">The tune's place.</param>
/// <param name="sites">What is kept beside the posterior.</param>
/// <param name="kinds">The tokens of each kind, by kind.</param>
internal sealed class SweptTune(int plan, int tune, IReadOnlyList<Site> sites, int[][] kinds)
{
    private readonly float[]?[] kept = new float[]?[sites.Count];
    private IReadOnlyList<Token?> tokens = [];

    public int Plan => plan;

    public int Tune => tune;

    /// <summary>The value of its steps so far.</summary>
    public double Sum { get; private set; }

    public ReadOnlySpan<int> Tokens(TokenKind kind) => kinds[(int)kind];

    public Token Written(int step) => tokens[step]!.Value;

    /// <summary>Begins.</summary>
    /// <param name="given">y_0 to y_{T−1}, all given.</param>
    public void Begin(IReadOnlyList<Token?> given) => tokens = given;

    public ReadOnlySpan<float> Kept(Site site)
    {
        for (int place = 0; place < kept.Length; place++)
        {
            if (sites[place] == site)
            {
                return kept[place];
            }
        }

        throw new ArgumentException($"The sweep does not keep {site}: name it in SweepOptions.Sites.", nameof(site));
    }

    /// <summary>Keeps a site's values, if they are wanted.</summary>
    public void Keep(Site site, ReadOnlySpan<float> values)
    {
        for (int place = 0; place < kept.Length; place++)
        {
            if (sites[place] == site)
            {
                values.CopyTo(kept[place] ??= new float[values.Length]);
            }
        }
    }

    public void Add(int step, ReadOnlySpan<float> posterior, StepValue value) => Sum += value(new StepView(this, step, posterior));
}
