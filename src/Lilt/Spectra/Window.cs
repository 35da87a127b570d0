namespace Lilt.Spectra;

/// <summary>A symmetric analysis window of N values, and its magnitude response in closed form.</summary>
/// <remarks>
/// With m = n − (N − 1)/2 the window is w = a₀ + a₁ cos(2πm/(N − 1)) + a₂ cos(4πm/(N − 1)), and its response is the sum of five Dirichlet
/// kernels sin(πNf)/sin(πf), shifted by whole multiples of 1/(N − 1). Immutable. Source: F. J. Harris, "On the use of windows for harmonic
/// analysis with the discrete Fourier transform", Proc. IEEE 66 (1978), sections IV and V.
/// </remarks>
public sealed class Window
{
    /// <summary>The shortest window whose main lobe and first sidelobe lie below ½ for every shape.</summary>
    public const int MinimumLength = 8;

    private const double SineTooSmall = 1e-12;

    private readonly double[] values;
    private readonly double a0;
    private readonly double a1;
    private readonly double a2;
    private readonly Lazy<WindowLobes> lobes;

    /// <param name="shape">Which window.</param>
    /// <param name="length">N, at least <see cref="MinimumLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The shape is unknown or the length is too small.</exception>
    public Window(WindowShape shape, int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, MinimumLength);
        (a0, a1, a2) = shape switch
        {
            WindowShape.Hann => (0.5, 0.5, 0.0),
            WindowShape.Rectangular => (1.0, 0.0, 0.0),
            WindowShape.Hamming => (0.54, 0.46, 0.0),
            WindowShape.Blackman => (0.42, 0.5, 0.08),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "An unknown window."),
        };
        Shape = shape;
        values = new double[length];
        double centre = (length - 1) / 2.0;
        for (int n = 0; n < length; n++)
        {
            double angle = 2 * Math.PI * (n - centre) / (length - 1);
            values[n] = a0 + (a1 * Math.Cos(angle)) + (a2 * Math.Cos(2 * angle));
        }

        lobes = new Lazy<WindowLobes>(() => WindowLobes.Of(this));
    }

    /// <summary>Which window.</summary>
    public WindowShape Shape { get; }

    /// <summary>N.</summary>
    public int Length => values.Length;

    /// <summary>[N], from 0 to 1.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>Where the main lobe and the first sidelobe stand; found at the first use.</summary>
    public WindowLobes Lobes => lobes.Value;

    /// <summary>The magnitude |W(f)| of the window's transform; at f = 0 the sum of its values.</summary>
    /// <param name="frequency">Cycles a step, any real number: the response is even and repeats every 1.</param>
    public double Response(double frequency) => Math.Abs(Amplitude(frequency));

    /// <summary>The transform about the window's middle, a real number that changes its sign at every null.</summary>
    internal double Amplitude(double frequency)
    {
        double apart = 1.0 / (Length - 1);
        return (a0 * Dirichlet(frequency))
            + (a1 / 2 * (Dirichlet(frequency - apart) + Dirichlet(frequency + apart)))
            + (a2 / 2 * (Dirichlet(frequency - (2 * apart)) + Dirichlet(frequency + (2 * apart))));
    }

    private double Dirichlet(double frequency)
    {
        double below = Math.Sin(Math.PI * frequency);
        return Math.Abs(below) < SineTooSmall
            ? Length * Math.Cos(Math.PI * Length * frequency) / Math.Cos(Math.PI * frequency)
            : Math.Sin(Math.PI * Length * frequency) / below;
    }
}
