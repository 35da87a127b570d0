using Lilt.Generation;
using Lilt.Network;
using Lilt.Notation.Tokens;
using Lilt.Operations;
using Lilt.Randomness;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;

namespace Lilt.Sweeping.Work;

/// <summary>The tunes of a shard, as the generator is asked for them: plan by plan, seed by seed.</summary>
internal static class ShardRequests
{
    /// <summary>Those from a place on.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="model">Its network.</param>
    /// <param name="plans">Its plans, made ready.</param>
    /// <param name="from">How many are left out at the beginning.</param>
    public static IEnumerable<TuneRequest> Of(Shard shard, Model model, CompiledPlan[] plans, int from = 0)
    {
        IReadOnlyList<Token?> prime = HeaderText.Read(shard.Header, model.Vocabulary);
        for (int point = from; point < shard.Points; point++)
        {
            (int plan, int place) = Math.DivRem(point, shard.Seeds.Count);
            int index = shard.Seeds.First + place;
            Seed seed = shard.Seeds.Of(index);
            yield return new TuneRequest
            {
                Index = index,
                Seed = seed,
                Random = new RandomState(seed),
                Prime = prime,
                Limit = shard.Sweep.Limit,
                Plan = plans[plan].Plan.Operations.Count == 0 ? null : plans[plan],
                DrawsForPrime = shard.Sweep.Mode == DrawMode.Webapp,
            };
        }
    }

    /// <summary>The same request, whose tokens somebody is told of.</summary>
    public static TuneRequest Told(TuneRequest request, Action<int, Token> written) =>
        new()
        {
            Index = request.Index,
            Seed = request.Seed,
            Random = request.Random,
            Prime = request.Prime,
            Limit = request.Limit,
            Plan = request.Plan,
            DrawsForPrime = request.DrawsForPrime,
            Written = written,
        };
}
