package org.webinararchiver.simulator.server;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.webinararchiver.simulator.meeting.Access;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.meeting.Take;

/**
 * MTS Link on loopback: serves recordings of {@link Meeting}s with the platform's links, metadata, refusals and media
 * files, and fails in the ways that it is told to. Closing it stops it.
 */
public final class Simulator implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    /** HTTP/1.1 alone: only there does a broken connection break one answer. */
    private static final HttpServerOptions OPTIONS = new HttpServerOptions().setHttp2ClearTextEnabled(false);

    private final Vertx vertx;
    private final Catalogue catalogue;
    private final Faults faults = new Faults();
    private final RequestLog requests = new RequestLog();
    private final Connections connections = new Connections();
    private final MediaDoor door = new MediaDoor();
    private final Network network = new Network();
    private final MetadataHandler metadata;
    private final MediaHandler media;
    private final Handouts handouts;
    private final OrganisationList organisation;
    private final TwinHandler twins;
    private final HttpServer server;
    private final String host;

    private Simulator(String address, String host, int port, MediaFiles files, List<Meeting> meetings)
            throws IOException, InterruptedException {
        this.host = host;
        this.catalogue = new Catalogue(meetings);
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        var body = new ByteBody(vertx);
        this.metadata = new MetadataHandler(faults, body);
        this.media = new MediaHandler(vertx, files, faults, network);
        this.handouts = new Handouts(faults, body);
        this.organisation = new OrganisationList(meetings, faults);
        this.twins = new TwinHandler(vertx, files, faults, body);
        this.server = listening(address, port);
    }

    /**
     * Begins to serve.
     *
     * @param port to listen at on 127.0.0.1; 0 for any that is free
     * @param files where the media come from, asked when a file is fetched
     * @throws IOException when the port is taken
     */
    public static Simulator start(int port, MediaFiles files, List<Meeting> meetings)
            throws IOException, InterruptedException {
        return new Simulator(LOOPBACK, LOOPBACK, port, files, meetings);
    }

    /**
     * As {@link #start}, for other machines as well, as one that runs in a container is.
     *
     * @param host the name by which they know this machine
     */
    public static Simulator startForOthers(String host, int port, MediaFiles files, List<Meeting> meetings)
            throws IOException, InterruptedException {
        return new Simulator(EVERYWHERE, host, port, files, meetings);
    }

    private HttpServer listening(String address, int port) throws IOException, InterruptedException {
        try {
            return vertx.createHttpServer(OPTIONS)
                    .connectionHandler(connections::opened)
                    .requestHandler(this::answerInTime)
                    .listen(port, address)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            vertx.close();
            throw new IOException("the simulator can not listen at port " + port, e.getCause());
        }
    }

    /** Where it listens, for example {@code http://127.0.0.1:8090}. */
    public URI base() {
        return URI.create("http://" + host + ":" + server.actualPort());
    }

    /** The link to a recording, as a user would paste it. */
    public URI linkTo(Meeting meeting) {
        return linkTo(meeting, base());
    }

    /** The same at a simulator that is reached at another address, such as {@code http://simulator:8090}. */
    public static URI linkTo(Meeting meeting, URI base) {
        return base.resolve(Addresses.page(meeting));
    }

    /**
     * The link to a private recording that was shared by token, and opens it.
     *
     * @throws IllegalArgumentException when the recording is not private
     */
    public URI sharedLinkTo(Meeting meeting) {
        return switch (meeting.access()) {
            case Access.Open open -> throw new IllegalArgumentException("there is no token of " + meeting.key());
            case Access.Closed closed -> base().resolve(Addresses.page(meeting) + "/" + closed.recordAccessToken());
        };
    }

    /** Where a take's file is fetched. */
    public URI fileOf(Meeting meeting, Take take) {
        return base().resolve(Addresses.file(meeting, take));
    }

    /** Where the playlist of a take's twin is fetched. */
    public URI twinOf(Meeting meeting, Take take) {
        return base().resolve(Addresses.twin(meeting, take));
    }

    /** Turns a fault on for a take's file, in place of one it may have. */
    public void disturb(Take take, Fault fault) {
        faults.put(take.file(), fault);
    }

    /** Turns a fault on for all that belongs to a take's twin, counted together. */
    public void disturbTwin(Take take, Fault fault) {
        faults.put(TwinHandler.thing(take), fault);
    }

    /** Turns a fault on for a recording's metadata, at both addresses together. */
    public void disturb(Meeting meeting, Fault fault) {
        faults.put(meeting.key(), fault);
    }

    /** Turns a fault on for the picture of a slide; deck and slide are counted from 1. */
    public void disturbSlide(Meeting meeting, int deck, int slide, Fault fault) {
        faults.put(Addresses.slide(meeting, deck, slide), fault);
    }

    /** Turns a fault on for the file of a deck, counted from 1. */
    public void disturbDeck(Meeting meeting, int deck, Fault fault) {
        faults.put(Addresses.deck(meeting, deck), fault);
    }

    /** The list of all recordings, as their organisation sees it; every meeting is in it at first. */
    public OrganisationList organisation() {
        return organisation;
    }

    /** Where the API of {@link #organisation} is. */
    public URI organisationApi() {
        return base().resolve("/v3");
    }

    /** Turns a fault on for the list of recordings. */
    public void disturbOrganisation(Fault fault) {
        faults.put(OrganisationList.KEY, fault);
    }

    /** How many requests for a take's file a fault has met since it was turned on. */
    public long disturbed(Take take) {
        return faults.met(take.file());
    }

    /** How many requests for a recording's metadata a fault has met since it was turned on. */
    public long disturbed(Meeting meeting) {
        return faults.met(meeting.key());
    }

    /** Turns all faults off, is as fast as it can, bears any number of connections, and serves media to everybody. */
    public void mend() {
        faults.clear();
        door.forAll();
        network.fast();
        connections.noLimit();
    }

    /**
     * From now on media, playlists and all that they lead to, slides and decks are refused with 403 to whoever does not
     * look like a browser on a recording's page.
     */
    public void refuseMediaToStrangers() {
        door.forBrowsersOnly();
    }

    /** What it was asked. */
    public RequestLog requests() {
        return requests;
    }

    /** The connections to it, and how many of them it bears. */
    public Connections connections() {
        return connections;
    }

    /** How slow the way to it is. */
    public Network network() {
        return network;
    }

    private void answerInTime(HttpServerRequest request) {
        var route = Route.of(request.path());
        requests.add(seen(request, route.kind()));
        long late = network.latency().toMillis();
        if (late == 0) {
            answer(request, route);
        } else {
            vertx.setTimer(late, timer -> answer(request, route));
        }
    }

    private void answer(HttpServerRequest request, Route route) {
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            Answers.error(request.response(), 405);
            return;
        }
        if (door.isShutTo(request, route.kind())) {
            Answers.error(request.response(), 403);
            return;
        }
        switch (route) {
            case Route.Home home -> Answers.html(request.response(), Pages.home(catalogue.meetings(), base(request)));
            case Route.RecordingPage page ->
                answer(request, catalogue.session(page.eventSession()), Simulator::showPage);
            case Route.Flow flow ->
                answer(request, catalogue.recording(flow.eventSession(), flow.recordFile()), metadata::answer);
            case Route.SessionRecord session ->
                answer(request, catalogue.session(session.eventSession()), metadata::answer);
            case Route.MediaFile file -> answer(request, catalogue.take(file.file()), media::answer);
            case Route.Twin twin ->
                answer(
                        request,
                        catalogue.take(twin.file()).filter(take -> take.twin().isPresent()),
                        (asked, take) -> twins.answer(asked, take, twin.rest()));
            case Route.Handout handout ->
                answer(
                        request,
                        catalogue.session(handout.eventSession()),
                        (asked, meeting) -> handouts.answer(asked, handout));
            case Route.Records records -> organisation.answer(request);
            case Route.Nowhere nowhere -> Answers.error(request.response(), 404);
        }
    }

    private static <T> void answer(
            HttpServerRequest request, Optional<T> asked, BiConsumer<HttpServerRequest, T> handler) {
        asked.ifPresentOrElse(found -> handler.accept(request, found), () -> Answers.error(request.response(), 404));
    }

    private static void showPage(HttpServerRequest request, Meeting meeting) {
        Answers.html(request.response(), Pages.recording(meeting, base(request)));
    }

    private static String base(HttpServerRequest request) {
        return "http://" + request.authority();
    }

    private static SeenRequest seen(HttpServerRequest request, PathKind kind) {
        var headers = new HashMap<String, String>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        var query = request.query() == null ? "" : request.query();
        return new SeenRequest(Instant.now(), kind, request.method().name(), request.path(), query, headers);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
