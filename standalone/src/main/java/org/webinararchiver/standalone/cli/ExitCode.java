package org.webinararchiver.standalone.cli;

/** What the shell is told. The order is from good to bad. */
public enum ExitCode {
    COMPLETE(0),
    COMPLETE_WITH_GAPS(3),
    FAILED(1),
    USAGE(2),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public ExitCode orWorse(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
