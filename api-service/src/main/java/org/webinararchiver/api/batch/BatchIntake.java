package org.webinararchiver.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.webinararchiver.api.access.Submitter;
import org.webinararchiver.api.audit.Action;
import org.webinararchiver.api.audit.AuditLog;
import org.webinararchiver.api.audit.Deed;
import org.webinararchiver.api.audit.Refusals;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.intake.OtherFileUnderWay;
import org.webinararchiver.platform.quota.OverQuota;
import org.webinararchiver.platform.task.Transactions;

/** Submits the recordings of a batch, many in a transaction: ten thousand one by one would take minutes. */
@ApplicationScoped
public class BatchIntake {
    private static final int AT_ONCE = 100;

    private final Intake intake;
    private final Transactions transactions;
    private final AuditLog audit;
    private final Refusals refusals;

    public BatchIntake(Intake intake, Transactions transactions, AuditLog audit, Refusals refusals) {
        this.audit = audit;
        this.refusals = refusals;
        this.intake = intake;
        this.transactions = transactions;
    }

    /**
     * Takes in what fits into the submitter's quota, from the first one on. Whoever gets no answer sends all of it
     * again: what was taken in already stays as it is, and is not counted again.
     */
    BatchAnswer take(Submitter submitter, List<BatchItem> items) {
        var answer = new BatchAnswer(new ArrayList<>(), new ArrayList<>());
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            var some = items.subList(from, Math.min(from + AT_ONCE, items.size()));
            var taken = transactions.call(() -> takeSome(submitter, some));
            answer.accepted().addAll(taken.accepted());
            answer.refused().addAll(taken.refused());
        }
        noteRefused(submitter, answer);
        return answer;
    }

    private void noteRefused(Submitter submitter, BatchAnswer answer) {
        answer.refused().stream()
                .collect(Collectors.groupingBy(BatchAnswer.Refused::reason, Collectors.summingInt(one -> 1)))
                .forEach((reason, times) ->
                        refusals.refused(submitter.actor(), Deed.attempted(Action.SUBMIT_BATCH), reason, times));
    }

    private BatchAnswer takeSome(Submitter submitter, List<BatchItem> items) {
        intake.several(
                submitter.owner(),
                items.stream()
                        .filter(BatchItem.Good.class::isInstance)
                        .map(item -> ((BatchItem.Good) item).link())
                        .toList());
        var answer = new BatchAnswer(new ArrayList<>(), new ArrayList<>());
        for (var item : items) {
            switch (item) {
                case BatchItem.Bad bad -> answer.refused().add(bad.refusal());
                case BatchItem.Good good -> take(submitter, good, answer);
            }
        }
        audit.note(
                submitter.actor(),
                answer.accepted().stream()
                        .map(one -> Deed.to(one.id(), Action.SUBMIT_BATCH, one.link()))
                        .toList());
        return answer;
    }

    private void take(Submitter submitter, BatchItem.Good good, BatchAnswer answer) {
        var page = good.link().link().page().toString();
        try {
            var id = intake.submit(submitter.owner(), good.link(), good.options(), submitter.allowance())
                    .id();
            answer.accepted().add(BatchAnswer.Accepted.at(good.place(), id, page));
        } catch (OtherFileUnderWay other) {
            answer.refused()
                    .add(BatchAnswer.Refused.at(
                            good.place(), page, "other-file-under-way", other.getMessage() + " " + other.advice()));
        } catch (OverQuota over) {
            answer.refused()
                    .add(BatchAnswer.Refused.at(
                            good.place(), page, over.reason(), over.getMessage() + " " + over.advice()));
        }
    }
}
