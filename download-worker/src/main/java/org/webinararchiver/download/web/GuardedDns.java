package org.webinararchiver.download.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import org.webinararchiver.core.web.ForbiddenAddress;

/**
 * Resolves names and refuses forbidden addresses. The client connects to the very addresses that are returned here, so
 * a name that resolves to something else a moment later gains nothing. Of several addresses each must be allowed.
 */
final class GuardedDns implements Dns {
    private final AddressPolicy policy;
    private final Dns names;

    GuardedDns(AddressPolicy policy) {
        this(policy, Dns.SYSTEM);
    }

    GuardedDns(AddressPolicy policy, Dns names) {
        this.policy = policy;
        this.names = names;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        var addresses = names.lookup(host);
        for (var address : addresses) {
            check(host, address);
        }
        return addresses;
    }

    /** The interface allows this exception alone; the cause is told apart by {@link #refusalIn}. */
    private void check(String host, InetAddress address) throws UnknownHostException {
        try {
            policy.check(host, address);
        } catch (ForbiddenAddress e) {
            var unknown = new UnknownHostException(e.getMessage());
            unknown.initCause(e);
            throw unknown;
        }
    }

    /** The refusal that a failed call was caused by, or the failure itself. */
    static IOException refusalIn(IOException failure) {
        return failure instanceof UnknownHostException && failure.getCause() instanceof ForbiddenAddress refusal
                ? refusal
                : failure;
    }
}
