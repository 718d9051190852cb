package org.webinararchiver.download.web;

import java.net.InetAddress;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certificate of a server on loopback for some names, and a client that trusts it. */
final class LoopbackTls {
    private final HandshakeCertificates server;
    private final HandshakeCertificates client;

    private LoopbackTls(HeldCertificate certificate) {
        this.server =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        this.client = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
    }

    static LoopbackTls of(String... names) {
        var certificate = new HeldCertificate.Builder().commonName(names[0]);
        for (var name : names) {
            certificate.addSubjectAlternativeName(name);
        }
        return new LoopbackTls(certificate.build());
    }

    static LoopbackTls ofThisMachine() {
        return of(InetAddress.getLoopbackAddress().getHostAddress());
    }

    HandshakeCertificates server() {
        return server;
    }

    OkHttpClient client() {
        return new OkHttpClient.Builder()
                .sslSocketFactory(client.sslSocketFactory(), client.trustManager())
                .build();
    }
}
