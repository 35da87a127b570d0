using Lilt.Network;
using Lilt.Operations;
using Lilt.Spectra;

namespace Lilt.Studies.Part7.Figures;

/// <summary>What the threshold takes under one convention.</summary>
/// <param name="Convention">The convention, in words.</param>
/// <param name="Threshold">A unit is taken where its share of power in the band is over this.</param>
/// <param name="Units">How many units of layer 1 it takes.</param>
/// <param name="Share">The same as a share of layer 1, 0 to 1.</param>
public sealed record ThresholdShare(string Convention, double Threshold, int Units, double Share);
