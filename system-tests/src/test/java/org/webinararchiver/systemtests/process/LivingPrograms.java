package org.webinararchiver.systemtests.process;

import java.nio.file.Path;
import java.util.List;

/** The programs that run on this machine, whoever started them. */
public final class LivingPrograms {
    private LivingPrograms() {}

    /** The command lines that name this folder or something in it, the tests' own aside. */
    public static List<String> workingIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .flatMap(process -> process.info().commandLine().stream())
                .filter(command -> command.contains(folder.toString()))
                .toList();
    }
}
