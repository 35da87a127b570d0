using System.Text.Json.Serialization;
using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>The mean of h around an event.</summary>
/// <param name="Lags">Steps from the event, ascending, from −9 to 9 where the tunes reach so far.</param>
/// <param name="Mean">[lags] The mean of h there, over tunes.</param>
/// <param name="Error">[lags] Its standard error over tunes; null where it stands on one tune.</param>
public sealed record AroundEvent(int[] Lags, double[] Mean, double[]? Error);
