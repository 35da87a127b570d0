namespace Lilt.Assessment;

/// <summary>Two measures that follow each other when the tune is played, across a structural bar.</summary>
/// <param name="First">The index of the measure played first.</param>
/// <param name="Second">The index of the measure played after it.</param>
/// <param name="Kind">How the music comes from one to the other.</param>
internal readonly record struct Junction(int First, int Second, JunctionKind Kind);
