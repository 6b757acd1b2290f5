package monitoring.storage.notification;

import java.net.InetAddress;

/**
 * Addresses of the platform's own network, as opposed to those of the internet: where a
 * receiver of somebody's choice would reach what only the platform may.
 */
public final class OwnNetwork {

    private OwnNetwork() {
    }

    /**
     * Whether an address lies in it. Also what Java has no name for: shared,
     * benchmarking, reserved, unique local, NAT64 and 6to4 addresses.
     */
    public static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean reserved = (bytes.length == 16)
                ? (first & 0xfe) == 0xfc || (first == 0 && second == 0x64) || (first == 0x20 && second == 0x02)
                : first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64)
                        || (first == 198 && (second & 0xfe) == 18);
        return reserved || address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress()
                || address.isAnyLocalAddress() || address.isMulticastAddress();
    }

}
