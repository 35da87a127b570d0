namespace Lilt.WeightFiles;

/// <summary>How a written file keeps each weight.</summary>
public enum WeightPrecision
{
    /// <summary>float32: every bit of the model, and so its hash, is kept.</summary>
    Full,

    /// <summary>float16: half the size; weights are rounded to the nearest, so the file is another model with a hash of its own.</summary>
    Half,
}
