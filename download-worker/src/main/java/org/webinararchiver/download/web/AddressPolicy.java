package org.webinararchiver.download.web;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressNetwork.IPAddressGenerator;
import inet.ipaddr.IPAddressString;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.webinararchiver.core.web.ForbiddenAddress;

/**
 * Which addresses may be asked: the public ones, and those that the operator allowed. Links come from strangers, and a
 * link to a machine inside the operator's own network must not be followed.
 */
public final class AddressPolicy {

    /** Not globally reachable, by IANA's registries of special-purpose addresses (RFC 6890 and its successors). */
    private static final List<IPAddress> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20")
            .map(block -> new IPAddressString(block).getAddress())
            .toList();

    /** All of IPv6 that is given out for the use of everybody; whatever is outside has some special purpose. */
    private static final IPAddress GLOBAL_UNICAST = new IPAddressString("2000::/3").getAddress();

    private static final IPAddress NAT64 = new IPAddressString("64:ff9b::/96").getAddress();
    private static final IPAddress SIX_TO_FOUR = new IPAddressString("2002::/16").getAddress();
    private static final IPAddressGenerator ADDRESSES = new IPAddressGenerator();

    private final AllowedHosts allowed;

    /**
     * A policy with these exceptions.
     *
     * @param allowed hosts, addresses or CIDR blocks that may be asked although they are not public
     * @throws IllegalArgumentException when one of them is none of these
     */
    public AddressPolicy(List<String> allowed) {
        this.allowed = new AllowedHosts(allowed);
    }

    /** @throws ForbiddenAddress when this address, which the host's name resolved to, may not be asked */
    public void check(String host, InetAddress resolved) throws ForbiddenAddress {
        // Its bytes alone: on which interface it is reached does not change what kind of address it is.
        var address = ADDRESSES.from(resolved.getAddress());
        if (allowed.allow(host, address) || isPublic(address)) {
            return;
        }
        throw new ForbiddenAddress(
                "%s is at %s, which is not a public address; if it is yours, allow it with ARCHIVER_ALLOW_PRIVATE_HOSTS=%s"
                        .formatted(host, resolved.getHostAddress(), host));
    }

    /**
     * Checks what can be seen of a host that somebody else will look up: whether it is written as an address.
     *
     * @throws ForbiddenAddress when it is one that may not be asked
     */
    void checkWritten(String host) throws ForbiddenAddress {
        var address = new IPAddressString(host, AllowedHosts.PLAIN_WRITING).getAddress();
        if (address != null) {
            check(host, address.toInetAddress());
        }
    }

    private static boolean isPublic(IPAddress address) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.contains(address)) && embeddedIsPublic(address);
    }

    /** An IPv4 address inside an IPv6 one leads to the same machine as the IPv4 address alone. */
    private static boolean embeddedIsPublic(IPAddress address) {
        if (!address.isIPv6()) {
            return true;
        }
        var six = address.toIPv6();
        if (six.isIPv4Mapped() || NAT64.contains(six)) {
            return isPublic(six.getEmbeddedIPv4Address());
        }
        if (SIX_TO_FOUR.contains(six)) {
            return isPublic(six.get6To4IPv4Address());
        }
        return GLOBAL_UNICAST.contains(six);
    }
}
