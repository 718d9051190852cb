package org.webinararchiver.api.organisations;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.webinararchiver.api.problem.ExpectedBody;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.platform.organisation.Registration;

/**
 * An organisation as somebody sends it.
 *
 * @param name as its people call it
 * @param token its key for the platform's API
 * @param api where that is; may be absent
 * @param since the first day whose recordings are wanted; absent for a year ago
 * @param every how long after a look the next one is due, a minute to 31 days; absent for an hour
 */
public record NewOrganisation(String name, String token, String api, LocalDate since, Duration every) {
    private static final int LONGEST_NAME = 200;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");
    private static final Pattern TOKEN = Pattern.compile("[!-~]{8,512}");
    private static final LocalDate BEFORE_THE_PLATFORM = LocalDate.of(2000, 1, 1);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration USUAL = Duration.ofHours(1);

    /**
     * What was sent, if it can be an organisation.
     *
     * @throws jakarta.ws.rs.WebApplicationException when it cannot
     */
    static Registration required(NewOrganisation sent, URI usualApi, LocalDate today) {
        if (sent == null) {
            throw refused("It is missing.");
        }
        return new Registration(
                sent.checkedName(),
                sent.api == null ? usualApi : ApiAddress.checked(sent.api),
                sent.checkedToken(),
                sent.checkedSince(today),
                sent.checkedEvery());
    }

    private String checkedName() {
        var text = name == null ? "" : name.strip();
        if (text.isEmpty()
                || text.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(text).find()) {
            throw refused("The field name is a text of 1 to %d characters in one line.".formatted(LONGEST_NAME));
        }
        return text;
    }

    private Secret checkedToken() {
        var text = token == null ? "" : token.strip();
        if (!TOKEN.matcher(text).matches()) {
            throw refused("The field token is a key of the platform: 8 to 512 letters, digits and signs.");
        }
        return new Secret(text);
    }

    private LocalDate checkedSince(LocalDate today) {
        var day = since == null ? today.minusYears(1) : since;
        if (day.isBefore(BEFORE_THE_PLATFORM) || day.isAfter(today)) {
            throw refused("The field since is a day from %s to today.".formatted(BEFORE_THE_PLATFORM));
        }
        return day;
    }

    private Duration checkedEvery() {
        var length = every == null ? USUAL : every;
        if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
            throw refused("The field every is a length of time from PT1M to P31D.");
        }
        return length;
    }

    private static RuntimeException refused(String what) {
        return ExpectedBody.ORGANISATION.refused(what);
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "NewOrganisation[name=" + name + "]";
    }
}
