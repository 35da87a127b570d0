using Lilt.Studies.Causes.Figures;
using Lilt.Studies.Causes.Interchange;
using Lilt.Studies.Causes.Known;
using Lilt.Studies.Causes.Material;
using Lilt.Studies.Causes.Questions;

namespace Lilt.Studies.Causes.Telling;

/// <summary>The files of the study of causes beside its numbers.</summary>
internal static class CausesTables
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StudyContent> Of(
        CausesFigures figures,
        IReadOnlyList<MeterQuestions> meters,
        IReadOnlyList<StudyVerdict> verdicts
    )
    {
        List<StudyContent> contents = [VerdictTable.Of(verdicts)];
        if (figures.Heard is { } heard)
        {
            contents.Add(StudyTunes.Of("heard.abc", "a tune, and the same with its clock pushed on", [heard.Tune, heard.Pushed]));
        }

        contents.Add(Interchange(figures.Map.Rows));
        contents.Add(ByPlace(figures.Map.ByPlace));
        contents.Add(Pairs(meters));
        contents.Add(Count(figures.Count.Meters));
        contents.Add(Sets(figures.Sets.Meters));
        contents.Add(Moves(figures.Moves.Meters));
        contents.Add(
            new StudyTable(
                "byitself.csv",
                "B with measure tokens forbidden, by the duration since the last bar",
                ["meter", "eighths", "B", "low", "high", "places"],
                figures.ByItself.Places.Select(of => (object?[])[figures.ByItself.Meter, of.Eighths, of.B, of.Low, of.High, of.Places])
            )
        );
        if (figures.Section is { } section)
        {
            contents.Add(Sections(section));
        }

        if (figures.Units is { } units)
        {
            contents.Add(
                new StudyTable(
                    "units.csv",
                    "the share that sets of units carry, interchanged and left out",
                    ["meter", "layer", "ranking", "left_out", "units", "F", "low", "high"],
                    units.Curves.SelectMany(curve =>
                        curve.Points.Select(point =>
                            (object?[])
                                [
                                    units.Meter,
                                    units.Layer,
                                    EnumWords.Of(curve.Ranking),
                                    curve.LeftOut,
                                    point.Units,
                                    point.F,
                                    point.Low,
                                    point.High,
                                ]
                        )
                    )
                )
            );
        }

        if (figures.Subspace is { } subspace)
        {
            contents.Add(
                new StudyTable(
                    "directions.csv",
                    "the share that directions of a layer's state carry",
                    ["meter", "layer", "directions", "found", "pairs", "B", "F", "low", "high"],
                    subspace.Rows.Select(of =>
                        (object?[])[subspace.Meter, of.Layer, of.Directions, EnumWords.Of(of.Kind), of.Pairs, of.B, of.F, of.Low, of.High]
                    )
                )
            );
        }

        if (figures.BesideCut is { } cut)
        {
            contents.Add(CutTable.Of(cut));
        }

        contents.Add(KnownAnswers());
        return contents;
    }

    private static StudyTable KnownAnswers() =>
        new(
            "known-answers.csv",
            "what the quick study said of networks of known answer: a letter a layer, s supported, c contradicted, u undetermined",
            ["planted", "keeper", "direction", "build", "keeps", "sets", "hands_on", "counted", "right", "undetermined", "wrong"],
            KnownTable
                .Carried()
                .Networks.Select(of =>
                    (object?[])
                        [
                            of.Kind,
                            of.Keeper,
                            of.Direction,
                            (long)of.Build,
                            of.Keeps,
                            of.Sets,
                            of.HandsOn,
                            of.Counted,
                            of.Right,
                            of.Undetermined,
                            of.Wrong,
                        ]
                )
        );

    private static StudyTable Interchange(IReadOnlyList<InterchangeRow> rows) =>
        new(
            FigureWords.InterchangeFile,
            "every interchange: B where the bar is due by the donor's count and at the own bar, and the share of what all layers carry; shams have dose 0",
            [
                "meter",
                "layers",
                "part",
                "dose",
                "pairs",
                "tunes",
                "donor_boundary",
                "own_boundary",
                "F",
                "low",
                "high",
                "donor_boundary_untouched",
                "own_boundary_untouched",
            ],
            rows.Select(of =>
                (object?[])
                    [
                        of.Meter,
                        of.Layers,
                        of.Part switch
                        {
                            StatePart.Hidden => "h",
                            StatePart.Cell => "c",
                            _ => "hc",
                        },
                        of.Dose,
                        of.Pairs,
                        of.Tunes,
                        of.DonorBoundary,
                        of.OwnBoundary,
                        of.F,
                        of.Low,
                        of.High,
                        of.DonorBoundaryWithout,
                        of.OwnBoundaryWithout,
                    ]
            )
        );

    private static StudyTable ByPlace(IReadOnlyList<EarlyRow> rows) =>
        new(
            "byplace.csv",
            "the share that layers carry at k = 2, by how far the measure had gone",
            ["meter", "layers", "eighths", "pairs", "F", "low", "high"],
            rows.Select(of => (object?[])[of.Meter, of.Layers, of.Eighths, of.Pairs, of.F, of.Low, of.High])
        );

    // A pair's tunes can be written again by their seeds, and the interchange made by a plan.
    private static StudyTable Pairs(IReadOnlyList<MeterQuestions> meters) =>
        new(
            FigureWords.PairsFile,
            "the places between which states were interchanged: seeds of the tunes, or their places among the given ones, and steps",
            ["meter", "dose", "target", "target_step", "donor", "donor_step", "donor_boundary_step", "own_boundary_step"],
            meters.SelectMany(asked =>
                asked
                    .Kept.Results.Where(of => of.Parts.Layers.Count == 1 && of.Parts.Layers[0] == 1 && of.Parts.Part == StatePart.Both)
                    .SelectMany(of =>
                        of.Pairs.Select(pair =>
                            (object?[])
                                [
                                    asked.Material.Meter,
                                    of.Dose,
                                    Name(asked.Material, pair.Target),
                                    pair.Target.Step,
                                    Name(asked.Material, pair.Donor),
                                    pair.Donor.Step,
                                    pair.Moved,
                                    pair.Own,
                                ]
                        )
                    )
            )
        );

    private static object Name(MeterMaterial material, PlaceOfTune place) =>
        material.Tunes[place.Tune] is { Seed: { } seed } ? seed.ToString() : place.Tune;

    private static StudyTable Count(IReadOnlyList<CountMeter> meters) =>
        new(
            "count.csv",
            "B on natural measures, by duration and tokens since the bar",
            ["meter", "eighths", "tokens", "B", "low", "high", "places"],
            meters.SelectMany(of =>
                of.Cells.Select(cell => (object?[])[of.Meter, cell.Eighths, cell.Tokens, cell.B, cell.Low, cell.High, cell.Places])
            )
        );

    private static StudyTable Sets(IReadOnlyList<SetMeter> meters) =>
        new(
            "sets.csv",
            "a measure token put into measures: B at their own end, and the share of its fall that a layer blocked undoes",
            ["meter", "layer", "measures", "tunes", "B_without", "B_with_bar", "road", "B", "undone", "low", "high"],
            meters.SelectMany(of =>
                of.Layers.SelectMany(layer =>
                    (object?[][])
                        [
                            [
                                of.Meter,
                                layer.Layer,
                                of.Count,
                                of.Tunes,
                                of.Without,
                                of.WithBar,
                                "memory put back",
                                layer.PutBack,
                                layer.PutBackUndoes,
                                layer.PutBackLow,
                                layer.PutBackHigh,
                            ],
                            [
                                of.Meter,
                                layer.Layer,
                                of.Count,
                                of.Tunes,
                                of.Without,
                                of.WithBar,
                                "output held back",
                                layer.HeldBack,
                                layer.HeldBackUndoes,
                                layer.HeldBackLow,
                                layer.HeldBackHigh,
                            ],
                        ]
                )
            )
        );

    private static StudyTable Moves(IReadOnlyList<MoveMeter> meters) =>
        new(
            "moves.csv",
            "a layer hands up what it did at a boundary: B, the share of the way to the donors', and how far all other tokens moved",
            [
                "meter",
                "layer",
                "pairs",
                "tunes",
                "B_without",
                "B_donors",
                "B",
                "share",
                "low",
                "high",
                "boundary_B",
                "boundary_share",
                "boundary_low",
                "boundary_high",
                "others_bits",
                "others_bits_sham",
            ],
            meters.SelectMany(of =>
                of.Layers.Select(layer =>
                    (object?[])
                        [
                            of.Meter,
                            layer.Layer,
                            of.Pairs,
                            of.Tunes,
                            of.Without,
                            of.Donors,
                            layer.B,
                            layer.Share,
                            layer.Low,
                            layer.High,
                            layer.BoundaryB,
                            layer.BoundaryShare,
                            layer.BoundaryLow,
                            layer.BoundaryHigh,
                            layer.OthersMoved,
                            layer.OthersMovedBySham,
                        ]
                )
            )
        );

    private static StudyTable Sections(SectionFigure figure) =>
        new(
            "sections.csv",
            "interchanges between measures of sections: R at the end of each measure, the probability that the section ends, given a bar",
            [
                "meter",
                "layers",
                "dose",
                "pairs",
                "tunes",
                "measure",
                "R",
                "own_lost",
                "own_low",
                "own_high",
                "moved_share",
                "moved_low",
                "moved_high",
            ],
            figure.Swaps.SelectMany(of =>
                of.R.Select(end =>
                    (object?[])
                        [
                            figure.Meter,
                            of.Layers,
                            of.Dose,
                            of.Pairs,
                            of.Tunes,
                            end.Measure,
                            end.R,
                            of.OwnLost,
                            of.OwnLow,
                            of.OwnHigh,
                            of.MovedShare,
                            of.MovedLow,
                            of.MovedHigh,
                        ]
                )
            )
        );
}
