using System.Text.Json.Nodes;

namespace Lilt.Studio.Writing;

/// <summary>Gives a network a tune to read.</summary>
/// <param name="Model">The model's id.</param>
/// <param name="Text">ABC, or the model's tokens with blanks between; the end token may be left out.</param>
/// <param name="Name">What the tune is called; null for its title.</param>
/// <param name="Plan">What is done to the network while it reads, as docs/operations.md has it; the tokens stay as they are given. Null for
/// nothing.</param>
/// <param name="Baseline">The tune of this session to compare with, or null.</param>
/// <param name="Tune">Which tune of a text that holds several in ABC, from 1; null where it holds one.</param>
public sealed record GivenRequest(
    string Model,
    string Text,
    string? Name = null,
    JsonNode? Plan = null,
    string? Baseline = null,
    int? Tune = null
);
