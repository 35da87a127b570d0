using System.Globalization;
using System.Text;
using Lilt.Files;
using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Sweeping.Results;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>
/// A shard of tunes while it is made: every whole tune is kept in a file at once, so that whoever takes the shard up again goes on with the next.
/// </summary>
/// <remarks>
/// A line a tune: 1 where the limit ended it; near draws; the operations of its plan that have come to touch something, or -; then the tokens'
/// numbers, the start token left out.
/// </remarks>
internal sealed class TuneShard : IDisposable
{
    private readonly Model model;
    private readonly ShardStore store;
    private readonly CompiledPlan[] plans;
    private readonly ResumableFile file;
    private readonly List<TuneRow> rows = [];

    /// <param name="shard">What is made.</param>
    /// <param name="model">Its network.</param>
    /// <param name="store">Where it goes.</param>
    /// <exception cref="PlaceTakenException">Somebody makes it now.</exception>
    /// <exception cref="PlanFormatException">A plan names what the network lacks.</exception>
    /// <exception cref="Plans.SweepFormatException">A file that a plan names is another than when the sweep began.</exception>
    public TuneShard(Shard shard, Model model, ShardStore store)
    {
        Shard = shard;
        this.model = model;
        this.store = store;
        plans = [.. shard.Plans.Select(plan => plan.Compile(model))];
        string path = store.UnfinishedPathOf(shard);
        KeyValuePair<string, string>[] settings = [new("shard", shard.Name)];
        file = ResumedOrBegun.Open(path, settings);
        try
        {
            Recall();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What is made.</summary>
    public Shard Shard { get; }

    /// <summary>Tunes that are whole.</summary>
    public int Whole => rows.Count;

    /// <summary>Whether all are.</summary>
    public bool IsWhole => Whole == Shard.Points;

    /// <summary>The tunes that are left, in order.</summary>
    public IEnumerable<TuneRequest> Left() => ShardRequests.Of(Shard, model, plans, Whole);

    /// <summary>The next tune is whole.</summary>
    public void Take(GeneratedTune tune)
    {
        StringBuilder line = new();
        string touched = string.Join(',', plans[Whole / Shard.Seeds.Count].Touched);
        line.Append(CultureInfo.InvariantCulture, $"{(tune.EndsAtLimit ? 1 : 0)} {tune.NearDraws} {(touched.Length == 0 ? "-" : touched)}");
        foreach (Token token in tune.Tokens.Skip(1))
        {
            line.Append(CultureInfo.InvariantCulture, $" {token.Index}");
        }

        file.Stream.Write(Encoding.ASCII.GetBytes(line.Append('\n').ToString()));
        Add(tune);
        file.Keep(string.Empty);
    }

    /// <summary>Writes the table and throws away what was kept on the way.</summary>
    public void Complete()
    {
        int[] untouched = [.. plans.Select(plan => plan.Plan.Operations.Count - plan.Touched.Count)];
        TableFile.Write(store.PathOf(Shard), TuneTable.Of(Shard, rows, untouched));
        file.Discard();
    }

    /// <summary>Lets the shard go; its whole tunes are kept.</summary>
    public void Dispose() => file.Dispose();

    private void Add(GeneratedTune tune) => rows.Add(TuneRow.Of(rows.Count / Shard.Seeds.Count, tune, model.Vocabulary, Shard.Sweep.Task));

    private void Recall()
    {
        if (file.KeptBytes == 0)
        {
            return;
        }

        byte[] kept = new byte[file.KeptBytes];
        file.ReadKept(0, kept);
        file.Stream.Position = file.KeptBytes;
        foreach (string line in Encoding.ASCII.GetString(kept).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split(' ');
            if (parts[2] != "-")
            {
                plans[Whole / Shard.Seeds.Count].Recall(parts[2].Split(',').Select(Whole32));
            }

            int index = Shard.Seeds.First + (Whole % Shard.Seeds.Count);
            Token[] tokens = [model.Vocabulary.Start, .. parts.Skip(3).Select(number => new Token(Whole32(number)))];
            Add(new GeneratedTune(index, Shard.Seeds.Of(index), tokens, parts[0] == "1", Whole32(parts[1])));
        }
    }

    private static int Whole32(string number) => int.Parse(number, CultureInfo.InvariantCulture);
}
