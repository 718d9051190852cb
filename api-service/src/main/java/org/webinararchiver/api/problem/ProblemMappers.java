package org.webinararchiver.api.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.webinararchiver.platform.catalog.NoSuchRecording;
import org.webinararchiver.platform.database.DatabaseAway;
import org.webinararchiver.platform.intake.OtherFileUnderWay;
import org.webinararchiver.platform.intake.OtherSubmission;
import org.webinararchiver.platform.quota.OverQuota;
import org.webinararchiver.platform.storage.ObjectStoreException;

/**
 * Tells as problems what is refused before a resource is asked, and what goes wrong in one. Words of the body never get
 * into an answer, apart from the name of a field, cut short.
 */
public final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int LONGEST_FIELD = 60;

    /** What the framework refuses: an unknown path, a wrong method or type of content, a body that is no JSON. */
    @ServerExceptionMapper
    public Response refused(WebApplicationException refusal, UriInfo uri) {
        var answer = refusal.getResponse();
        if (answer.hasEntity() || answer.getStatus() < 400) {
            return answer;
        }
        var status = answer.getStatus();
        var phrase = answer.getStatusInfo().getReasonPhrase();
        var reason = phrase.toLowerCase(Locale.ROOT).replace(' ', '-');
        return Problem.of(status, reason, phrase, detail(status, uri)).response();
    }

    private static String detail(int status, UriInfo uri) {
        return switch (status) {
            case 400 -> ExpectedBody.at(uri).advice();
            case 404 -> "There is nothing here, or not yet; check the id and, of a video, whether it is finished.";
            case 405 ->
                "Recordings and organisations are added with POST, read with GET and removed with DELETE; see /q/swagger-ui.";
            case 406 -> "Answers are JSON, videos are MP4; leave the Accept header out.";
            case 413 -> "Send less at once.";
            case 415 -> "Send the header Content-Type: application/json.";
            default -> "The request can not be answered.";
        };
    }

    /** JSON of another shape than is expected. */
    @ServerExceptionMapper
    public Response misshapen(MismatchedInputException mismatch, UriInfo uri) {
        return ExpectedBody.at(uri).refused(what(mismatch)).getResponse();
    }

    private static String what(MismatchedInputException mismatch) {
        var field = mismatch.getPath().stream().map(ProblemMappers::step).collect(Collectors.joining("."));
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "There is no field " + field + ".";
        }
        return field.isEmpty() ? "It is no JSON object." : "The field " + field + " has another form.";
    }

    /** Elements of a list are counted from one. */
    private static String step(JsonMappingException.Reference step) {
        if (step.getFieldName() == null) {
            return String.valueOf(step.getIndex() + 1);
        }
        var name = step.getFieldName().replaceAll("[^\\p{Alnum}_$-]", "?");
        return name.length() > LONGEST_FIELD ? name.substring(0, LONGEST_FIELD) + "…" : name;
    }

    @ServerExceptionMapper
    public Response removedMeanwhile(NoSuchRecording none, UriInfo uri) {
        return refused(new NotFoundException(), uri);
    }

    @ServerExceptionMapper
    public Response otherFile(OtherFileUnderWay other) {
        return Problem.of(409, "other-file-under-way", other.getMessage(), other.advice())
                .response();
    }

    @ServerExceptionMapper
    public Response otherSubmission(OtherSubmission other) {
        return Problem.of(
                        422,
                        "key-used-before",
                        "This Idempotency-Key came with another submission before.",
                        "Use a new key for each submission, and the same one only to send the same again.")
                .response();
    }

    @ServerExceptionMapper
    public Response overQuota(OverQuota over) {
        var answer =
                Problem.of(429, over.reason(), over.getMessage(), over.advice()).response();
        answer.getHeaders().putSingle("Retry-After", Problem.seconds(over.retryAfter()));
        return answer;
    }

    @ServerExceptionMapper
    public Response storeInTrouble(ObjectStoreException trouble) {
        LOG.warnf("a request could not be answered: %s", trouble.getMessage());
        return Problem.of(
                        503,
                        trouble.failure().reason(),
                        "The object store does not give the file.",
                        trouble.failure().advice())
                .response();
    }

    /** What nobody foresaw is told to the operator; who asked is told which line of the log it is. */
    @ServerExceptionMapper
    public Response broken(RuntimeException failure) {
        var away = DatabaseAway.in(failure);
        if (away.isPresent() || failure instanceof DatabaseAway) {
            LOG.debug("a request could not be answered", failure);
            return Problem.of(
                            503,
                            "database-away",
                            "The database does not answer.",
                            "Try again in a while; what was sent may or may not have been done, and may be sent again.")
                    .response();
        }
        var id = UUID.randomUUID();
        LOG.errorf(failure, "a request could not be answered (%s)", id);
        return Problem.of(
                        500,
                        "internal-error",
                        "Something went wrong here.",
                        "Look for %s in the log of the service.".formatted(id))
                .response();
    }
}
