package org.webinararchiver.download.web;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hosts that are asked without a proxy: those that are listed, and this machine, which a proxy would take for itself.
 * The list is made for many programs, so what is not understood in it is no mistake.
 */
final class DirectHosts {
    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.0/8", "::1");
    private static final String ALL = "*";

    private final List<Entry> entries;

    /** @param listed names, with all that are below them, addresses, CIDR blocks, or {@code *} for all */
    DirectHosts(List<String> listed) {
        this.entries = Stream.concat(THIS_MACHINE.stream(), listed.stream())
                .map(DirectHosts::plain)
                .filter(entry -> !entry.isEmpty())
                .map(Entry::new)
                .toList();
    }

    boolean contains(String host) {
        var name = plain(host);
        var address = address(name);
        return entries.stream().anyMatch(entry -> entry.contains(name, address));
    }

    private record Entry(String name, Optional<IPAddress> block) {
        Entry(String text) {
            this(text, address(text).map(IPAddress::toPrefixBlock));
        }

        boolean contains(String host, Optional<IPAddress> address) {
            return name.equals(ALL)
                    || host.equals(name)
                    || host.endsWith("." + name) && block.isEmpty() && address.isEmpty()
                    || block.isPresent()
                            && address.filter(block.get()::contains).isPresent();
        }
    }

    private static Optional<IPAddress> address(String text) {
        return text.equals(ALL)
                ? Optional.empty()
                : Optional.ofNullable(new IPAddressString(text, AllowedHosts.PLAIN_WRITING).getAddress());
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("^\\.|\\.$|[\\[\\]]", "");
    }
}
