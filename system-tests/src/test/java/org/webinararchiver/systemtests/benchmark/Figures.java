package org.webinararchiver.systemtests.benchmark;

/** What was measured, a line each, to be copied into {@code docs/performance.md}. */
final class Figures {
    private Figures() {}

    static void tell(String what, String howMuch) {
        System.out.printf("FIGURE | %s | %s |%n", what, howMuch);
    }
}
