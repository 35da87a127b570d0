namespace Lilt.Studies.Control;

/// <summary>A percentile interval of a bootstrap.</summary>
/// <param name="Low">Its lower end.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct ControlInterval(double Low, double High);
