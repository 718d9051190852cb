package org.webinararchiver.api.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.webinararchiver.platform.intake.Intake;
import org.webinararchiver.platform.intake.OtherFileUnderWay;
import org.webinararchiver.platform.task.Transactions;

/** Submits the recordings of a batch, many in a transaction: ten thousand one by one would take minutes. */
@ApplicationScoped
public class BatchIntake {
    private static final int AT_ONCE = 100;

    private final Intake intake;
    private final Transactions transactions;

    public BatchIntake(Intake intake, Transactions transactions) {
        this.intake = intake;
        this.transactions = transactions;
    }

    /** Whoever gets no answer sends all of it again: what was taken in already stays as it is. */
    BatchAnswer take(String owner, List<BatchItem> items) {
        var answer = new BatchAnswer(new ArrayList<>(), new ArrayList<>());
        for (int from = 0; from < items.size(); from += AT_ONCE) {
            var some = items.subList(from, Math.min(from + AT_ONCE, items.size()));
            var taken = transactions.call(() -> takeSome(owner, some));
            answer.accepted().addAll(taken.accepted());
            answer.refused().addAll(taken.refused());
        }
        return answer;
    }

    private BatchAnswer takeSome(String owner, List<BatchItem> items) {
        intake.several(
                owner,
                items.stream()
                        .filter(BatchItem.Good.class::isInstance)
                        .map(item -> ((BatchItem.Good) item).link())
                        .toList());
        var answer = new BatchAnswer(new ArrayList<>(), new ArrayList<>());
        for (var item : items) {
            switch (item) {
                case BatchItem.Bad bad -> answer.refused().add(bad.refusal());
                case BatchItem.Good good -> take(owner, good, answer);
            }
        }
        return answer;
    }

    private void take(String owner, BatchItem.Good good, BatchAnswer answer) {
        var page = good.link().link().page().toString();
        try {
            var id = intake.submit(owner, good.link(), good.options()).id();
            answer.accepted().add(BatchAnswer.Accepted.at(good.place(), id, page));
        } catch (OtherFileUnderWay other) {
            answer.refused()
                    .add(BatchAnswer.Refused.at(
                            good.place(), page, "other-file-under-way", other.getMessage() + " " + other.advice()));
        }
    }
}
