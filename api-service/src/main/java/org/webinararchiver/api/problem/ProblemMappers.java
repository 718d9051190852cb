package org.webinararchiver.api.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Tells as problems what is refused before a resource is asked. Words of the body never get into an answer. */
public final class ProblemMappers {

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
                "Recordings and organisations are added with POST and read with GET, organisations are removed with DELETE.";
            case 406 -> "Answers are JSON, videos are MP4; leave the Accept header out.";
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
        var field = mismatch.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
        if (mismatch instanceof UnrecognizedPropertyException) {
            return "There is no field " + field + ".";
        }
        return field.isEmpty() ? "It is no JSON object." : "The field " + field + " has another form.";
    }
}
