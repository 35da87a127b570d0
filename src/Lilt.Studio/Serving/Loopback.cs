using System.Net;
using System.Net.Sockets;

namespace Lilt.Studio.Serving;

/// <summary>Addresses of this machine that nobody outside reaches.</summary>
internal static class Loopback
{
    /// <summary>A port; where 0 is asked for, one that is free.</summary>
    /// <exception cref="IOException">The port is taken, or may not be used.</exception>
    public static int Port(int asked)
    {
        using TcpListener listener = new(IPAddress.Loopback, asked) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException e)
        {
            throw new IOException(
                e.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"port {asked} is in use, perhaps by a studio that runs already: open http://127.0.0.1:{asked}/, or take another with --port N (0 for any)."
                    : $"port {asked} cannot be used ({e.Message.TrimEnd('.')}): take another with --port N (0 for any).",
                e
            );
        }
    }

    /// <summary>Whether a port can be listened on at ::1, too.</summary>
    public static bool HasSix(int port)
    {
        if (!Socket.OSSupportsIPv6)
        {
            return false;
        }

        using TcpListener listener = new(IPAddress.IPv6Loopback, port) { ExclusiveAddressUse = true };
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
