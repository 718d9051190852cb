package org.webinararchiver.download.web;

import java.net.URI;
import org.webinararchiver.core.web.ForbiddenAddress;

/** What an origin is called where connections are counted: its host, with its port when that is not the usual one. */
public final class OriginName {

    /** Of what is no address; nobody is asked there. */
    private static final String NOWHERE = "-";

    private OriginName() {}

    /** The same for all ways of writing an address on the same host and port. */
    public static String of(URI address) {
        try {
            var url = PlainAddress.of(address);
            var host = url.host().contains(":") ? "[" + url.host() + "]" : withoutLastDot(url.host());
            boolean isUsual = url.port() == 443 || url.port() == 80;
            return isUsual ? host : host + ":" + url.port();
        } catch (ForbiddenAddress e) {
            return NOWHERE;
        }
    }

    private static String withoutLastDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
