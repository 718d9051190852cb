package org.webinararchiver.platform.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.webinararchiver.core.budget.Budget;
import org.webinararchiver.core.budget.BudgetRule;
import org.webinararchiver.core.budget.FairShare;
import org.webinararchiver.core.budget.Refusal;

/**
 * The budgets that all workers share, and who holds how much of them. Runs in the caller's transaction, which keeps the
 * origin's row until it ends; so what the workers hold together is never more than the budget, but for what is still
 * open when it shrinks.
 */
@ApplicationScoped
public class SharedBudgets {
    private final EntityManager database;

    public SharedBudgets(EntityManager database) {
        this.database = database;
    }

    private record Timed(Budget budget, Instant now) {}

    /** Notes what a worker found out, and grants or renews for the length of the lease what it may have. */
    ConnectionGrant renew(ConnectionDemand demand, BudgetRule rule, Duration lease) {
        var before = lockedOrNew(demand.host(), rule);
        var now = before.now();
        var budget = learned(before.budget(), demand, now, rule);
        if (!budget.equals(before.budget())) {
            write(demand.host(), budget);
        }
        if (demand.held() == 0) {
            forgetTheDead(demand.host(), now);
        }
        int granted = grantedOf(Math.min(budget.connections(), rule.most()), demand, now);
        hold(demand, Math.max(granted, demand.held()), now.plus(lease));
        return new ConnectionGrant(granted, untilOpen(budget, now));
    }

    /** Ends a worker's lease before its time. */
    void giveBack(String host, String holder) {
        database.createNativeQuery("delete from connection_lease where host = :host and holder = :holder")
                .setParameter("host", host)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    private Timed lockedOrNew(String host, BudgetRule rule) {
        return locked(host).orElseGet(() -> {
            insert(host, Budget.starting(rule));
            return locked(host).orElseThrow();
        });
    }

    private Optional<Timed> locked(String host) {
        return rows(database.createNativeQuery("""
                                select size, ceiling, settled_at, not_before, clock_timestamp() as now
                                from connection_budget where host = :host for update
                                """, Tuple.class).setParameter("host", host)).stream()
                .findFirst()
                .map(row -> new Timed(budget(row), row.get("now", Instant.class)));
    }

    private static Budget budget(Tuple row) {
        return new Budget(
                row.get("size", Double.class),
                row.get("ceiling", Double.class),
                row.get("settled_at", Instant.class),
                row.get("not_before", Instant.class));
    }

    private void insert(String host, Budget budget) {
        withColumns(budget, """
                        insert into connection_budget (host, size, ceiling, settled_at, not_before)
                        values (:host, :size, :ceiling, :settled, :notBefore)
                        on conflict do nothing
                        """).setParameter("host", host).executeUpdate();
    }

    private void write(String host, Budget budget) {
        withColumns(budget, """
                        update connection_budget
                        set size = :size, ceiling = :ceiling, settled_at = :settled, not_before = :notBefore
                        where host = :host
                        """).setParameter("host", host).executeUpdate();
    }

    private Query withColumns(Budget budget, String statement) {
        return database.createNativeQuery(statement)
                .setParameter("size", budget.size())
                .setParameter("ceiling", budget.ceiling())
                .setParameter("settled", budget.settledAt())
                .setParameter("notBefore", budget.notBefore());
    }

    private static Budget learned(Budget before, ConnectionDemand demand, Instant now, BudgetRule rule) {
        var budget = before.succeeded(demand.successes(), rule);
        for (var refusal : demand.refusals()) {
            var begun = now.minus(refusal.begunAgo());
            budget = budget.refused(new Refusal(begun, refusal.retryAfter()), now, rule);
        }
        return budget;
    }

    /** A fair share, as far as others do not still hold what is theirs no more. */
    private int grantedOf(int connections, ConnectionDemand demand, Instant now) {
        var wanted = new HashMap<String, Integer>();
        int heldByOthers = 0;
        for (var other : leasesOfOthers(demand, now)) {
            wanted.put(other.get("holder", String.class), other.get("wanted", Integer.class));
            heldByOthers += other.get("connections", Integer.class);
        }
        wanted.put(demand.holder(), demand.wanted());
        int share = FairShare.of(connections, Map.copyOf(wanted), now).get(demand.holder());
        return Math.max(0, Math.min(share, connections - heldByOthers));
    }

    private void forgetTheDead(String host, Instant now) {
        database.createNativeQuery("delete from connection_lease where host = :host and until <= :now")
                .setParameter("host", host)
                .setParameter("now", now)
                .executeUpdate();
    }

    private List<Tuple> leasesOfOthers(ConnectionDemand demand, Instant now) {
        return rows(database.createNativeQuery("""
                        select holder, connections, wanted from connection_lease
                        where host = :host and holder <> :holder and until > :now
                        """, Tuple.class)
                .setParameter("host", demand.host())
                .setParameter("holder", demand.holder())
                .setParameter("now", now));
    }

    private void hold(ConnectionDemand demand, int connections, Instant until) {
        database.createNativeQuery("""
                        insert into connection_lease (host, holder, connections, wanted, until)
                        values (:host, :holder, :connections, :wanted, :until)
                        on conflict (host, holder) do update
                        set connections = excluded.connections, wanted = excluded.wanted, until = excluded.until
                        """)
                .setParameter("host", demand.host())
                .setParameter("holder", demand.holder())
                .setParameter("connections", connections)
                .setParameter("wanted", demand.wanted())
                .setParameter("until", until)
                .executeUpdate();
    }

    private static Duration untilOpen(Budget budget, Instant now) {
        return budget.isOpen(now) ? Duration.ZERO : Duration.between(now, budget.notBefore());
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
