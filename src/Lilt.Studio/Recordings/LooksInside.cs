namespace Lilt.Studio.Recordings;

/// <summary>Addresses that look into a tune's recording.</summary>
internal static class LooksInside
{
    /// <summary>Has an address wait for its turn (<see cref="Looks"/>) until its answer is made; to send it takes none.</summary>
    public static RouteHandlerBuilder LooksInTurn(this RouteHandlerBuilder address) =>
        address.AddEndpointFilter(
            (context, next) =>
                new ValueTask<object?>(
                    context
                        .HttpContext.RequestServices.GetRequiredService<Looks>()
                        .InTurnAsync(() => next(context).AsTask(), context.HttpContext.RequestAborted)
                )
        );
}
