package org.webinararchiver.api.command;

import io.quarkus.runtime.Quarkus;
import picocli.CommandLine;

/** Runs the service; with arguments it does what they say instead, and opens no port. */
public final class ApiServiceMain {
    private ApiServiceMain() {}

    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            Quarkus.run();
        } else {
            System.exit(commandLine().execute(arguments));
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new ServiceCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(100);
    }
}
