package org.webinararchiver.api.access;

import org.webinararchiver.api.problem.Problem;

/** Why a request is not let in. */
enum Refusal {
    NO_KEY(
            401,
            "no-api-key",
            "This needs an API key, or a token where tokens are taken.",
            "Send the header Authorization: Bearer wa_…; keys are made with \"java -jar quarkus-run.jar keys create\"."),
    UNKNOWN_KEY(
            401,
            "unknown-api-key",
            "This API key opens nothing: it is mistyped, has expired or was revoked.",
            "Look at it with \"java -jar quarkus-run.jar keys list\" and make another one."),
    UNKNOWN_TOKEN(
            401,
            "unknown-token",
            "This token opens nothing: it is of another issuer, for somebody else, or was changed.",
            "Get one from the issuer that the service is set to (ARCHIVER_OIDC_ISSUER), for its audience."),
    EXPIRED_TOKEN(401, "expired-token", "This token has expired.", "Get another one from the same issuer."),
    ISSUER_AWAY(
            503,
            "issuer-away",
            "Tokens can not be checked just now.",
            "Look whether the issuer is up and the service can reach it; it goes on by itself when it can. API keys are"
                    + " taken meanwhile."),
    TOO_MANY_REQUESTS(
            429,
            "too-many-requests",
            "These are more requests than this key or token may make.",
            "Wait as long as the header Retry-After says; ask less often, send lists to /api/v1/recordings/batch, listen"
                    + " to events in place of asking, or have the limit raised: keys limit."),
    NEEDS_SUBMIT(
            403,
            "scope-missing",
            "This API key or token may not submit.",
            "Use a key with the scope submit (keys create --scopes submit,read), or a token with that role."),
    NEEDS_READ(
            403,
            "scope-missing",
            "This API key or token may not read.",
            "Use a key with the scope read (keys create --scopes submit,read), or a token with that role."),
    NEEDS_ADMIN(
            403,
            "scope-missing",
            "This API key or token may not do that.",
            "Use a key with the scope admin (keys create --scopes admin), or a token with that role."),
    KEYS_NOT_KNOWN(
            503,
            "database-away",
            "Keys can not be checked just now.",
            "Look whether PostgreSQL is up and lets the service in; it goes on by itself when it does."),
    FOREIGN_HOST(
            403,
            "foreign-host",
            "This service serves programs of this machine alone.",
            "Ask for http://127.0.0.1 or http://localhost; behind a proxy, send an API key."),
    FOREIGN_ORIGIN(
            403,
            "foreign-origin",
            "A page of another site may not use this service.",
            "Use it from a program, from a page of this machine, or with an API key."),
    FORM(
            403,
            "header-missing",
            "A form of any page could send this.",
            "Send the header X-Webinar-Archiver: 1, or an API key.");

    private final Problem problem;

    Refusal(int status, String reason, String title, String advice) {
        this.problem = Problem.of(status, reason, title, advice);
    }

    static Refusal withoutScope(Scope needed) {
        return switch (needed) {
            case SUBMIT -> NEEDS_SUBMIT;
            case READ -> NEEDS_READ;
            case ADMIN -> NEEDS_ADMIN;
        };
    }

    Problem problem() {
        return problem;
    }
}
