package org.webinararchiver.embedded.broker;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Starts a broker with a class loader that neither the system's nor the thread's class loader knows of, as applications
 * are loaded that bring a launcher of their own.
 */
final class BrokerProgram {

    private BrokerProgram() {}

    public static void main(String[] arguments) throws Exception {
        var urls = Arrays.stream(arguments[0].split(File.pathSeparator))
                .map(BrokerProgram::url)
                .toArray(URL[]::new);
        try (var loader = new URLClassLoader(urls, ClassLoader.getPlatformClassLoader())) {
            var broker = (AutoCloseable) loader.loadClass("org.webinararchiver.embedded.broker.EmbeddedBroker")
                    .getMethod("start")
                    .invoke(null);
            broker.close();
        }
        System.out.println("closed");
    }

    private static URL url(String path) {
        try {
            return Path.of(path).toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }
}
