namespace Lilt.Studio;

/// <summary>How much the studio takes on; what goes over a bound is refused with a sentence.</summary>
public sealed record StudioBounds
{
    /// <summary>Tunes that one request may ask for. Default 64.</summary>
    public int TunesARequest { get; init; } = 64;

    /// <summary>The largest limit of tokens of a tune, and the longest tune that may be given. Default 2000.</summary>
    public int TokensATune { get; init; } = 2000;

    /// <summary>Characters of a text that a person types. Default 20,000.</summary>
    public int TextLength { get; init; } = 20_000;

    /// <summary>Characters of a name. Default 200.</summary>
    public int NameLength { get; init; } = 200;

    /// <summary>Characters of a plan as JSON. Default 200,000.</summary>
    public int PlanLength { get; init; } = 200_000;

    /// <summary>Bytes of a request's body. Default 1 MiB.</summary>
    public long BodyBytes { get; init; } = 1 << 20;

    /// <summary>Bytes of a session's file that is imported. Default 64 MiB.</summary>
    public long ImportBytes { get; init; } = 64 << 20;

    /// <summary>Runs under way at one time. Default 32.</summary>
    public int Jobs { get; init; } = 32;

    /// <summary>Analyses that are made at one time; more wait. Default 4.</summary>
    public int Analyses { get; init; } = 4;

    /// <summary>Sessions that are kept. Default 500.</summary>
    public int Sessions { get; init; } = 500;

    /// <summary>Tunes of a session. Default 2000.</summary>
    public int TunesASession { get; init; } = 2000;

    /// <summary>Bytes of the file that keeps all sessions. Default 1 GiB.</summary>
    public long StoredBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of recordings that are kept in memory; they are made again when they are needed. Default 384 MiB.</summary>
    public long RecordingBytes { get; init; } = 384L << 20;

    /// <summary>Bytes of what a search through a session keeps in memory of the tunes that it went through. Default 128 MiB.</summary>
    public long SearchBytes { get; init; } = 128L << 20;

    /// <summary>Tunes of one handout. Default 8.</summary>
    public int TunesAHandout { get; init; } = 8;

    /// <summary>Studies that the shelf shows, the newest. Default 500.</summary>
    public int StudiesShown { get; init; } = 500;

    /// <summary>Bytes of a study's numbers. Default 64 MiB.</summary>
    public long StudyBytes { get; init; } = 64L << 20;

    /// <summary>Seconds of sound that are exported. Default 1200.</summary>
    public double SoundSeconds { get; init; } = 1200;
}
