using Lilt.Network;
using Lilt.Randomness;

namespace Lilt.Studio;

/// <summary>A study that is to be made, all else as it usually is.</summary>
/// <param name="Model">The network.</param>
/// <param name="Argument">How the command line is told of it: its name or file; null for the one that it takes unless told
/// otherwise.</param>
/// <param name="Seed">Of the studied tune.</param>
/// <param name="Folder">The folder that the study will have.</param>
public sealed record StudyOrder(Model Model, string? Argument, Seed Seed, string Folder);
