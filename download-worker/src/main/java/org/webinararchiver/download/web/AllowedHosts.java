package org.webinararchiver.download.web;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the operator allows beside public addresses. An entry is one name, one address or one CIDR block and nothing
 * cleverer: a way of writing that could be read as more than was meant is refused.
 */
final class AllowedHosts {

    /** The library would also take wildcards, ranges, numbers such as {@code 2130706433}, and nothing for loopback. */
    static final IPAddressStringParameters PLAIN_WRITING = plainWriting();

    /** Whatever ends in a number is an address, if a wrong one, and never a name (RFC 3696, section 2). */
    private static final Pattern NAME =
            Pattern.compile("(?!(.*\\.)?([0-9][0-9-]*|0[xX][0-9a-fA-F]*)\\.?$)[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*\\.?");

    private final Set<String> names = new HashSet<>();
    private final List<IPAddress> blocks = new ArrayList<>();

    /** @throws IllegalArgumentException when an entry is neither a host, an address nor a block; blank ones are none */
    AllowedHosts(List<String> entries) {
        entries.stream().map(String::strip).filter(entry -> !entry.isEmpty()).forEach(this::add);
    }

    private void add(String entry) {
        var block = new IPAddressString(withoutBrackets(entry), PLAIN_WRITING).getAddress();
        if (block != null) {
            blocks.add(block.toPrefixBlock());
        } else if (NAME.matcher(entry).matches()) {
            names.add(plain(entry));
        } else {
            throw new IllegalArgumentException(
                    "ARCHIVER_ALLOW_PRIVATE_HOSTS takes host names, addresses and CIDR blocks, without port and scheme; this is none: "
                            + entry);
        }
    }

    boolean allow(String host, IPAddress address) {
        return names.contains(plain(host)) || blocks.stream().anyMatch(block -> block.contains(address));
    }

    /** The dot at the end of a fully qualified name changes nothing about where it leads. */
    private static String plain(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** IPv6 addresses stand in brackets where they are copied from a URL. */
    private static String withoutBrackets(String entry) {
        return entry.startsWith("[") && entry.endsWith("]") ? entry.substring(1, entry.length() - 1) : entry;
    }

    private static IPAddressStringParameters plainWriting() {
        return new IPAddressStringParameters.Builder()
                .allowEmpty(false)
                .allowAll(false)
                .allowSingleSegment(false)
                .allowPrefixOnly(false)
                .allowMask(false)
                .allowWildcardedSeparator(false)
                .allow_inet_aton(false)
                .setRangeOptions(RangeParameters.NO_RANGE)
                .toParams();
    }
}
