package org.webinararchiver.platform.task;

import jakarta.persistence.EntityManager;

/**
 * Keeps apart who changes pauses and who goes by them, until the transaction ends. Without it a task could be put aside
 * for a pause that ends at the same moment, and nobody would take it up again.
 */
final class PauseLock {
    /** Any number that no other lock of two numbers has. */
    private static final String KEY = "4, 1";

    private PauseLock() {}

    /** Waits for all others. */
    static void toChange(EntityManager database) {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(%s)".formatted(KEY))
                .getSingleResult();
    }

    /** Shared with others who only read; false, at once, while somebody changes pauses. */
    static boolean toRead(EntityManager database) {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock_shared(%s)".formatted(KEY))
                .getSingleResult();
    }
}
