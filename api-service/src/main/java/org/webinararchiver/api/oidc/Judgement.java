package org.webinararchiver.api.oidc;

/** What is thought of a token. */
public sealed interface Judgement {

    /** It is the issuer's, for us, and now. */
    record Good(Person person) implements Judgement {}

    /** It was. */
    record Expired() implements Judgement {}

    /** It is not. */
    record Bad() implements Judgement {}

    /** The issuer's keys are not known, and can not be asked for. */
    record IssuerAway() implements Judgement {}
}
