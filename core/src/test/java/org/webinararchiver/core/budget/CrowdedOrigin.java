package org.webinararchiver.core.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Workers that fetch files from an origin which resets what comes over more than so many connections. They share one
 * budget, look at it every two seconds and when they were refused, and know nothing of its changes in between.
 */
final class CrowdedOrigin {
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration RESET = Duration.ofMillis(5);
    private static final Instant START = Instant.parse("2026-01-28T12:00:00Z");

    private final int bearable;
    private final BudgetRule rule;
    private final Random random;
    private final List<Worker> workers = new ArrayList<>();
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparing(Event::at).thenComparing(Event::number));
    private Budget budget;
    private Instant now = START;
    private int filesLeft;
    private int open;
    private long happened;

    int resets;
    /** The size after each refusal and each look, in their order. */
    final List<Integer> sizes = new ArrayList<>();

    CrowdedOrigin(int bearable, int workerCount, int files, BudgetRule rule, long seed) {
        this.bearable = bearable;
        this.rule = rule;
        this.random = new Random(seed);
        this.filesLeft = files;
        this.budget = Budget.starting(rule);
        for (int number = 0; number < workerCount; number++) {
            workers.add(new Worker("worker " + number));
        }
    }

    private record Event(Instant at, long number, Runnable what) {}

    private void after(Duration pause, Runnable what) {
        events.add(new Event(now.plus(pause), happened++, what));
    }

    void run() {
        workers.forEach(worker -> after(Duration.ofMillis(random.nextInt(100)), worker::lookAgainAndAgain));
        while (filesLeft > 0 || open > 0) {
            var next = events.remove();
            now = next.at();
            next.what().run();
        }
    }

    private final class Worker {
        private final String name;
        private final List<Refusal> unsaidRefusals = new ArrayList<>();
        private int unsaidSuccesses;
        private int granted;
        private int running;
        private int leased;
        private Instant notBefore = START;

        Worker(String name) {
            this.name = name;
        }

        void lookAgainAndAgain() {
            look();
            after(LOOK, this::lookAgainAndAgain);
        }

        void look() {
            budget = budget.succeeded(unsaidSuccesses, rule);
            unsaidRefusals.forEach(refusal -> budget = budget.refused(refusal, now, rule));
            unsaidSuccesses = 0;
            unsaidRefusals.clear();
            sizes.add(budget.connections());
            int holding = Math.max(granted, running);
            int others = workers.stream()
                    .filter(other -> other != this)
                    .mapToInt(other -> other.leased)
                    .sum();
            int share = FairShare.of(budget.connections(), wanted(), now).get(name);
            granted = Math.max(0, Math.min(share, budget.connections() - others));
            leased = Math.max(granted, holding);
            notBefore = budget.notBefore();
            beginWhatMayBegin();
        }

        private Map<String, Integer> wanted() {
            var wanted = new HashMap<String, Integer>();
            workers.forEach(worker -> wanted.put(worker.name, worker.running + Math.min(rule.most(), filesLeft)));
            return wanted;
        }

        private void beginWhatMayBegin() {
            if (now.isBefore(notBefore)) {
                after(Duration.between(now, notBefore), this::beginWhatMayBegin);
                return;
            }
            while (running < granted && filesLeft > 0) {
                begin();
            }
        }

        private void begin() {
            running++;
            filesLeft--;
            var begun = now;
            if (open >= bearable) {
                after(RESET, () -> reset(begun));
                return;
            }
            open++;
            boolean usedUp = running == granted;
            after(Duration.ofMillis(20 + random.nextInt(400)), () -> stored(usedUp));
        }

        private void reset(Instant begun) {
            resets++;
            running--;
            filesLeft++;
            unsaidRefusals.add(new Refusal(begun, Optional.empty()));
            notBefore = now.plus(rule.settle());
            look();
        }

        private void stored(boolean usedUp) {
            open--;
            running--;
            unsaidSuccesses += usedUp ? 1 : 0;
            beginWhatMayBegin();
        }
    }
}
