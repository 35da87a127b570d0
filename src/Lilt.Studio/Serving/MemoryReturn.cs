namespace Lilt.Studio.Serving;

/// <summary>Has the process's memory looked at after every answer.</summary>
internal sealed class MemoryReturn(ProcessMemory memory, RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        finally
        {
            memory.Look();
        }
    }
}
