package org.webinararchiver.api.audit;

import java.util.Optional;
import java.util.UUID;

/**
 * Who asks for something, and from where.
 *
 * @param id what tells this one from all others: of a key its id, of a token its subject
 * @param name what people call it, where that is another word
 * @param owner whose recordings and organisations are meant
 * @param address empty where nothing was asked over a network
 */
public record Actor(String id, Optional<String> name, String owner, Optional<String> address) {

    /** Somebody who shows no key and needs none. */
    public static Actor nobody(Optional<String> address) {
        return new Actor("nobody", Optional.empty(), "", address);
    }

    /** Whoever uses a program of this machine. */
    public static Actor local(String owner, Optional<String> address) {
        return new Actor("local", Optional.empty(), owner, address);
    }

    public static Actor key(UUID id, String name, String owner, Optional<String> address) {
        return new Actor("key:" + id, Optional.of(name), owner, address);
    }

    /** Somebody of whom a token tells. */
    public static Actor token(String subject, String owner, Optional<String> address) {
        return new Actor("token:" + subject, Optional.empty(), owner, address);
    }

    /** Another system, by message. */
    public static Actor message(String owner) {
        return new Actor("message", Optional.empty(), owner, Optional.empty());
    }

    /** Whoever runs a command where the settings of the database are. */
    public static Actor command(String user, String owner) {
        return new Actor("command", Optional.of(user), owner, Optional.empty());
    }

    /** The platform, which calls for an organisation of this owner. */
    public Actor asWebhookOf(String ownerOfOrganisation) {
        return new Actor("webhook", Optional.empty(), ownerOfOrganisation, address);
    }
}
