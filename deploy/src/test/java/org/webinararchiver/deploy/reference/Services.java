package org.webinararchiver.deploy.reference;

import java.util.List;

/** In which services the settings of a module, or of one of its interfaces, act. */
final class Services {
    static final String API = "api-service";
    static final String DOWNLOAD = "download-worker";
    static final String COMPILE = "compile-worker";
    static final List<String> ALL = List.of(API, DOWNLOAD, COMPILE);

    private Services() {}

    /** @throws IllegalArgumentException when it is a new one of a module that services share: name it here */
    static List<String> of(String module, String type) {
        return ALL.contains(module) ? List.of(module) : sharing(type);
    }

    private static List<String> sharing(String type) {
        return switch (type) {
            case "BrokerSettings",
                    "LogSettings",
                    "ReconcilerSettings",
                    "RoomSettings",
                    "ScratchSettings",
                    "StorageSettings",
                    "TaskSettings" -> ALL;
            case "MetadataSettings", "SecretSettings" -> List.of(API, DOWNLOAD);
            case "OrganisationApiSettings", "OrphanSettings", "RetentionSettings" -> List.of(API);
            case "OrganisationSettings" -> List.of(DOWNLOAD);
            default -> throw new IllegalArgumentException("in which services does " + type + " act?");
        };
    }
}
