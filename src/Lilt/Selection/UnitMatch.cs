namespace Lilt.Selection;

/// <summary>A unit and the one of another set that goes most like it.</summary>
/// <param name="Unit">From 0.</param>
/// <param name="Other">The unit of the other set, from 0; the first of equals.</param>
/// <param name="R">Pearson's r of the two, −1 to 1; 0 where one of them never moves.</param>
public readonly record struct UnitMatch(int Unit, int Other, double R);
