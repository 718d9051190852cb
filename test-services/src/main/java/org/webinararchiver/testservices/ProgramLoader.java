package org.webinararchiver.testservices;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Starts services with the class loader of the program. Quarkus loads the tests of each application anew, in a loader
 * that it closes after them; a server that was started there would be started again for the next application, and could
 * not load what it needs in order to stop.
 */
final class ProgramLoader {

    private ProgramLoader() {}

    /** What the starter says, of which there is one in this JVM; only the JDK's own types pass between loaders. */
    static Variables address(Class<? extends Supplier<Map<String, String>>> starter) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            var address = inProgram(starter.getName()).get();
            return new Variables(name -> (String) address.get(name));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Supplier<Map<?, ?>> inProgram(String starter) {
        try {
            var loaded = Class.forName(starter, true, ClassLoader.getSystemClassLoader());
            var made = (Supplier<?>) loaded.getDeclaredConstructor().newInstance();
            return () -> (Map<?, ?>) made.get();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The class path of this JVM lacks " + starter, e);
        }
    }
}
