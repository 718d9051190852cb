package org.webinararchiver.embedded.database;

import java.net.URL;
import java.util.Locale;
import java.util.Optional;
import org.webinararchiver.embedded.EmbeddedServerException;

/** The machines for which PostgreSQL can be on the class path, each as one archive that is named as zonky names it. */
enum BinariesPlatform {
    LINUX_AMD64("linux-x86_64"),
    LINUX_ARM64("linux-arm_64"),
    MACOS_AMD64("darwin-x86_64"),
    MACOS_ARM64("darwin-arm_64"),
    WINDOWS_AMD64("windows-x86_64");

    private static final String ADVICE =
            "Use a PostgreSQL server of your own instead, version 15 or newer, and give its address in the settings.";

    private final String label;

    BinariesPlatform(String label) {
        this.label = label;
    }

    static BinariesPlatform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    static BinariesPlatform of(String systemName, String architecture) {
        boolean arm = isArm(systemName, architecture);
        var system = systemName.toLowerCase(Locale.ROOT);
        if (system.startsWith("linux")) {
            return arm ? LINUX_ARM64 : LINUX_AMD64;
        }
        if (system.startsWith("mac")) {
            return arm ? MACOS_ARM64 : MACOS_AMD64;
        }
        // Windows on ARM runs programs for AMD64.
        if (system.startsWith("windows")) {
            return WINDOWS_AMD64;
        }
        throw unknown(systemName, architecture);
    }

    private static boolean isArm(String systemName, String architecture) {
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> false;
            case "aarch64", "arm64" -> true;
            default -> throw unknown(systemName, architecture);
        };
    }

    private static EmbeddedServerException unknown(String systemName, String architecture) {
        return new EmbeddedServerException(
                "There is no PostgreSQL to bring along for " + systemName + " on " + architecture + ".", ADVICE);
    }

    /** Part of the archive's name, and of the folder that it is unpacked to. */
    String label() {
        return label;
    }

    String archiveName() {
        return "postgres-" + label + ".txz";
    }

    /** The archive with the programs, when this build brings it along. */
    Optional<URL> archive() {
        return Optional.ofNullable(BinariesPlatform.class.getResource("/" + archiveName()));
    }

    boolean isWindows() {
        return this == WINDOWS_AMD64;
    }

    boolean isLinux() {
        return this == LINUX_AMD64 || this == LINUX_ARM64;
    }
}
