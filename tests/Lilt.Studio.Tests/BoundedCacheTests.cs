using Lilt.Studio.Recordings;
using Xunit;

namespace Lilt.Studio.Tests;

public sealed class BoundedCacheTests
{
    private static readonly byte[] Thing = new byte[10];

    /// <summary>
    /// A thing that is larger than the whole cache is let go of as soon as it is made. Where that happens before the one who asked is
    /// through with asking is up to the system's threads: of so many calls it is dozens.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Get_ThingsLargerThanTheCache_EveryOneIsGiven(int callers)
    {
        const int Calls = 300_000;
        BoundedCache<int, byte[]> cache = new(Thing.Length - 1, made => made.Length);
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (int call = 0; call < Calls / callers; call++)
                        {
                            Assert.Same(
                                Thing,
                                await cache.GetAsync(
                                    (call * callers) + caller,
                                    _ => Task.FromResult(Thing),
                                    TestContext.Current.CancellationToken
                                )
                            );
                        }
                    })
                )
        );

        Assert.Equal(0, cache.Bytes);
    }

    /// <summary>
    /// Few keys, little room, callers who leave: whatever happens at once, the count of bytes is that of the things that are there.
    /// </summary>
    [Fact]
    public async Task Get_ManyCallersOfFewThings_TheBytesAreThoseOfWhatIsKept()
    {
        const int Keys = 6;
        const int Room = 3;
        BoundedCache<int, byte[]> cache = new(Room * Thing.Length, made => made.Length);
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        Random random = new(caller);
                        for (int call = 0; call < 40_000; call++)
                        {
                            int key = random.Next(Keys);
                            switch (random.Next(8))
                            {
                                case 0:
                                    cache.Put(key, Thing);
                                    break;
                                case 1:
                                    cache.Remove(of => of == key);
                                    break;
                                case 2:
                                    using (CancellationTokenSource gone = new())
                                    {
                                        Task<byte[]> coming = cache.GetAsync(
                                            key,
                                            async stopped =>
                                            {
                                                await Task.Yield();
                                                stopped.ThrowIfCancellationRequested();
                                                return Thing;
                                            },
                                            gone.Token
                                        );
                                        await gone.CancelAsync();
                                        await coming.ContinueWith(_ => { }, TaskScheduler.Default);
                                    }

                                    break;
                                default:
                                    Assert.Same(
                                        Thing,
                                        await cache.GetAsync(
                                            key,
                                            async _ =>
                                            {
                                                await Task.Yield();
                                                return Thing;
                                            },
                                            TestContext.Current.CancellationToken
                                        )
                                    );
                                    break;
                            }
                        }
                    })
                )
        );

        // What is still being made is settled once it has been waited for.
        for (int key = 0; key < Keys; key++)
        {
            await cache.GetAsync(key, _ => Task.FromResult(Thing), TestContext.Current.CancellationToken);
        }

        Assert.Equal(Enumerable.Range(0, Keys).Count(key => cache.Find(key) is not null) * Thing.Length, cache.Bytes);
        Assert.InRange(cache.Bytes, Thing.Length, Room * Thing.Length);
    }
}
