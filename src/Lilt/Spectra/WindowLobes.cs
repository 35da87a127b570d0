namespace Lilt.Spectra;

/// <summary>Where a window's main lobe ends and its first sidelobe stands, found on the closed-form response.</summary>
/// <param name="HalfWidth">Δ in cycles a step: there the magnitude is half of that at 0 (−6.02 dB).</param>
/// <param name="FirstNull">Cycles a step: the main lobe's end.</param>
/// <param name="Sidelobe">s in cycles a step: the peak of the first sidelobe.</param>
/// <param name="SidelobeDecibels">The first sidelobe's height over the main lobe's, in dB; negative.</param>
public readonly record struct WindowLobes(double HalfWidth, double FirstNull, double Sidelobe, double SidelobeDecibels)
{
    private const int ScansALobe = 32;
    private const int Halvings = 60;
    private const double HighestFrequency = 0.5;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Finds the lobes of a window.</summary>
    /// <remarks>
    /// Nulls and the half width are right to a few units of a double's last place, the sidelobe's place to about 1e-9 of a cycle.
    /// </remarks>
    internal static WindowLobes Of(Window window)
    {
        double height = window.Amplitude(0);
        double firstNull = NullAfter(window, 0);
        double secondNull = NullAfter(window, firstNull + (1.0 / (ScansALobe * window.Length)));
        double halfWidth = Root(f => window.Amplitude(f) - (height / 2), 0, firstNull);
        double sidelobe = Highest(window.Response, firstNull, secondNull);
        return new WindowLobes(halfWidth, firstNull, sidelobe, 20 * Math.Log10(window.Response(sidelobe) / height));
    }

    private static double NullAfter(Window window, double start)
    {
        double step = 1.0 / (ScansALobe * window.Length);
        double sign = Math.Sign(window.Amplitude(start));
        for (double from = start; from < HighestFrequency; from += step)
        {
            double to = Math.Min(from + step, HighestFrequency);
            if (Math.Sign(window.Amplitude(to)) != sign)
            {
                return Root(window.Amplitude, from, to);
            }
        }

        return HighestFrequency;
    }

    private static double Root(Func<double, double> function, double low, double high)
    {
        double sign = Math.Sign(function(low));
        for (int halving = 0; halving < Halvings; halving++)
        {
            double middle = (low + high) / 2;
            if (Math.Sign(function(middle)) == sign)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }

    private static double Highest(Func<double, double> function, double low, double high)
    {
        for (int cut = 0; cut < Halvings; cut++)
        {
            double left = high - (Golden * (high - low));
            double right = low + (Golden * (high - low));
            if (function(left) < function(right))
            {
                low = left;
            }
            else
            {
                high = right;
            }
        }

        return (low + high) / 2;
    }
}
