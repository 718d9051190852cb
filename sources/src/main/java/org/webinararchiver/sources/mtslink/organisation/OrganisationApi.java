package org.webinararchiver.sources.mtslink.organisation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.webinararchiver.core.failure.FailureException;
import org.webinararchiver.core.link.RecognisedLink;
import org.webinararchiver.core.organisation.Period;
import org.webinararchiver.core.secret.Secret;
import org.webinararchiver.core.web.Web;
import org.webinararchiver.core.web.WebAnswer;
import org.webinararchiver.core.web.WebRequest;
import org.webinararchiver.sources.mtslink.organisation.PageReader.Reading;

/**
 * The API by which an organisation sees all that it has recorded: {@code GET /records?from=&to=&offset=&limit=} with
 * the organisation's key in the header {@code x-auth-token}, see help.mts-link.ru/article/25720. The key goes to the
 * API's host alone.
 */
public final class OrganisationApi {
    private static final int RECORDS_A_PAGE = 100;
    private static final String TOKEN_HEADER = "x-auth-token";

    private final PageReader reader;
    private final ApiRefusals refusals;

    /**
     * Makes the API's client.
     *
     * @param links recognises the link of a record
     * @param clock tells the time that a server's {@code Retry-After} date is compared with
     */
    public OrganisationApi(Function<String, Optional<RecognisedLink>> links, Clock clock) {
        this.reader = new PageReader(links);
        this.refusals = new ApiRefusals(clock);
    }

    /**
     * Asks for a part of the list.
     *
     * @param api where the API is, for example {@code https://userapi.mts-link.ru/v3}
     * @param offset how many records to leave out, 0 or more
     * @throws FailureException when the platform answers with anything but a page
     * @throws IOException when there is no whole answer; worth another attempt
     */
    public ListedPage page(URI api, Secret token, Period period, int offset, Web web)
            throws FailureException, IOException {
        try (var answer = web.get(request(api, token, period, offset))) {
            if (!answer.succeeded()) {
                throw new FailureException(refusals.ofAnswer(answer));
            }
            return new ListedPage(offset, read(answer).records());
        } catch (JsonProcessingException e) {
            throw new FailureException(ApiRefusals.unreadable(), e);
        }
    }

    private Reading.Records read(WebAnswer answer) throws FailureException, IOException {
        return switch (reader.read(answer.body())) {
            case Reading.Records records -> records;
            case Reading.NoPage(var code) ->
                throw new FailureException(
                        code.isPresent() ? refusals.ofErrorInBody(code.getAsInt()) : ApiRefusals.unreadable());
        };
    }

    private static WebRequest request(URI api, Secret token, Period period, int offset) {
        var address = "%s/records?from=%s&to=%s&offset=%d&limit=%d"
                .formatted(withoutSlash(api), period.from(), period.to(), offset, RECORDS_A_PAGE);
        return WebRequest.to(URI.create(address))
                .withHeaders(Map.of("Accept", "application/json"))
                .withSecretHeader(TOKEN_HEADER, token);
    }

    private static String withoutSlash(URI api) {
        return api.toString().replaceFirst("/+$", "");
    }
}
