package org.webinararchiver.api.access;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Makes keys for tests of other packages. */
public final class MadeKey {
    private MadeKey() {}

    /** What is sent as the header Authorization with a new key that may all. */
    public static String admin(DataSource database, String owner) throws SQLException {
        return with(database, owner, Scope.ADMIN);
    }

    /** What is sent with a new key that may read what this owner has. */
    public static String reading(DataSource database, String owner) throws SQLException {
        return with(database, owner, Scope.READ);
    }

    /** What is sent with a new key that may all, but no more than this. */
    public static String limited(DataSource database, UUID id, String owner, int... limits) throws SQLException {
        var text = KeyText.random(new SecureRandom());
        var own = new KeyLimits(Optional.of(limits[0]), Optional.of(limits[1]), Optional.of(limits[2]));
        new ApiKeys(database).add(id, text, new NewKey(owner, owner, Set.of(Scope.ADMIN), Optional.empty(), own));
        return "Bearer " + text.secret();
    }

    private static String with(DataSource database, String owner, Scope scope) throws SQLException {
        var text = KeyText.random(new SecureRandom());
        var wanted = new NewKey(owner, owner, Set.of(scope), Optional.empty());
        new ApiKeys(database).add(UUID.randomUUID(), text, wanted);
        return "Bearer " + text.secret();
    }
}
