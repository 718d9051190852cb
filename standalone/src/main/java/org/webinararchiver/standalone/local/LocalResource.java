package org.webinararchiver.standalone.local;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.webinararchiver.standalone.archive.Export;
import org.webinararchiver.standalone.archive.ExportWish;
import org.webinararchiver.standalone.archive.ExportedFiles;
import org.webinararchiver.standalone.runtime.EngineTask;

/** What only other runs of this program on the same machine may ask for: files in folders of their user. */
@Path(LocalResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
public class LocalResource {
    static final String PATH = "/local";
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final Logger LOG = Logger.getLogger(LocalResource.class);

    private final Export export;
    private final Guests guests;
    private final EngineTask task;

    public LocalResource(Export export, Guests guests, EngineTask task) {
        this.export = export;
        this.guests = guests;
        this.task = task;
    }

    /** What this archive is asked before it is joined. */
    public record Presence(String log) {}

    /** A file that was put into a folder, and what was put beside it. */
    public record Exported(String file, List<String> beside) {
        /** An archive that an older version started tells of nothing beside it. */
        public Exported {
            beside = beside == null ? List.of() : List.copyOf(beside);
        }

        static Exported of(ExportedFiles files) {
            return new Exported(
                    files.file().toString(),
                    files.beside().stream().map(Object::toString).toList());
        }

        /** The same as paths of this machine. */
        public ExportedFiles files() {
            return new ExportedFiles(
                    java.nio.file.Path.of(file),
                    beside.stream().map(java.nio.file.Path::of).toList());
        }
    }

    private record Trouble(String type, String title, int status, String detail) {}

    @GET
    public Presence present() {
        return new Presence(task.folder().log().toString());
    }

    @POST
    @Path("recordings/{id}/export")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response export(@PathParam("id") UUID id, ExportWish wish) {
        try {
            return Response.ok(Exported.of(export.of(id, wish))).build();
        } catch (IOException e) {
            LOG.error("a finished file could not be exported", e);
            var trouble = new Trouble(
                    "urn:webinar-archiver:problem:not-exported",
                    "The finished file could not be written to %s (%s).".formatted(wish.folder(), e.getMessage()),
                    INSUFFICIENT_STORAGE,
                    "Make room there, or choose another folder with --output-dir, and run the same command again.");
            return Response.status(INSUFFICIENT_STORAGE)
                    .type("application/problem+json")
                    .entity(trouble)
                    .build();
        }
    }

    @DELETE
    @Path("guests/{guest}")
    public void leave(@PathParam("guest") String guest) {
        guests.left(guest);
    }
}
