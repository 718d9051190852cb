package org.webinararchiver.api.audit;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who did what to what, when, from where, and how it ended. */
@Schema(name = "AuditEntry")
public record AuditEntryView(
        UUID id,
        OffsetDateTime at,

        @Schema(
                description =
                        "`key:` and the key's id, `token:` and the subject, `local`, `webhook`, `message`, `command`, or"
                                + " `nobody`, who was not let in.",
                examples = "key:0199f7a4-6c1e-7d52-9c0a-5b7f0c2d9e31")
        String actor,

        @Schema(
                description =
                        "What people call it: the key's name, the user who ran a command. Null where there is none.")
        String actorName,

        @Schema(description = "Whose recordings and organisations were meant.")
        String owner,

        @Schema(description = "From which it was asked; null where it was not asked over a network.")
        String address,

        @Schema(examples = "recording.remove") String action,

        @Schema(description = "Which was meant, whether it is still there or not; null where none was.")
        UUID recording,

        @Schema(description = "Which organisation or key was meant; null where none was.")
        UUID subject,

        AuditOutcome outcome,

        @Schema(description = "Why it was refused, as the problem's type had it; null where it was not.")
        String reason,

        @Schema(
                description =
                        "What else there is to tell: the page of a recording, the name of an organisation or key.")
        String detail,

        @Schema(description = "How often the same was refused in a few seconds, which is noted once.")
        int times) {}
