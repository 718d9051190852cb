package org.webinararchiver.client;

import java.io.IOException;
import java.net.http.HttpResponse;

/** A problem as it is written in JSON; any field may be missing, and it may be no JSON at all. */
record Problem(String type, String title, String detail) {
    private static final String REASON = "urn:webinar-archiver:problem:";

    /** The exception that an answer of status 400 or more means. */
    static ProblemException of(HttpResponse<byte[]> answer) {
        return of(answer, answer.body());
    }

    static ProblemException of(HttpResponse<?> answer, byte[] body) {
        var problem = read(body);
        var type = problem.type() == null ? "" : problem.type();
        return new ProblemException(
                answer.statusCode(),
                type.startsWith(REASON) ? type.substring(REASON.length()) : "",
                problem.title() == null ? "The archiver answered " + answer.statusCode() + "." : problem.title(),
                problem.detail() == null ? "" : problem.detail());
    }

    private static Problem read(byte[] body) {
        try {
            return Json.read(body, Problem.class);
        } catch (IOException noProblemInJson) {
            return new Problem(null, null, null);
        }
    }
}
