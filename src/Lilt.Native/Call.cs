namespace Lilt.Native;

/// <summary>What every exported call has around it: nothing that is thrown may leave it.</summary>
internal static unsafe class Call
{
    /// <summary>The call went well.</summary>
    public const int Done = 0;

    /// <summary>Does the work; what it gives, or the sentence of what it threw, goes to <paramref name="result"/>.</summary>
    /// <returns><see cref="Done"/>, or a <see cref="FaultKind"/>.</returns>
    public static int For(nint* result, Func<nint> work)
    {
        try
        {
            *result = work();
            return Done;
        }
        catch (Exception e)
        {
            Fault fault = Fault.Of(e);
            *result = Text.Given(fault.Sentence);
            return (int)fault.Kind;
        }
    }
}
