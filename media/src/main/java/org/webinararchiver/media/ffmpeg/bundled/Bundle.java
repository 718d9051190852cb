package org.webinararchiver.media.ffmpeg.bundled;

import java.io.Closeable;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The build of ffmpeg that lies on the class path, in a jar or in a folder. */
final class Bundle implements Closeable {
    private final Optional<FileSystem> jar;
    private final Path folder;

    private Bundle(Optional<FileSystem> jar, Path folder) {
        this.jar = jar;
        this.folder = folder;
    }

    /** The build for this platform, or nothing when the class path has none. */
    static Optional<Bundle> find(ClassLoader classPath, Platform platform) throws IOException {
        var program = classPath.getResource(platform.resourceFolder() + "/ffmpeg");
        if (program == null) {
            program = classPath.getResource(platform.resourceFolder() + "/ffmpeg.exe");
        }
        return program == null ? Optional.empty() : Optional.of(at(program, platform));
    }

    private static Bundle at(URL program, Platform platform) throws IOException {
        if (program.getProtocol().equals("file")) {
            return new Bundle(Optional.empty(), pathOf(program).getParent());
        }
        if (program.openConnection() instanceof JarURLConnection connection) {
            var jar = FileSystems.newFileSystem(pathOf(connection.getJarFileURL()));
            return new Bundle(Optional.of(jar), jar.getPath(platform.resourceFolder()));
        }
        throw new IOException("the bundled ffmpeg lies neither in a jar nor in a folder: " + program);
    }

    private static Path pathOf(URL file) throws IOException {
        try {
            return Path.of(file.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException("not the place of a file: " + file, e);
        }
    }

    /** The files to unpack and their sizes in bytes, by name; those that only serve calls from Java are left out. */
    Map<String, Long> files() throws IOException {
        var sizes = new TreeMap<String, Long>();
        try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!name.contains("jni")) {
                    sizes.put(name, Files.size(file));
                }
            }
        }
        return sizes;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Differs between builds of different versions. */
    String key() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(files().toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (jar.isPresent()) {
            jar.get().close();
        }
    }
}
