namespace Lilt.Training;

/// <summary>Where a run stands, counted over the whole run.</summary>
internal sealed class RunProgress
{
    /// <summary>Epochs done.</summary>
    public int Epoch { get; set; }

    /// <summary>Batches of the present epoch done.</summary>
    public int Batch { get; set; }

    /// <summary>Updates done.</summary>
    public long Update { get; set; }

    /// <summary>Nats summed over the present epoch.</summary>
    public double LossSum { get; set; }

    /// <summary>Tokens of the present epoch.</summary>
    public long Tokens { get; set; }

    /// <summary>Tunes of the present epoch.</summary>
    public long Tunes { get; set; }

    /// <summary>The largest gradient norm of the present epoch.</summary>
    public double LargestNorm { get; set; }

    /// <summary>Time spent, in all sessions.</summary>
    public double Seconds { get; set; }

    /// <summary>Time spent on the present epoch's updates.</summary>
    public double EpochSeconds { get; set; }

    /// <summary>The epoch of the best weights, from 1; 0 before the first.</summary>
    public int BestEpoch { get; set; }

    /// <summary>The best weights' score.</summary>
    public double BestScore { get; set; } = double.PositiveInfinity;

    /// <summary>What the recipe does not say: the model that the run started from, and what was changed when it was resumed, in words.</summary>
    public List<string> Changes { get; set; } = [];

    /// <summary>Tunes written at fixed seeds after epochs.</summary>
    public List<EpochSample> Samples { get; set; } = [];

    /// <summary>The epochs done.</summary>
    public List<EpochRecord> Epochs { get; set; } = [];
}
