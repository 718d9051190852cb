package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.SampleMeetings;
import org.webinararchiver.simulator.meeting.Take;

class SimulatorTest {
    private static final int SIZE = 100_001;

    @TempDir
    private Path folder;

    private final Meeting demo = SampleMeetings.demo();
    private final Take take = demo.takes().getFirst();
    private final HttpClient client = HttpClient.newHttpClient();
    private byte[] bytes;
    private Simulator simulator;

    @BeforeEach
    void serveBytes() throws Exception {
        bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        var file = Files.write(folder.resolve("media.mp4"), bytes);
        simulator = Simulator.start(0, wanted -> file, SampleMeetings.all());
    }

    @AfterEach
    void stop() {
        simulator.close();
        client.close();
    }

    @Test
    void metadataNamesFilesUnderTheAddressThatWasAsked() throws Exception {
        var answer = json(get(metadataOf(demo)));
        assertThat(answer.get("name").textValue()).isEqualTo(demo.title());
        assertThat(answer.get("duration").decimalValue()).isEqualByComparingTo("40");
        var files = events(answer, "mediasession.add");
        assertThat(files).hasSize(8);
        var second = files.get(1);
        assertThat(second.get("relativeTime").decimalValue()).isEqualByComparingTo("5");
        var url = URI.create(second.at("/data/url").textValue());
        assertThat(url).isEqualTo(simulator.fileOf(demo, demo.takes().get(1)));
        assertThat(get(url).body()).isEqualTo(bytes);
    }

    @Test
    void filesThatAreLongerThanTheirTakesAreToldAsThePlatformDoes() throws Exception {
        var meeting = SampleMeetings.withCuts();
        var answer = json(get(metadataOf(meeting)));
        assertThat(events(answer, "mediasession.add")).hasSize(1);
        var end = events(answer, "conference.stream.delete").getFirst();
        assertThat(end.get("relativeTime").decimalValue()).isEqualByComparingTo("6");
        assertThat(end.at("/data/id"))
                .isEqualTo(events(answer, "mediasession.add").getFirst().at("/data/stream/id"));
        var cut = events(answer, "cut.end").getFirst();
        var listed = cut.at("/snapshot/data/mediasession/0");
        assertThat(cut.get("relativeTime").decimalValue()).isEqualByComparingTo("8");
        assertThat(cut.get("time").decimalValue().subtract(listed.get("time").decimalValue()))
                .isEqualByComparingTo("2.5");
    }

    @Test
    void slidesAndDecksAreServedWhereTheLogSays() throws Exception {
        var shown = events(json(get(metadataOf(SampleMeetings.withSlides()))), "presentation.update");
        assertThat(shown).hasSize(4);
        var pictures = new HashSet<Integer>();
        for (var event : shown.subList(0, 3)) {
            var url = URI.create(event.at("/data/fileReference/slide/url").textValue());
            var picture = ImageIO.read(new ByteArrayInputStream(get(url).body()));
            pictures.add(picture.getRGB(0, 0));
        }
        assertThat(pictures).hasSize(3);
        var deck =
                URI.create(shown.getFirst().at("/data/fileReference/file/url").textValue());
        assertThat(get(deck).body()).startsWith('P', 'K', 3, 4);
    }

    @Test
    void whatIsSaidAndRenamedIsInTheLog() throws Exception {
        var answer = json(get(metadataOf(SampleMeetings.withSlides())));
        assertThat(events(answer, "message.add"))
                .extracting(event -> event.at("/data/text").textValue())
                .contains("Слышно хорошо.");
        assertThat(events(answer, "question.add")
                        .getFirst()
                        .at("/data/authorName")
                        .textValue())
                .isEqualTo("Вера");
        assertThat(events(answer, "participation.rename").getFirst().at("/data/id"))
                .isEqualTo(events(answer, "conference.add").getFirst().at("/data/participationId"));
    }

    @Test
    void anotherHostInTheRequestIsTheHostOfTheFiles() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(metadataOf(demo).toString().replace("127.0.0.1", "localhost")));
        var answer = json(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        var url = events(answer, "mediasession.add").getFirst().at("/data/url").textValue();
        assertThat(url)
                .startsWith("http://localhost:" + simulator.base().getPort() + "/api-storage/files/wowza/2026/03/17/");
    }

    @Test
    void bothMetadataAddressesTellTheSameAndOthersAreNotFound() throws Exception {
        var ids = demo.ids();
        var bySession =
                simulator.base().resolve("/api/eventsessions/" + ids.eventSession() + "/record?withoutCuts=false");
        assertThat(json(get(bySession))).isEqualTo(json(get(metadataOf(demo))));
        assertThat(get(simulator.base().resolve("/api/eventsessions/1/record")).statusCode())
                .isEqualTo(404);
        var otherFile =
                "/api/event-sessions/%d/record-files/%d/flow".formatted(ids.eventSession(), ids.recordFile() + 1);
        assertThat(get(simulator.base().resolve(otherFile)).statusCode()).isEqualTo(404);
    }

    @Test
    void theSpeakerIsFoundThroughTheConferenceAndTheLecturerByRole() throws Exception {
        var meeting = SampleMeetings.twoVoices();
        var answer = json(get(metadataOf(meeting)));
        var boris = meeting.people().get(1);
        var conference = events(answer, "conference.add").stream()
                .filter(event -> event.at("/data/user/id").longValue() == boris.user())
                .findFirst()
                .orElseThrow();
        assertThat(conference.at("/data/hasVideo").booleanValue()).isFalse();
        assertThat(conference.at("/data/user/nickname").textValue()).isEqualTo(boris.name());
        assertThat(events(answer, "mediasession.add"))
                .filteredOn(event -> event.at("/data/stream/conference/id").equals(conference.at("/data/id")))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.get("relativeTime").decimalValue()).isEqualByComparingTo("3"));
        var admins = events(answer, "eventsession.start").getFirst().at("/snapshot/data/userlist");
        assertThat(admins.get(0).at("/role").textValue()).isEqualTo("ADMIN");
        assertThat(admins.get(0).at("/user/id").longValue())
                .isEqualTo(meeting.lecturer().orElseThrow().user());
    }

    @Test
    void privateRecordingsAreRefusedInBothForms() throws Exception {
        var byStatus = get(metadataOf(SampleMeetings.privateMeeting()));
        assertThat(byStatus.statusCode()).isEqualTo(403);
        var byBody = get(metadataOf(SampleMeetings.refusedInBody()));
        assertThat(byBody.statusCode()).isEqualTo(200);
        assertThat(json(byBody).at("/error/code").intValue()).isEqualTo(403);
    }

    @Test
    void theRightCookieOrTokenOpensAPrivateRecordingAndAWrongOneDoesNot() throws Exception {
        var meeting = SampleMeetings.privateMeeting();
        var access = (Access.Closed) meeting.access();
        var metadata = metadataOf(meeting);
        assertThat(getWith(metadata, "Cookie", "a=b; sessionId=" + access.sessionId())
                        .statusCode())
                .isEqualTo(200);
        assertThat(getWith(metadata, "Cookie", "sessionId=wrong").statusCode()).isEqualTo(403);
        var withToken = metadata + "&recordAccessToken=" + access.recordAccessToken();
        assertThat(get(URI.create(withToken)).statusCode()).isEqualTo(200);
        assertThat(get(URI.create(withToken + "0")).statusCode()).isEqualTo(403);
        assertThat(simulator.sharedLinkTo(meeting).toString())
                .isEqualTo(simulator.linkTo(meeting) + "/" + access.recordAccessToken());
        assertThatThrownBy(() -> simulator.sharedLinkTo(demo)).hasMessageContaining("demo");
    }

    @Test
    void aPartOfAFileIsSentAsAsked() throws Exception {
        for (var range : List.of(
                new ByteRange.Part(0, 0), new ByteRange.Part(1, SIZE - 2), new ByteRange.Part(SIZE - 1, SIZE - 1))) {
            var answer = getWith(file(), "Range", "bytes=%d-%d".formatted(range.first(), range.last()));
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Content-Range"))
                    .contains("bytes %d-%d/%d".formatted(range.first(), range.last(), SIZE));
            assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, (int) range.first(), (int) range.last() + 1));
        }
    }

    @Test
    void aRangeBeyondTheEndIsRefusedWithTheFilesSize() throws Exception {
        var answer = getWith(file(), "Range", "bytes=" + SIZE + "-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes */" + SIZE);
    }

    @Test
    void aHeadRequestTellsTheLengthAndSendsNothing() throws Exception {
        var request = HttpRequest.newBuilder(file()).HEAD().build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(SIZE);
        assertThat(answer.headers().firstValue("Accept-Ranges")).contains("bytes");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aRangeOfAnotherVersionIsAnsweredWithTheWholeFile() throws Exception {
        var tag = get(file()).headers().firstValue("ETag").orElseThrow();
        assertThat(rangeIf(tag).statusCode()).isEqualTo(206);
        assertThat(rangeIf("\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileThatFailsFirstIsThereAfterwards() throws Exception {
        simulator.disturb(take, new Fault.FailFirst(2, 503));
        assertThat(get(file()).statusCode()).isEqualTo(503);
        assertThat(get(file()).statusCode()).isEqualTo(503);
        assertThat(get(file()).statusCode()).isEqualTo(200);
        assertThat(get(simulator.fileOf(demo, demo.takes().getLast())).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverIsBusySaysForHowLong() throws Exception {
        simulator.disturb(take, new Fault.BusyFirst(1, 30));
        simulator.disturb(demo, new Fault.BusyFirst(1, 0));
        var file = get(file());
        assertThat(file.statusCode()).isEqualTo(429);
        assertThat(file.headers().firstValue("Retry-After")).contains("30");
        assertThat(get(metadataOf(demo)).headers().firstValue("Retry-After")).contains("0");
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }

    @Test
    void strangersAreRefusedMediaWhenOnlyBrowsersMayHaveThem() throws Exception {
        simulator.refuseMediaToStrangers();
        var page = simulator.linkTo(demo).toString();
        var browser = "Mozilla/5.0 (X11; Linux x86_64)";
        assertThat(get(file()).statusCode()).isEqualTo(403);
        assertThat(asked(page, "curl/8")).isEqualTo(403);
        assertThat(asked("https://elsewhere.example/", browser)).isEqualTo(403);
        assertThat(asked(page, browser)).isEqualTo(200);
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }

    @Test
    void playlistsAndWhatTheyLeadToAreRefusedToStrangersToo() throws Exception {
        var twin = SampleMeetings.withTwin();
        var playlist = simulator.twinOf(twin, twin.takes().getLast());
        simulator.refuseMediaToStrangers();
        for (var address : List.of("playlist.m3u8", "v2/index.m3u8", "v2/0/init.mp4", "v2/0/0.m4s", "key")) {
            assertThat(get(playlist.resolve(address)).statusCode()).isEqualTo(403);
        }
        assertThat(asked(playlist, simulator.linkTo(twin).toString(), "Mozilla/5.0 (X11; Linux x86_64)"))
                .isEqualTo(200);
        simulator.mend();
        assertThat(get(playlist).statusCode()).isEqualTo(200);
    }

    private int asked(String referer, String agent) throws Exception {
        return asked(file(), referer, agent);
    }

    private int asked(URI address, String referer, String agent) throws Exception {
        var request = HttpRequest.newBuilder(address).header("Referer", referer).header("User-Agent", agent);
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void aMissingFileStaysMissingUntilMended() throws Exception {
        simulator.disturb(take, new Fault.Missing());
        for (int i = 0; i < 4; i++) {
            assertThat(get(file()).statusCode()).isEqualTo(404);
        }
        simulator.mend();
        assertThat(get(file()).statusCode()).isEqualTo(200);
    }

    @Test
    void aTruncatedFileBreaksOffHalfWayAndIsWholeTheNextTime() throws Exception {
        simulator.disturb(take, new Fault.TruncatedOnce());
        var received = new ByteArrayOutputStream();
        var collector = HttpResponse.BodyHandlers.ofByteArrayConsumer(part -> part.ifPresent(received::writeBytes));
        assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(file()).build(), collector))
                .isInstanceOf(IOException.class);
        assertThat(received.toByteArray()).isEqualTo(Arrays.copyOf(bytes, SIZE / 2));
        assertThat(get(file()).body()).isEqualTo(bytes);
    }

    @Test
    void aFileThatBoastsEndsBeforeWhatItAnnouncedAndIsAnotherOneThanTheTrueOne() throws Exception {
        simulator.disturb(take, new Fault.BoastsFirst(1));
        var received = new ByteArrayOutputStream();
        var headers = new AtomicReference<HttpHeaders>();
        var request = HttpRequest.newBuilder(file()).header("Range", "bytes=0-9999999");
        assertThatThrownBy(() -> client.send(request.build(), info -> {
                    headers.set(info.headers());
                    return HttpResponse.BodySubscribers.ofByteArrayConsumer(
                            part -> part.ifPresent(received::writeBytes));
                }))
                .isInstanceOf(IOException.class);
        assertThat(headers.get().firstValue("Content-Range")).contains("bytes 0-9999999/20000000");
        assertThat(headers.get().firstValue("Content-Length")).contains("10000000");
        assertThat(received.toByteArray()).isEqualTo(bytes);
        assertThat(rangeIf(headers.get().firstValue("ETag").orElseThrow()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatLoopsLeadsToWhereItCameFrom() throws Exception {
        simulator.disturb(take, new Fault.LoopsFirst(1));
        var loop = get(file());
        assertThat(loop.statusCode()).isEqualTo(302);
        assertThat(file().resolve(loop.headers().firstValue("Location").orElseThrow()))
                .isEqualTo(file());
        assertThat(get(file()).body()).isEqualTo(bytes);
    }

    @Test
    void aBombIsSmallUntilItIsUnpacked() throws Exception {
        simulator.disturb(demo, new Fault.BombsFirst(1));
        var bomb = get(metadataOf(demo));
        assertThat(bomb.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(bomb.body()).hasSizeLessThan(200_000);
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(bomb.body()))) {
            assertThat(unpacked.transferTo(OutputStream.nullOutputStream())).isEqualTo(100_000_000);
        }
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Spoilage.class)
    void aSpoiltFileLooksAsIfItWereWholeUntilItIsServedWell(Spoilage how) throws Exception {
        simulator.disturb(take, new Fault.Spoilt(1, how));
        var spoilt = get(file());
        assertThat(spoilt.statusCode()).isEqualTo(200);
        assertThat(spoilt.body()).isEqualTo(how.of(bytes)).isNotEqualTo(bytes);
        assertThat(spoilt.headers().firstValueAsLong("content-length")).hasValue(spoilt.body().length);
        var whole = get(file());
        assertThat(whole.body()).isEqualTo(bytes);
        assertThat(whole.headers().firstValue("etag"))
                .isNotEqualTo(spoilt.headers().firstValue("etag"));
    }

    @Test
    void aSpoiltFileIsSpoiltInItsRangesToo() throws Exception {
        simulator.disturb(take, Fault.Spoilt.forEver(Spoilage.CUT_OFF));
        var part = getWith(file(), "Range", "bytes=50-");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(bytes, 50, SIZE / 2));
    }

    @Test
    void slidesAndDecksFailAsTold() throws Exception {
        var meeting = SampleMeetings.withSlides();
        simulator.disturbSlide(meeting, 1, 2, new Fault.Missing());
        simulator.disturbDeck(meeting, 2, Fault.Spoilt.forEver(Spoilage.WEB_PAGE));
        assertThat(get(simulator.base().resolve(Addresses.slide(meeting, 1, 1))).statusCode())
                .isEqualTo(200);
        assertThat(get(simulator.base().resolve(Addresses.slide(meeting, 1, 2))).statusCode())
                .isEqualTo(404);
        assertThat(get(simulator.base().resolve(Addresses.deck(meeting, 2))).body())
                .asString(StandardCharsets.UTF_8)
                .startsWith("<!DOCTYPE html>");
        simulator.disturbDeck(meeting, 1, new Fault.TruncatedOnce());
        var deck = simulator.base().resolve(Addresses.deck(meeting, 1));
        assertThatThrownBy(() -> get(deck)).isInstanceOf(IOException.class);
        assertThat(get(deck).body()).startsWith('P', 'K', 3, 4);
    }

    @Test
    void metadataFailsAsToldAtBothAddresses() throws Exception {
        simulator.disturb(demo, new Fault.FailFirst(1, 500));
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(500);
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
        simulator.disturb(demo, new Fault.TruncatedOnce());
        assertThatThrownBy(() -> get(metadataOf(demo))).isInstanceOf(IOException.class);
        assertThat(get(metadataOf(demo)).statusCode()).isEqualTo(200);
    }

    @Test
    void requestsAreCountedByKindAndKeptWithTheirHeaders() throws Exception {
        get(simulator.base());
        getWith(metadataOf(demo), "Cookie", "sessionId=abc");
        get(file());
        get(file());
        get(simulator.base().resolve("/favicon.ico"));
        var requests = simulator.requests();
        assertThat(requests.count(PathKind.PAGE)).isEqualTo(1);
        assertThat(requests.count(PathKind.METADATA)).isEqualTo(1);
        assertThat(requests.count(PathKind.MEDIA)).isEqualTo(2);
        assertThat(requests.count(PathKind.OTHER)).isEqualTo(1);
        assertThat(requests.count(take)).isEqualTo(2);
        assertThat(requests.latest().get(1).header("cookie")).contains("sessionId=abc");
        assertThat(requests.latest().get(1).query()).isEqualTo("withoutCuts=false");
    }

    @Test
    void theOrganisationsListIsToldInPagesToWhoShowsItsToken() throws Exception {
        var list = simulator.organisationApi() + "/records?from=2026-03-17&to=2026-03-17&limit=4&offset=";
        var first = records(list + 0);
        var second = records(list + 4);
        assertThat(first).hasSize(4).doesNotContainAnyElementsOf(second);
        assertThat(first)
                .allSatisfy(record -> assertThat(record.get("link").textValue()).startsWith(simulator.base() + "/"));
        assertThat(records(list + 1000)).isEmpty();
        assertThat(records(list.replace("2026-03-17", "2020-01-01") + 0)).isEmpty();
        assertThat(get(URI.create(list + 0)).statusCode()).isEqualTo(401);
        assertThat(getWith(URI.create(list + 0), "x-auth-token", "wrong").statusCode())
                .isEqualTo(401);
        assertThat(getWith(URI.create(list + "x"), "x-auth-token", OrganisationList.TOKEN)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aMeetingThatIsAddedComesFirstInTheOrganisationsListAndASharedOneWithItsToken() throws Exception {
        simulator.organisation().clear();
        simulator.organisation().add(demo);
        simulator.organisation().add(SampleMeetings.privateMeeting());
        simulator.organisation().add(17, "Without a link", "", demo.start());
        var records = records(simulator.organisationApi() + "/records");
        assertThat(records)
                .extracting(record -> record.path("link").asText(""))
                .containsExactly(
                        "",
                        simulator.sharedLinkTo(SampleMeetings.privateMeeting()).toString(),
                        simulator.linkTo(demo).toString());
        simulator.disturbOrganisation(new Fault.FailFirst(1, 429));
        assertThat(get(URI.create(simulator.organisationApi() + "/records")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void theFirstPageListsEveryMeetingWithItsLink() throws Exception {
        var page = new String(get(simulator.base().resolve("/")).body(), StandardCharsets.UTF_8);
        for (var meeting : SampleMeetings.all()) {
            assertThat(page).contains(meeting.title(), simulator.linkTo(meeting).toString());
            assertThat(get(simulator.linkTo(meeting)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        var request = HttpRequest.newBuilder(file()).DELETE().build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void aPortThatIsTakenIsAnErrorThatNamesIt() {
        int port = simulator.base().getPort();
        assertThatThrownBy(() -> Simulator.start(port, MediaFiles.none(), List.of()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(String.valueOf(port));
    }

    @Test
    void aSimulatorWithoutMediaHasNoFiles() throws Exception {
        try (var bare = Simulator.start(0, MediaFiles.none(), List.of(demo))) {
            assertThat(get(bare.fileOf(demo, take)).statusCode()).isEqualTo(404);
        }
    }

    private List<JsonNode> records(String address) throws Exception {
        var answer = getWith(URI.create(address), "x-auth-token", OrganisationList.TOKEN);
        assertThat(answer.statusCode()).isEqualTo(200);
        return StreamSupport.stream(new ObjectMapper().readTree(answer.body()).spliterator(), false)
                .toList();
    }

    private URI file() {
        return simulator.fileOf(demo, take);
    }

    private URI metadataOf(Meeting meeting) {
        var ids = meeting.ids();
        return simulator
                .base()
                .resolve("/api/event-sessions/%d/record-files/%d/flow?withoutCuts=false"
                        .formatted(ids.eventSession(), ids.recordFile()));
    }

    private HttpResponse<byte[]> get(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> getWith(URI uri, String header, String value) throws Exception {
        var request = HttpRequest.newBuilder(uri).header(header, value).build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> rangeIf(String tag) throws Exception {
        var request =
                HttpRequest.newBuilder(file()).header("Range", "bytes=5-9").header("If-Range", tag);
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    private static List<JsonNode> events(JsonNode answer, String module) {
        return StreamSupport.stream(answer.get("eventLogs").spliterator(), false)
                .filter(event -> event.path("module").asText().equals(module))
                .toList();
    }
}
