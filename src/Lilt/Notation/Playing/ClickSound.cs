namespace Lilt.Notation.Playing;

/// <summary>A click of the metronome: a short high tone, unlike any of the instruments.</summary>
internal sealed class ClickSound(bool isFirst, double rate) : ISoundingNote
{
    private const double FirstHertz = 1760;
    private const double OtherHertz = 1175;
    private const double RiseSeconds = 0.001;
    private const double FallSeconds = 0.012;
    private const double EndSeconds = 0.12;
    private const double Loudness = 1.6;

    private readonly double frequency = isFirst ? FirstHertz : OtherHertz;
    private long sample;

    /// <inheritdoc/>
    public bool IsSilent => sample > EndSeconds * rate;

    /// <inheritdoc/>
    public void AddTo(Span<float> destination, int held)
    {
        for (int i = 0; i < destination.Length; i++, sample++)
        {
            double seconds = sample / rate;
            double level = Loudness * Math.Min(1, seconds / RiseSeconds) * Math.Exp(-seconds / FallSeconds);
            destination[i] += (float)(level * Math.Sin(2 * Math.PI * frequency * seconds));
        }
    }
}
