using Lilt.Studies.Causes;
using Lilt.Studies.Look;
using Lilt.Studies.Part7;

namespace Lilt.Studies;

/// <summary>The kinds of study that there are: a new one is a folder of its own and a line here.</summary>
public static class StudyKinds
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<StudyKind> All { get; } = [Part7Study.Kind, LookStudy.Kind, CausesStudy.Kind];

    /// <summary>The kind with a name.</summary>
    /// <exception cref="StudyRefusedException">There is none.</exception>
    public static StudyKind Named(string name) =>
        All.FirstOrDefault(kind => kind.Name == name)
        ?? throw new StudyRefusedException(
            $"a study of kind '{name}' is not known: there are {NumberText.List(All.Select(kind => kind.Name))}. A newer Lilt may know it."
        );
}
