using System.Runtime.InteropServices;
using Lilt.Studies;

namespace Lilt.Native.Exports;

/// <summary>Studies.</summary>
internal static unsafe class StudyExports
{
    /// <summary>A job that makes a study and puts it in its folder; its one result is there when the folder is.</summary>
    /// <param name="kind">part7, causes or look.</param>
    /// <param name="model">The model, under no plan.</param>
    /// <param name="modelName">How the command line names it; a null pointer for the shipped one.</param>
    /// <param name="options">As the command line has them, in the order in which they were given.</param>
    /// <param name="page">The file of the page's form; a null pointer to leave the page out.</param>
    /// <param name="result">The job.</param>
    [UnmanagedCallersOnly(EntryPoint = "lilt_study")]
    public static int Make(byte* kind, nint model, byte* modelName, byte* options, byte* page, nint* result) =>
        Call.For(
            result,
            () =>
            {
                OpenModel of = Handle.Get<OpenModel>(model);
                if (of.Plan is not null)
                {
                    throw new InputException("a study is made of a model without a plan: it cuts and stimulates the model itself.");
                }

                StudyRequest request = new(
                    StudyKinds.Named(Text.Needed(kind, "kind")),
                    of.Model,
                    Text.Of(modelName),
                    new NamedOptions(Text.Needed(options, "options"))
                );
                string? form = Text.Of(page) is { } path ? File.ReadAllText(path) : null;
                return Handle.Of(new Job(1, job => [request.Make(job, form)]));
            }
        );

    /// <summary>Whether a folder holds a study that can be read: all that it names is opened.</summary>
    [UnmanagedCallersOnly(EntryPoint = "lilt_study_check")]
    public static int Check(byte* folder, nint* result) =>
        Call.For(
            result,
            () =>
            {
                StudyFolder.Read(Text.Needed(folder, "folder"));
                return 0;
            }
        );
}
