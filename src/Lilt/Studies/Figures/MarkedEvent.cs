using System.Text.Json.Serialization;
using Lilt.Binding;
using Lilt.Spectra;

namespace Lilt.Studies.Figures;

/// <summary>An event of the tune, and whether the unit marks it.</summary>
/// <param name="Step">The step, from 0.</param>
/// <param name="Token">The token that is read or written there.</param>
/// <param name="Hit">Whether the unit marks it: |h| exceeds the midpoint of its medians at and off events.</param>
public sealed record MarkedEvent(int Step, string Token, bool Hit);
