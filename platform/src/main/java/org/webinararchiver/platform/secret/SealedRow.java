package org.webinararchiver.platform.secret;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A sealed secret and where it is kept. */
record SealedRow(SealedColumn column, UUID id, String name, byte[] sealed) {
    private static final int BATCH = 100;

    /** Before all rows of a column. */
    static SealedRow start(SealedColumn column) {
        return new SealedRow(column, new UUID(0, 0), "", new byte[0]);
    }

    /** The next rows by this query of the column; none when there are no more. */
    List<SealedRow> following(Connection database, String query) throws SQLException {
        return found(database, query, BATCH);
    }

    /** This row as it is when nobody else is writing it, and locked from then on; none when it is gone. */
    List<SealedRow> locked(Connection database) throws SQLException {
        return found(database, column.lockedRow(), 1);
    }

    private List<SealedRow> found(Connection database, String query, int most) throws SQLException {
        try (var select = database.prepareStatement(query)) {
            select.setObject(1, id);
            select.setString(2, name);
            select.setInt(3, most);
            var found = new ArrayList<SealedRow>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(
                            new SealedRow(column, rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)));
                }
            }
            return found;
        }
    }

    String place() {
        return column.place(id, name);
    }
}
