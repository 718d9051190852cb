package org.webinararchiver.platform.task;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.webinararchiver.platform.task.Reads.OfRelation;

/**
 * Measures what the running code reads, whatever SQL it sends: PostgreSQL counts for each transaction which tables and
 * indexes it looks at. Unlike times, and unlike estimates of a plan, the counts are the same on every machine.
 */
@ApplicationScoped
public class ReadMeter {
    /** After five times the driver has PostgreSQL prepare a statement, which after five more may get another plan. */
    private static final int TIMES = 12;

    private final EntityManager database;

    ReadMeter(EntityManager database) {
        this.database = database;
    }

    /** The most that any of several runs reads. Each runs in a transaction of its own, which is taken back. */
    Reads most(Runnable step) {
        var all = new ArrayList<Reads>();
        for (int time = 0; time < TIMES; time++) {
            QuarkusTransaction.begin();
            try {
                all.add(during(step));
            } finally {
                QuarkusTransaction.rollback();
            }
        }
        return all.stream().max(Comparator.comparing(Reads::buffers)).orElseThrow();
    }

    /** What one run reads, in a transaction of its own, which stays. */
    Reads once(Runnable step) {
        return QuarkusTransaction.requiringNew().call(() -> during(step));
    }

    /** What one run reads, in the caller's transaction. */
    Reads during(Runnable step) {
        var before = counts();
        step.run();
        database.flush();
        var after = counts();
        return new Reads(after.values().stream()
                .map(relation -> relation.minus(before.get(relation.name())))
                .filter(relation -> !relation.isUntouched())
                .sorted(Comparator.comparing(OfRelation::name))
                .toList());
    }

    private Map<String, OfRelation> counts() {
        return TaskRow.rows(database.createNativeQuery("""
                                select relname as name, relkind = 'i' as is_index,
                                       pg_stat_get_xact_numscans(oid) as scans,
                                       pg_stat_get_xact_tuples_returned(oid) as entries,
                                       pg_stat_get_xact_blocks_fetched(oid) as buffers
                                from pg_class where relnamespace = cast('public' as regnamespace) and relkind in ('r', 'i')
                                """, Tuple.class)).stream()
                .map(row -> new OfRelation(
                        row.get("name", String.class),
                        row.get("is_index", Boolean.class),
                        row.get("scans", Long.class),
                        row.get("entries", Long.class),
                        row.get("buffers", Long.class)))
                .collect(Collectors.toMap(OfRelation::name, Function.identity()));
    }
}
