using Lilt.Notation;

namespace Lilt.Assessment;

/// <summary>Finds a voice's junctions. Source: docs/definitions/counting.md.</summary>
/// <remarks>
/// A section starts at its <c>|:</c> or its part's start, else after the section before, else at the tune's start. A section with endings
/// ends with the last of them; where no bar says so, an ending after the first is as long as the first.
/// </remarks>
internal static class Junctions
{
    /// <summary>
    /// All junctions of the measures, in the order of the first's place; at one place in the order of <see cref="JunctionKind"/>.
    /// </summary>
    public static List<Junction> Find(IReadOnlyList<Measure> measures)
    {
        List<Junction> junctions = [];
        int sectionStart = 0;
        int beforeEndings = -1;
        int endingStart = -1;
        int endingLength = 0;
        bool inLaterEnding = false;
        for (int i = 0; i < measures.Count; i++)
        {
            Joint before = measures[i].Before;
            bool entersFirst = before.Endings.Contains(1);
            bool entersLater = before.Endings.Count > 0 && !entersFirst;
            bool leavesEndings = inLaterEnding && !entersLater && (before.IsStructural || i - endingStart >= Math.Max(1, endingLength));
            if (before.StartsRepeat || before.StartsPart || leavesEndings || (before.EndsRepeat && !entersLater))
            {
                sectionStart = i;
            }

            inLaterEnding = entersLater || (inLaterEnding && !leavesEndings);
            if (entersFirst)
            {
                beforeEndings = i - 1;
                endingStart = i;
                endingLength = 0;
            }
            else if (entersLater)
            {
                endingLength = endingLength == 0 && endingStart >= 0 ? i - endingStart : endingLength;
                endingStart = i;
                if (beforeEndings >= 0 && beforeEndings >= sectionStart)
                {
                    junctions.Add(new Junction(beforeEndings, i, JunctionKind.Ending));
                }
            }

            Joint after = measures[i].After;
            if (i + 1 < measures.Count && after.IsStructural)
            {
                bool nextIsLater = after.Endings.Count > 0 && !after.Endings.Contains(1);
                if (!nextIsLater)
                {
                    junctions.Add(new Junction(i, i + 1, after.Endings.Count > 0 ? JunctionKind.Ending : JunctionKind.On));
                }
            }

            if (after.EndsRepeat)
            {
                junctions.Add(new Junction(i, sectionStart, JunctionKind.Repeat));
            }
        }

        if (measures.Count > 0)
        {
            junctions.Add(new Junction(measures.Count - 1, 0, JunctionKind.End));
        }

        return junctions;
    }
}
