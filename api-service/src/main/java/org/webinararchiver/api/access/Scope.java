package org.webinararchiver.api.access;

import java.util.Locale;
import java.util.Set;

/** What a key opens. */
public enum Scope {
    /** Submit links, and steer what becomes of them. */
    SUBMIT,
    /** See recordings and take their files. */
    READ,
    /** All that there is to do with the recordings of all owners, and organisations of the key's own. */
    ADMIN;

    /** Whether somebody with these scopes may do what needs this one. */
    boolean isIn(Set<Scope> scopes) {
        return scopes.contains(this) || scopes.contains(ADMIN);
    }

    /** As it is written on the command line and in answers. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
