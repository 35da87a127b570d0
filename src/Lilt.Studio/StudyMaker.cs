using Lilt.Studies;

namespace Lilt.Studio;

/// <summary>Makes studies of one kind.</summary>
/// <param name="Kind">The kind's name.</param>
/// <param name="About">What such a study is, a few words.</param>
/// <param name="Make">
/// Makes one, told where to say how much is done, from 0 to 1, and what is being done, and what ends it. A <see
/// cref="StudyRefusedException"/> says that it cannot be made.
/// </param>
public sealed record StudyMaker(string Kind, string About, Func<StudyOrder, Action<double, string>, CancellationToken, Study> Make);
