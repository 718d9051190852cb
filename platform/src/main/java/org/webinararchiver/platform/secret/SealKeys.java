package org.webinararchiver.platform.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Reads the keys that the settings name: the first one seals, all of them open. */
final class SealKeys {
    private static final int MOST_BYTES = 64 << 10;

    private SealKeys() {}

    static List<SealKey> of(SecretSettings settings) {
        return of(settings.key(), settings.keyFile(), settings.oldKeys().orElse(List.of()));
    }

    /**
     * The keys in their order, each once; none where none is set.
     *
     * @throws IllegalArgumentException with what is to be corrected
     */
    static List<SealKey> of(Optional<String> key, Optional<Path> file, List<String> old) {
        if (key.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(
                    "archiver.secrets.key and archiver.secrets.key-file are both set; leave one of them out");
        }
        var keys = new ArrayList<SealKey>();
        key.ifPresent(text -> keys.add(SealKey.read(text, "archiver.secrets.key")));
        file.ifPresent(path -> keys.addAll(inFile(path)));
        if (keys.isEmpty() && !old.isEmpty()) {
            throw new IllegalArgumentException(
                    "archiver.secrets.old-keys only open; set archiver.secrets.key or archiver.secrets.key-file too");
        }
        for (int number = 1; number <= old.size(); number++) {
            keys.add(SealKey.read(old.get(number - 1), "key %d of archiver.secrets.old-keys".formatted(number)));
        }
        return eachOnce(keys);
    }

    private static List<SealKey> inFile(Path file) {
        var lines = read(file).lines().map(String::strip).toList();
        var keys = new ArrayList<SealKey>();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(SealKey.read(line, "line %d of archiver.secrets.key-file, %s,".formatted(number, file)));
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("archiver.secrets.key-file, %s, holds no key".formatted(file));
        }
        return keys;
    }

    private static String read(Path file) {
        try (var bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(MOST_BYTES), UTF_8);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "archiver.secrets.key-file, %s, can not be read: %s".formatted(file, e), e);
        }
    }

    private static List<SealKey> eachOnce(List<SealKey> keys) {
        var byId = new LinkedHashMap<String, SealKey>();
        keys.forEach(key -> byId.putIfAbsent(key.id(), key));
        return List.copyOf(byId.values());
    }
}
