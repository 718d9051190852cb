package org.webinararchiver.api.artifacts;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.webinararchiver.api.access.Caller;
import org.webinararchiver.api.problem.Problem;
import org.webinararchiver.api.recordings.RecordingViews;
import org.webinararchiver.api.recordings.RecordingViews.FinishedFile;
import org.webinararchiver.platform.storage.ObjectStore;
import org.webinararchiver.platform.storage.PublicDownload;
import org.webinararchiver.platform.storage.StoredObject;

/**
 * Finished files over HTTP: whole, in parts, or only if they have changed; from the store itself where it is public.
 */
@Path("/api/v1/recordings/{id}/artifacts/{name}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Files", description = "Finished files: whole, in parts, or only if they have changed.")
public class ArtifactResource {
    private static final Duration ADDRESS_OPENS = Duration.ofHours(1);
    private static final int PARTIAL = 206;
    private static final int NOT_AS_WANTED = 412;
    private static final int NOT_SATISFIABLE = 416;

    private final RecordingViews views;
    private final ObjectStore store;
    private final Caller caller;

    public ArtifactResource(RecordingViews views, ObjectStore store, Caller caller) {
        this.views = views;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "download",
            summary = "Take a finished file",
            description =
                    "With `Range`, `If-Range`, `If-None-Match` and `If-Match`. The answer has an `ETag`, and names the"
                            + " file by the recording's title and date.\n\n"
                            + "What belongs to `video.mp4` is beside it, named like it, as far as there is anything to"
                            + " tell: `video.chat.txt`, `.chat.srt`, `.chat.vtt` and `.chat.json` (what was written),"
                            + " `video.chapters.vtt`, `video.sound.m4a` (the sound alone), `video.slides.zip` (slides"
                            + " and documents as they came), `video.poster.jpg`,"
                            + " `video.storyboard.jpg` (thumbnails) and `video.storyboard.vtt` (which belongs to which"
                            + " time); and, where the option `stems` wants it, the sound of each participant, such as"
                            + " `video.stem-Anna.m4a`. Beside `video_720p.mp4` they are"
                            + " `video_720p.chat.txt` and so on; their times are that file's. Each comes as what it is,"
                            + " `text/vtt` for example.")
    @APIResponse(
            responseCode = "200",
            description = "The file.",
            content = {
                @Content(mediaType = "video/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "audio/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/vtt", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/x-subrip",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "206",
            description =
                    "A part of it. A range that is not understood, and several of them, are answered with the file.",
            content = {
                @Content(mediaType = "video/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "audio/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "text/vtt", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = "application/x-subrip",
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = "application/zip", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "302",
            description =
                    "Where the object store has a public address (`archiver.storage.public-endpoint`): the file is"
                            + " there for an hour.")
    @APIResponse(responseCode = "304", description = "It is the one that is known already.")
    @APIResponse(
            responseCode = "412",
            description = "It is another one than is wanted by `If-Match` (`precondition-failed`).")
    @APIResponse(responseCode = "416", description = "The file has none of these bytes (`range-not-satisfiable`).")
    public Response get(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @Parameter(
                            description = "One range of bytes.",
                            schema = @Schema(type = SchemaType.STRING, examples = "bytes=0-1048575"))
                    @HeaderParam("Range")
                    String range,
            @HeaderParam("If-Range") String ifRange,
            @Context Request request)
            throws IOException {
        var found = found(id, name);
        var address = store.publicAddress(found.file().objectKey(), publicDownload(found));
        if (address.isPresent()) {
            return Response.status(Response.Status.FOUND)
                    .location(address.get())
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        var stored = stored(found);
        var tag = new EntityTag(stored.etag());
        var unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return notSent(unchanged);
        }
        var part = Optional.ofNullable(range)
                .filter(asked -> ifRange == null || ifRange.equals(tag(tag)))
                .flatMap(asked -> ByteRange.of(asked, stored.size()));
        return part.isPresent() ? part(found, stored, part.get()) : whole(found, stored);
    }

    /** As GET without the bytes. Parts are no matter of HEAD. */
    @HEAD
    @Operation(operationId = "lookAtFile", summary = "Look at a finished file without taking it")
    @APIResponse(responseCode = "200", description = "Its size, type, name and `ETag`.")
    @APIResponse(responseCode = "304", description = "It is the one that is known already.")
    public Response head(@PathParam("id") UUID id, @PathParam("name") String name, @Context Request request)
            throws IOException {
        var found = found(id, name);
        var stored = stored(found);
        var unchanged = request.evaluatePreconditions(new EntityTag(stored.etag()));
        return unchanged == null ? whole(found, stored) : notSent(unchanged);
    }

    private FinishedFile found(UUID id, String name) {
        // A name with signs that no name has could not even be looked for.
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw new NotFoundException();
        }
        return views.artifact(caller, id, name).orElseThrow(NotFoundException::new);
    }

    private StoredObject stored(FinishedFile found) throws IOException {
        return store.head(found.file().objectKey()).orElseThrow(NotFoundException::new);
    }

    private static Response notSent(Response.ResponseBuilder answer) {
        var built = answer.build();
        return built.getStatus() == NOT_AS_WANTED
                ? Problem.of(
                                NOT_AS_WANTED,
                                "precondition-failed",
                                "The file is another one than is wanted.",
                                "Leave the header If-Match out to get the one that there is.")
                        .response()
                : built;
    }

    private static PublicDownload publicDownload(FinishedFile found) {
        return new PublicDownload(
                ADDRESS_OPENS, found.file().mediaType(), DownloadName.disposition(DownloadName.of(found)));
    }

    private Response whole(FinishedFile found, StoredObject stored) {
        StreamingOutput bytes = out -> {
            try (var in = store.get(stored.key())) {
                in.transferTo(out);
            }
        };
        return answer(Response.ok(bytes), found, stored, stored.size());
    }

    private Response part(FinishedFile found, StoredObject stored, ByteRange part) {
        if (!part.isSatisfiable()) {
            var refusal = Problem.of(
                            NOT_SATISFIABLE,
                            "range-not-satisfiable",
                            "The file has none of these bytes.",
                            "It has %d bytes, counted from 0.".formatted(stored.size()))
                    .response();
            return Response.fromResponse(refusal)
                    .header("Content-Range", "bytes */" + stored.size())
                    .build();
        }
        StreamingOutput bytes = out -> {
            try (var in = store.get(stored.key(), part.first(), part.length())) {
                in.transferTo(out);
            }
        };
        var answer = Response.status(PARTIAL)
                .entity(bytes)
                .header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), stored.size()));
        return answer(answer, found, stored, part.length());
    }

    private static Response answer(
            Response.ResponseBuilder answer, FinishedFile found, StoredObject stored, long length) {
        return answer.type(found.file().mediaType())
                .tag(new EntityTag(stored.etag()))
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header("Accept-Ranges", "bytes")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_DISPOSITION, DownloadName.disposition(DownloadName.of(found)))
                .build();
    }

    private static String tag(EntityTag tag) {
        return "\"" + tag.getValue() + "\"";
    }
}
