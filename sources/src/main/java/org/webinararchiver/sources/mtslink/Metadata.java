package org.webinararchiver.sources.mtslink;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import org.webinararchiver.core.failure.Failure;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.secret.Pass;
import org.webinararchiver.core.web.NotAsked;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.sources.mtslink.event.MeetingLog;
import org.webinararchiver.sources.mtslink.log.MetadataLimits;
import org.webinararchiver.sources.mtslink.log.MetadataTooLarge;
import org.webinararchiver.sources.mtslink.log.RecordHeader;
import org.webinararchiver.sources.mtslink.log.RecordReader;

/** Asks one address after the other for a recording's metadata, until one tells it. */
final class Metadata {
    private final MetadataRequests requests;
    private final Refusals refusals;
    private final MetadataLimits limits;
    private final RecordReader reader;

    Metadata(MetadataRequests requests, Refusals refusals, MetadataLimits limits) {
        this.requests = requests;
        this.refusals = refusals;
        this.limits = limits;
        this.reader = new RecordReader(limits);
    }

    Attempt.Told tell(MtsLinkUrl url, Pass pass, Web web) throws FailureException, IOException {
        var failed = new ArrayList<Attempt>();
        for (var request : requests.of(url, pass)) {
            var attempt = attempt(request, pass, web);
            if (attempt instanceof Attempt.Told told) {
                return told;
            }
            failed.add(attempt);
        }
        throw MostTelling.of(failed);
    }

    private Attempt attempt(WebRequest request, Pass pass, Web web) throws IOException {
        try (var answer = web.get(request)) {
            return answer.succeeded() ? read(answer, pass) : refused(refusals.ofAnswer(answer, pass));
        } catch (JsonProcessingException e) {
            return new Attempt.Refused(Refusals.unreadable(), Optional.of(e));
        } catch (MetadataTooLarge e) {
            return new Attempt.Refused(Refusals.tooLarge(e.getMessage()), Optional.of(e));
        } catch (NotAsked e) {
            return unasked(e);
        } catch (IOException e) {
            return broken(e);
        }
    }

    /** What keeps one request from being sent keeps all, but that a host rests says nothing about the next one. */
    private static Attempt unasked(NotAsked e) throws NotAsked {
        return switch (e.failure()) {
            case Failure.OurOutage away -> throw e;
            case Failure.NotNow later -> new Attempt.Unasked(later);
        };
    }

    /** Whoever interrupts wants an end, not the next address. */
    private static Attempt broken(IOException e) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw e;
        }
        return new Attempt.Broken(e);
    }

    private Attempt read(WebAnswer answer, Pass pass) throws IOException {
        var log = new MeetingLog(limits);
        var header = reader.read(answer.body(), log::take);
        return header.hasLog() ? new Attempt.Told(header, log) : refused(errorIn(header, pass));
    }

    private Failure.OfAttempt errorIn(RecordHeader header, Pass pass) {
        return header.errorCode().isPresent()
                ? refusals.ofErrorInBody(header.errorCode().getAsInt(), pass)
                : Refusals.unreadable();
    }

    private static Attempt refused(Failure.OfAttempt failure) {
        return new Attempt.Refused(failure, Optional.empty());
    }
}
