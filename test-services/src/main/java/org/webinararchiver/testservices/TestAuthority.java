package org.webinararchiver.testservices;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority of a test's own, which nobody trusts who was not told to, and a server's certificate signed by it. */
public final class TestAuthority {
    private static final String PASSWORD = "changeit";
    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String KIND_OF_STORE = "PKCS12";

    private final Path folder;
    private final KeyStore keys;

    private TestAuthority(Path folder, KeyStore keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /**
     * Makes both with the JDK's {@code keytool}.
     *
     * @param host what the server is called besides {@code localhost}
     */
    public static TestAuthority in(Path folder, String host) throws IOException, GeneralSecurityException {
        var file = folder.resolve("keys.p12");
        var common = List.of("-genkeypair", "-keyalg", "RSA", "-keysize", "2048", "-keystore", file.toString());
        keytool(common, "-alias", AUTHORITY, "-dname", "CN=Authority of a test", "-ext", "bc:critical=ca:true");
        keytool(common, "-alias", SERVER, "-signer", AUTHORITY, "-dname", "CN=Server of a test", "-ext", names(host));
        return new TestAuthority(folder, KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray()));
    }

    private static String names(String host) {
        var kind = Character.isDigit(host.charAt(0)) ? "ip:" : "dns:";
        return "san=dns:localhost," + kind + host;
    }

    private static void keytool(List<String> command, String... further) throws IOException {
        var all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-storepass", PASSWORD));
        all.addAll(command);
        all.addAll(Arrays.asList(further));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException("keytool: " + said);
        }
    }

    /** A copy of Java's own trust store with this authority, as an operator makes one; it needs no password. */
    public Path trustStore() throws IOException, GeneralSecurityException {
        var store = folder.resolve("truststore.p12");
        var certificate = folder.resolve("ca.crt");
        Files.copy(Path.of(System.getProperty("java.home"), "lib", "security", "cacerts"), store);
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate(AUTHORITY).getEncoded()));
        keytool(
                List.of("-importcert", "-noprompt"),
                "-alias",
                "ours",
                "-file",
                certificate.toString(),
                "-keystore",
                store.toString());
        return store;
    }

    /** The server's certificate and the authority's. */
    String chain() throws GeneralSecurityException {
        var text = new StringBuilder();
        for (Certificate certificate : keys.getCertificateChain(SERVER)) {
            text.append(pem("CERTIFICATE", certificate.getEncoded()));
        }
        return text.toString();
    }

    String serverKey() throws GeneralSecurityException {
        return pem("PRIVATE KEY", keys.getKey(SERVER, PASSWORD.toCharArray()).getEncoded());
    }

    /** The server's key and certificates alone, as a file for programs in Java. */
    Path serverStore() throws IOException, GeneralSecurityException {
        var file = folder.resolve("server.p12");
        try (var out = Files.newOutputStream(file)) {
            ofServer().store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    String password() {
        return PASSWORD;
    }

    /** What a server in this program speaks TLS with. */
    public SSLContext serverContext() throws IOException, GeneralSecurityException {
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(ofServer(), PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private KeyStore ofServer() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KIND_OF_STORE);
        store.load(null, null);
        var password = PASSWORD.toCharArray();
        store.setKeyEntry(SERVER, keys.getKey(SERVER, password), password, keys.getCertificateChain(SERVER));
        return store;
    }

    private static String pem(String kind, byte[] encoded) {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(kind, text);
    }
}
