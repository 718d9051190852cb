package org.webinararchiver.embedded.broker;

import org.apache.qpid.server.model.BrokerImpl;
import org.apache.qpid.server.model.Container;
import org.jboss.logging.Logger;

/**
 * Takes away the hook by which Qpid closes itself as soon as the program is told to end: its clients would lose the
 * broker while they finish in order. There is no setting for it.
 */
final class QpidShutdownHook {

    private static final Logger log = Logger.getLogger(QpidShutdownHook.class);

    private QpidShutdownHook() {}

    /** Returns whether the hook was there; without the permission to look, it stays, which is noisy but harmless. */
    static boolean remove(Container<?> broker) {
        try {
            var field = BrokerImpl.class.getDeclaredField("_shutdownHook");
            field.setAccessible(true);
            return Runtime.getRuntime().removeShutdownHook((Thread) field.get(broker));
        } catch (ReflectiveOperationException | RuntimeException refused) {
            log.debug("The broker will close at once when the program is told to end", refused);
            return false;
        }
    }
}
