package org.rovingpm.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The network of a client, by which it is told from others: for IPv6 the first half of the address, because each client has all of the second. */
public final class Network {

    private static final String UNKNOWN = "unknown";
    private static final int NETWORK_OF_IPV6 = 8;

    /** Anything else would be looked up as a name. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private Network() {}

    /** @return the network of an address, in hexadecimal; the same word for all that are no addresses */
    public static String of(String address) {
        if (address == null || !LITERAL.matcher(address).matches()) {
            return UNKNOWN;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of()
                    .formatHex(bytes.length > NETWORK_OF_IPV6 ? Arrays.copyOf(bytes, NETWORK_OF_IPV6) : bytes);
        } catch (UnknownHostException noAddress) {
            return UNKNOWN;
        }
    }
}
