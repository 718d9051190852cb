package org.webinararchiver.deploy.reference;

import org.webinararchiver.deploy.settings.KnownSettings;

/**
 * What an operator may set.
 *
 * @param name as a property, {@code archiver.tasks.poll}; of what is a variable alone, that
 * @param kind what is written there, in words
 * @param usual what holds when it is not set, in Markdown
 * @param meaning in Markdown
 */
record Setting(String name, String kind, String usual, String meaning) {

    String variable() {
        return KnownSettings.variable(name);
    }

    boolean isProperty() {
        return !variable().equals(name);
    }
}
