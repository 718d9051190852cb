package org.webinararchiver.api.command;

import org.webinararchiver.api.access.KeysCommand;
import org.webinararchiver.api.secrets.SecretsCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code java -jar quarkus-run.jar …} */
@Command(
        name = "java -jar quarkus-run.jar",
        description = "Without arguments, runs the API service. It is configured by the environment.%n",
        subcommands = {KeysCommand.class, SecretsCommand.class})
final class ServiceCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What is to be done? Without arguments, the service runs.");
    }
}
