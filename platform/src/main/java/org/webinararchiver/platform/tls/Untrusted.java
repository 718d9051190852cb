package org.webinararchiver.platform.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** A server that can not prove who it is: nobody whom we trust has signed for it, or not for the name we called. */
public final class Untrusted {
    /** What somebody has to do before such a server is spoken to. */
    public static final String ADVICE =
            "Its certificate is not trusted: add the authority that signed it to the trust store that"
                    + " -Djavax.net.ssl.trustStore names, and call the server by a name that stands in its certificate"
                    + " (docs/operations.md, TLS).";

    private Untrusted() {}

    /** Whether that is why a connection failed. */
    public static boolean isWhy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof CertificateException
                        || cause instanceof CertPathBuilderException
                        || cause instanceof SSLPeerUnverifiedException);
    }
}
