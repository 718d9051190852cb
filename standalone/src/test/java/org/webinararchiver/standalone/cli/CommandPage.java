package org.webinararchiver.standalone.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The page {@code docs/cli.md}, written from what the commands say of themselves. */
final class CommandPage {
    private static final String BEGINNING = """
            # The command line

            Written from the program's own descriptions by `CommandPageTest`, which fails when they differ; to write it
            anew: `./mvnw -pl standalone -am test -Dtest='CommandPageTest,HelpTextsTest' -Dhelp.write=true
            -Dsurefire.failIfNoSpecifiedTests=false`.
            """;

    private CommandPage() {}

    static String of(CommandLine program) {
        var page = new StringBuilder(BEGINNING);
        page.append(section(program.getCommandSpec()));
        program.getSubcommands().values().forEach(command -> page.append(section(command.getCommandSpec())));
        return page.toString();
    }

    private static String section(CommandSpec command) {
        var usage = command.usageMessage();
        return "\n## `%s`\n\n".formatted(command.qualifiedName())
                + paragraph(usage.header())
                + paragraph(usage.description())
                + "```\n" + synopsis(command) + "\n```\n\n"
                + table(command)
                + footer(usage.footer());
    }

    private static String paragraph(String... lines) {
        var text = String.join(" ", lines).replace("%n", "").strip();
        return text.isEmpty() ? "" : text + "\n\n";
    }

    private static String synopsis(CommandSpec command) {
        var custom = command.usageMessage().customSynopsis();
        return custom.length > 0
                ? Arrays.stream(custom)
                        .map(line -> line.replaceFirst("^(Usage: |       )", ""))
                        .filter(line -> !line.isBlank())
                        .collect(Collectors.joining("\n"))
                : command.commandLine().getHelp().synopsis(0).strip();
    }

    private static String table(CommandSpec command) {
        var rows = new StringBuilder("| | |\n|---|---|\n");
        command.positionalParameters().forEach(each -> rows.append(row("`" + each.paramLabel() + "`", each)));
        command.options().forEach(each -> rows.append(row(names(each), each)));
        return rows.append('\n').toString();
    }

    private static String names(OptionSpec option) {
        var value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return List.of(option.names()).stream()
                .map(name -> "`" + name + value + "`")
                .collect(Collectors.joining(", "));
    }

    private static String row(String names, ArgSpec argument) {
        var text = String.join(" ", argument.description())
                .replace("${DEFAULT-VALUE}", "`" + argument.defaultValue() + "`")
                .replace("|", "\\|");
        return "| %s | %s |\n".formatted(names, text);
    }

    private static String footer(String... lines) {
        var text = String.join("\n", lines).replace("%n", "").stripTrailing();
        return text.isEmpty() ? "" : "```text\n" + text + "\n```\n";
    }
}
