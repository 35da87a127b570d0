using Lilt.Network;
using Lilt.Studies.Control;
using Lilt.Sweeping.Plans;
using Lilt.Sweeping.Shards;
using Lilt.Sweeping.Work;

namespace Lilt.Sweeping.Results;

/// <summary>Joins the controls of a sweep, whose sets were read in parts.</summary>
public static class SweepControls
{
    /// <summary>Joins them, of every plan all of whose sets are there.</summary>
    /// <param name="folder">The sweep, whose task is a control.</param>
    /// <param name="threads">Threads, at least 1; they change speed alone.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>In the order of the grid.</returns>
    /// <exception cref="SweepFormatException">The sweep is of another task.</exception>
    public static IEnumerable<SweptControl> Of(SweepFolder folder, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (folder.Plan.Control is not { } order)
        {
            throw new SweepFormatException($"{folder.FullPath}: controls are of a sweep whose task is control.");
        }

        return Joined();

        IEnumerable<SweptControl> Joined()
        {
            SweptModel? swept = null;
            Model? model = null;
            // The shards of a control stand together.
            foreach (Shard[] parts in folder.Shards.All().Chunk(order.Parts).Where(parts => parts.All(folder.Store.Has)))
            {
                Shard first = parts[0];
                if (first.Model != swept || model is null)
                {
                    (swept, model) = (first.Model, first.Model.Read());
                }

                yield return new SweptControl(
                    first.Model.Name,
                    first.Temperature,
                    first.Header,
                    first.Seeds.Of(first.Seeds.First),
                    first.Plans[0].Name,
                    ControlParts.Join(
                        model,
                        ControlShard.Options(first, model, threads),
                        ControlTargets.Of(first.Plans[0]),
                        parts.SelectMany(part => ControlTable.ReadAsync(folder, part).GetAwaiter().GetResult()),
                        cancellation
                    )
                );
            }
        }
    }
}
