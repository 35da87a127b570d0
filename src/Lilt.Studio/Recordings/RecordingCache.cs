using Lilt.Recording;

namespace Lilt.Studio.Recordings;

/// <summary>Recordings that were made lately, up to a number of bytes.</summary>
internal sealed class RecordingCache(StudioBounds bounds)
{
    private readonly BoundedCache<string, TuneRecording> recordings = new(bounds.RecordingBytes, BytesOf);

    /// <summary>Bytes of what is kept.</summary>
    public long Bytes => recordings.Bytes;

    /// <summary>Bytes of a recording's values.</summary>
    public static long BytesOf(TuneRecording recording) => recording.Kinds.Sum(kind => (long)recording.Values(kind).Length * sizeof(float));

    public Task<TuneRecording> GetAsync(string tune, Func<CancellationToken, Task<TuneRecording>> make, CancellationToken cancellation) =>
        recordings.GetAsync(tune, make, cancellation);

    /// <summary>A recording that is in memory; null where it is not.</summary>
    public TuneRecording? Find(string tune) => recordings.Find(tune);

    public void Put(string tune, TuneRecording recording) => recordings.Put(tune, recording);

    public void Remove(string tune) => recordings.Remove(key => key == tune);
}
