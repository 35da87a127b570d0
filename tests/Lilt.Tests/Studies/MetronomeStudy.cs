using Lilt.Studies;
using Lilt.Studies.Control;
using Lilt.Studies.Figures;
using Lilt.Studies.Part7;
using Lilt.Tests.Reference;

namespace Lilt.Tests.Studies;

/// <summary>The study of part 7 on a network that writes a bar after eight notes, made once.</summary>
internal static class MetronomeStudy
{
    public static readonly Lazy<Study> Made = new(() => Part7Study.Run(MetronomeModel.Create(), Options()));

    /// <summary>How it is made.</summary>
    public static Part7Options Options() =>
        new()
        {
            Seed = 3,
            HeaderTunes = 8,
            ControlSets = 0,
            Version = "0",
            Commands = new StudyCommands("lilt study part7 --seed 3", "lilt verify study", "lilt generate --seed 3", ""),
        };
}
