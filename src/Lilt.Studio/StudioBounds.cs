namespace Lilt.Studio;

/// <summary>How much the studio takes on; what goes over a bound is refused with a sentence.</summary>
public sealed record StudioBounds
{
    /// <summary>Bytes of memory that the studio takes unless told otherwise: 400 MiB.</summary>
    public const long DefaultMemoryBytes = 400L << 20;

    /// <summary>The least that it can be told to take: 256 MiB.</summary>
    public const long LeastMemoryBytes = 256L << 20;

    // The program, one model of folk-rnn's shape and the work in hand; what is over this is for what would else be made again.
    private const long OwnBytes = 208L << 20;

    /// <summary>Bounds that are all as they are unless told otherwise.</summary>
    public StudioBounds()
        : this(DefaultMemoryBytes) { }

    /// <summary>Bounds of a studio that takes so much memory; what it keeps so as not to make it again is divided accordingly.</summary>
    /// <param name="memoryBytes">Bytes in all.</param>
    public StudioBounds(long memoryBytes)
    {
        MemoryBytes = memoryBytes;
        long kept = Math.Max(0, memoryBytes - OwnBytes);
        RecordingBytes = kept / 2;
        ModelBytes = kept / 4;
        SpectraBytes = kept / 8;
        SearchBytes = kept / 8;
    }

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

    /// <summary>Bytes of a model's file that is put in by the page. Default 128 MiB.</summary>
    public long ModelFileBytes { get; init; } = 128L << 20;

    /// <summary>Models that were put in and are kept. Default 100.</summary>
    public int AddedModels { get; init; } = 100;

    /// <summary>Runs under way at one time. Default 32.</summary>
    public int Jobs { get; init; } = 32;

    /// <summary>Runs of different sessions that are at work at one time; more wait. Default 4, or one a processor.</summary>
    public int RunsAtWork { get; init; } = Math.Max(4, Environment.ProcessorCount);

    /// <summary>Analyses that are made at one time; more wait. Default 4.</summary>
    public int Analyses { get; init; } = 4;

    /// <summary>Requests that have a tune's recording in hand at one time; more wait. Default 12.</summary>
    public int Looks { get; init; } = 12;

    /// <summary>Sessions that are kept. Default 500.</summary>
    public int Sessions { get; init; } = 500;

    /// <summary>Tunes of a session. Default 2000.</summary>
    public int TunesASession { get; init; } = 2000;

    /// <summary>Seeds of an effect. Default 1000.</summary>
    public int TunesAnEffect { get; init; } = 1000;

    /// <summary>Effects of a session. Default 200.</summary>
    public int EffectsASession { get; init; } = 200;

    /// <summary>Bytes of the file that keeps all sessions. Default 1 GiB.</summary>
    public long StoredBytes { get; init; } = 1L << 30;

    /// <summary>Bytes of memory over which what is not used any more is given back at once.</summary>
    public long MemoryBytes { get; init; }

    /// <summary>Bytes of recordings that are kept in memory; they are made again when they are needed. Default 96 MiB.</summary>
    public long RecordingBytes { get; init; }

    /// <summary>Bytes of the models that are kept in memory; the one that was used last stays, however large. Default 48 MiB.</summary>
    public long ModelBytes { get; init; }

    /// <summary>Bytes of spectra that are kept in memory. Default 24 MiB.</summary>
    public long SpectraBytes { get; init; }

    /// <summary>Bytes of what a search through a session keeps in memory of the tunes that it went through. Default 24 MiB.</summary>
    public long SearchBytes { get; init; }

    /// <summary>
    /// Bytes of what is told of runs that is kept for pages that come later; a part of the studio's own need. Default 8 MiB.
    /// </summary>
    public long EventBytes { get; init; } = 8 << 20;

    /// <summary>Tunes of one handout. Default 8.</summary>
    public int TunesAHandout { get; init; } = 8;

    /// <summary>Studies that the shelf shows, the newest. Default 500.</summary>
    public int StudiesShown { get; init; } = 500;

    /// <summary>Bytes of a study's numbers. Default 64 MiB.</summary>
    public long StudyBytes { get; init; } = 64L << 20;

    /// <summary>Seconds of sound that are exported. Default 1200.</summary>
    public double SoundSeconds { get; init; } = 1200;
}
