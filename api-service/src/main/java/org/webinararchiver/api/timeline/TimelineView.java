package org.webinararchiver.api.timeline;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What there is of a recording when, as the API shows it. */
@Schema(
        name = "Timeline",
        description = "What there is to see and to hear of a recording when, as its platform tells; all times are"
                + " counted from the beginning of what is wanted of it. What is not known is null.")
public record TimelineView(
        String title,
        @Schema(description = "When the recording began.") OffsetDateTime startedAt,
        Duration duration,

        @Schema(description = "What the picture shows, from the beginning to the end, each until the next.")
        List<SceneView> scenes,

        @Schema(description = "What each camera, microphone and shared screen sent, the lecturer's first.")
        List<TrackView> tracks,

        List<SlideView> slides,

        @Schema(description = "What could not be had so far, in the order of time.")
        List<MissingView> gaps,

        List<MessageView> messages) {

    /** A time through which the screen shows the same. */
    @Schema(name = "TimelineScene", description = "A time through which the picture is divided in the same way.")
    public record SceneView(
            Duration from,
            Duration until,
            StageView stage,

            @Schema(description = "Who is beside it, the lecturer first.")
            List<PersonView> people,

            @Schema(description = "How many others are there, for whom there is no room.")
            int more,

            @Schema(description = "How many messages were written meanwhile.")
            int messages) {}

    /** What is looked at. */
    @Schema(name = "TimelineStage", description = "What is looked at; of the other fields the one of its kind is told.")
    public record StageView(
            StageKind kind,

            @Schema(description = "The id of the track that is the shared screen.")
            String track,

            @Schema(description = "What the platform calls the slide.")
            String slide,

            PersonView person) {}

    /** What kind of thing is looked at. */
    @Schema(name = "TimelineStageKind")
    public enum StageKind {
        SCREEN,
        SLIDE,
        CAMERA,
        NOTHING
    }

    /** Somebody in a scene. */
    @Schema(name = "TimelinePerson")
    public record PersonView(
            @Schema(description = "What they called themselves then; empty where nobody knows.")
            String name,

            @Schema(description = "Whether their camera is on; otherwise they are only heard.")
            boolean seen) {}

    /** What a camera, microphone or shared screen sent. */
    @Schema(name = "TimelineTrack")
    public record TrackView(
            String id,
            @Schema(enumeration = {"PERSON", "SCREEN"}) String kind,
            @Schema(description = "Whose it is.") String person,

            @Schema(description = "In the order of time; files that adjoin are one.")
            List<ClipView> clips) {}

    /** A time through which a track is there. */
    @Schema(name = "TimelineClip")
    public record ClipView(
            Duration from,
            Duration until,

            @Schema(description = "Whether there is a picture; otherwise there is sound alone.")
            boolean seen) {}

    /** A slide while it is shown. */
    @Schema(name = "TimelineSlide")
    public record SlideView(String name, Duration from, Duration until) {}

    /** Something that could not be had. */
    @Schema(name = "TimelineGap")
    public record MissingView(String track, String person, Duration from, Duration until) {}

    /** Something that somebody wrote. */
    @Schema(name = "TimelineMessage")
    public record MessageView(
            @Schema(enumeration = {"CHAT", "QUESTION"}) String kind, Duration at, String author, String text) {}
}
