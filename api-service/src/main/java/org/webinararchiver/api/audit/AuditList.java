package org.webinararchiver.api.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of the audit log, newest first. */
public record AuditList(
        List<AuditEntryView> entries,

        @Schema(description = "The cursor of the next page; null when this one is the last.")
        String next) {}
