package org.webinararchiver.platform.secret;

import java.util.UUID;

/** A column of sealed secrets. Whoever keeps such in another one adds it here, so that keys can be changed. */
enum SealedColumn {
    SESSION("secret", "sealed", "recording_id", "name") {
        @Override
        String place(UUID id, String name) {
            return Place.ofSecret(id, name);
        }
    },
    TOKEN("organisation", "token", "id", "'token'") {
        @Override
        String place(UUID id, String name) {
            return Place.ofToken(id);
        }
    };

    private final String table;
    private final String column;
    private final String id;
    private final String name;

    SealedColumn(String table, String column, String id, String name) {
        this.table = table;
        this.column = column;
        this.id = id;
        this.name = name;
    }

    abstract String place(UUID id, String name);

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** The next rows behind an id and a name; asks for their number last. */
    String page() {
        return rows(">");
    }

    /** The row of an id and a name, locked when nobody else has it; asks for the number 1 last. */
    String lockedRow() {
        return rows("=") + " for no key update";
    }

    private String rows(String which) {
        return "select %1$s, %2$s, %3$s from %4$s where (%1$s, %2$s) %5$s (?, ?) order by 1, 2 limit ?"
                .formatted(id, name, column, table, which);
    }

    /** The same, locked; what somebody else has locked is passed over, so that nobody waits for each other. */
    String lockedPage() {
        return page() + " for no key update skip locked";
    }

    /** Asks for the column, the id and the name. */
    String update() {
        return "update %s set %s = ? where %s = ? and %s = ?".formatted(table, column, id, name);
    }
}
