using System.Globalization;
using Lilt.Recording;

namespace Lilt.Operations;

/// <summary>The files that a plan names.</summary>
public static class PlanFiles
{
    /// <summary>A recording's first tune, or that of a number: <c>many.npz#12</c>.</summary>
    /// <param name="path">The file, with <c>#</c> and the tune's number, from 0, behind it.</param>
    /// <exception cref="PlanFormatException">The recording has no tune of that number.</exception>
    /// <exception cref="RecordingFormatException">The file is no recording.</exception>
    public static TuneRecording Recording(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        int hash = path.LastIndexOf('#');
        bool isNumbered = int.TryParse(path.AsSpan(hash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int index) && hash > 0;
        using RecordingReader reader = new(isNumbered ? path[..hash] : path);
        return index < reader.Count
            ? reader.Read(isNumbered ? index : 0)
            : throw new PlanFormatException($"{path}: the recording has tunes 0 to {reader.Count - 1}.");
    }

    /// <summary>Directions of a NumPy file: [K, W], a direction a row, or [W], one alone.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="PlanFormatException">The array has another shape.</exception>
    /// <exception cref="RecordingFormatException">The file is no array.</exception>
    public static SiteValues Directions(string path)
    {
        float[] rows = NumpyFile.Read(path, out int[] shape);
        return shape is [> 0, > 0] or [> 0]
            ? new SiteValues(rows, shape[^1])
            : throw new PlanFormatException(
                $"{path}: directions are an array [K, W], a direction a row; this one has the shape ({string.Join(", ", shape)})."
            );
    }
}
