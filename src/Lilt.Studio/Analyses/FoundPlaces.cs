using Lilt.Selection;

namespace Lilt.Studio.Analyses;

/// <summary>The best places of a search, as far as it has come; never more than a number of them.</summary>
internal sealed class FoundPlaces(SwitchedUnits units, int most)
{
    private readonly List<(MatchPlace Place, int Order)> best = [];
    private int order;
    private int searched;

    /// <summary>The units that are looked for.</summary>
    public SwitchedUnits Units => units;

    /// <summary>Takes what a tune holds.</summary>
    public void Add(string tune, IEnumerable<SwitchedPlace> places)
    {
        searched++;
        best.AddRange(places.Select(place => (new MatchPlace(tune, place.From, place.To, place.Units), order++)));
        best.Sort((a, b) => (b.Place.Units, Far(a.Place), a.Order).CompareTo((a.Place.Units, Far(b.Place), b.Order)));
        if (best.Count > most)
        {
            best.RemoveRange(most, best.Count - most);
        }
    }

    /// <summary>What is known now.</summary>
    public MatchView View(int left, int skipped) => new(units.Units, [.. best.Select(of => of.Place)], searched, left, skipped);

    private int Far(MatchPlace place) => Math.Abs(place.To - place.From - units.Length);
}
