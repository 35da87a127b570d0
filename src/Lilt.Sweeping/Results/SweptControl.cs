using Lilt.Randomness;
using Lilt.Studies.Control;

namespace Lilt.Sweeping.Results;

/// <summary>What a control of a sweep says, all its sets joined.</summary>
/// <param name="Model">The network's name.</param>
/// <param name="Temperature">The temperature.</param>
/// <param name="Header">What its tunes begin with, as typed.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Plan">The plan's name.</param>
/// <param name="Timing">What was found.</param>
public sealed record SweptControl(string Model, float Temperature, string Header, Seed Seed, string Plan, ControlTiming Timing);
