package org.webinararchiver.platform.task;

import java.util.UUID;
import org.webinararchiver.core.task.TaskKind;

/** Tells workers of one kind that a task is due. It is a hint: losing it, or hearing it twice, does no harm. */
public record WakeUp(UUID task, TaskKind kind) {}
