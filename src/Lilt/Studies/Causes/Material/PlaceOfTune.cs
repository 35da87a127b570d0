namespace Lilt.Studies.Causes.Material;

/// <summary>A step of one of the tunes.</summary>
/// <param name="Tune">Its place in the material, from 0.</param>
/// <param name="Step">From 0.</param>
public readonly record struct PlaceOfTune(int Tune, int Step);
