namespace Lilt.Spectra;

/// <summary>The conventions of a spectrum. The default is the article's where it states one: a Hann window, nothing taken off.</summary>
public sealed record SpectrumOptions
{
    /// <summary>The defaults.</summary>
    public static readonly SpectrumOptions Default = new();

    /// <summary>The window; Hann unless set.</summary>
    public WindowShape Window { get; init; } = WindowShape.Hann;

    /// <summary>The points; padded unless set.</summary>
    public SpectralPoints Points { get; init; } = SpectralPoints.Padded;

    /// <summary>Whether frequency 0 counts in the sum that a band's power is divided by; included unless set.</summary>
    public DirectCurrent DirectCurrent { get; init; } = DirectCurrent.Include;

    /// <summary>What is taken off first; nothing unless set.</summary>
    public Detrending Detrending { get; init; } = Detrending.None;

    /// <summary>Analyse |h| in place of h; before anything is taken off.</summary>
    public bool Rectify { get; init; }
}
