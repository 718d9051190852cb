package org.webinararchiver.embedded.database;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program that starts a database, says so and waits to be killed. */
final class DatabaseProgram {

    private DatabaseProgram() {}

    public static void main(String[] arguments) throws Exception {
        var database = EmbeddedDatabase.start(TestDatabase.settings(Path.of(arguments[0])));
        TestDatabase.execute(database, "CREATE TABLE written (text text)");
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
