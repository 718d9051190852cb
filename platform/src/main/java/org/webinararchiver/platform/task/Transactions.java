package org.webinararchiver.platform.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** Runs something in a transaction of its own, from any thread. */
@ApplicationScoped
public class Transactions {

    public <T> T call(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }

    public void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
