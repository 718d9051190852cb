package org.webinararchiver.platform.task;

import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;

/**
 * A task that a worker holds.
 *
 * @param attempt counted from 1
 * @param fence grows with every claim; only the holder of the latest may end the task
 */
public record ClaimedTask(UUID id, UUID recording, TaskKind kind, int attempt, long fence) {}
