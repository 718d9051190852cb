package org.webinararchiver.testservices;

import java.net.URI;
import java.util.Properties;
import java.util.UUID;
import org.apache.commons.io.file.PathUtils;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.webinararchiver.testservices.Offer.Found;

/** An S3 server inside this program that keeps its objects in a temporary folder: S3Proxy, for tests alone. */
final class EmbeddedS3 {
    private static final String HOST = "http://127.0.0.1:";
    private static final String ACCESS_KEY = "tests";

    private EmbeddedS3() {}

    static Found<TestObjectStorage> start() {
        var folder = Folders.temporary("s3");
        var secretKey = UUID.randomUUID().toString();
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        var proxy = S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .endpoint(URI.create(HOST + "0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, secretKey)
                .build();
        start(proxy);
        AtEnd.run("stop the embedded S3 server", () -> {
            proxy.stop();
            PathUtils.deleteDirectory(folder);
        });
        return new Found<>(
                "embedded",
                new TestObjectStorage(
                        ServiceKind.EMBEDDED,
                        URI.create(HOST + proxy.getPort()),
                        TestObjectStorage.USUAL_REGION,
                        ACCESS_KEY,
                        secretKey));
    }

    private static void start(S3Proxy proxy) {
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded S3 server did not start", e);
        }
    }
}
