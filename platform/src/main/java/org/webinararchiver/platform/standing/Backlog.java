package org.webinararchiver.platform.standing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.webinararchiver.core.task.TaskKind;

/** How much work there is, counted in the database in the caller's transaction. */
@ApplicationScoped
public class Backlog {
    /** More are not counted: whether it is this many or ten times as many changes nothing that anybody would do. */
    public static final int MOST = 100_000;

    private final EntityManager database;

    public Backlog(EntityManager database) {
        this.database = database;
    }

    /**
     * The tasks of a kind.
     *
     * @param due how many may be begun now, up to {@link #MOST}
     * @param leased how many a worker has
     * @param age for how long the one has been due that has been for the longest
     */
    public record OfKind(long due, long leased, Duration age) {}

    /** The tasks of each kind. */
    public Map<TaskKind, OfKind> tasks() {
        var tasks = new EnumMap<TaskKind, OfKind>(TaskKind.class);
        for (var kind : TaskKind.values()) {
            tasks.put(kind, tasks(kind));
        }
        return tasks;
    }

    private OfKind tasks(TaskKind kind) {
        var row = rows(database.createNativeQuery("""
                        select due.count as due, due.age as age,
                               (select count(*) from task where kind = :kind and state = 'LEASED') as leased
                        from (select count(*), coalesce(extract(epoch from clock_timestamp() - min(due_at)), 0) as age
                              from (select due_at from task where kind = :kind and state = 'WAITING' and ready
                                    limit :most) as ready) as due
                        """, Tuple.class)
                        .setParameter("kind", kind.name())
                        .setParameter("most", MOST))
                .getFirst();
        long millis = (long) (row.get("age", Number.class).doubleValue() * 1000);
        return new OfKind(
                row.get("due", Number.class).longValue(),
                row.get("leased", Number.class).longValue(),
                Duration.ofMillis(Math.max(0, millis)));
    }

    /** How many connections to each origin may be open at once now, of the origins that changed last. */
    public Map<String, Double> budgets() {
        return numbers("""
                select host as name, size as number from connection_budget order by settled_at desc limit 50
                """);
    }

    /** How many recordings there are of each state. */
    public Map<String, Double> recordings() {
        return numbers("select state as name, count(*) as number from recording group by state");
    }

    /** How many workers were lately told by the object store that it has no room, and have stored nothing since. */
    public long workersWithoutRoom() {
        return rows(database.createNativeQuery(
                        "select count(*) as count from store_full where until > clock_timestamp()", Tuple.class))
                .getFirst()
                .get("count", Number.class)
                .longValue();
    }

    private Map<String, Double> numbers(String query) {
        var numbers = new HashMap<String, Double>();
        rows(database.createNativeQuery(query, Tuple.class))
                .forEach(row -> numbers.put(
                        row.get("name", String.class),
                        row.get("number", Number.class).doubleValue()));
        return numbers;
    }

    @SuppressWarnings("unchecked") // the query was created for this class of result
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }
}
