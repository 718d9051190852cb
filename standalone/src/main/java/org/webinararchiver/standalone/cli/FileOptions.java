package org.webinararchiver.standalone.cli;

import org.webinararchiver.client.Options;
import org.webinararchiver.core.recording.Layout;
import org.webinararchiver.core.recording.Look;
import org.webinararchiver.core.recording.Quality;
import org.webinararchiver.core.recording.RenditionOptions;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What file is wanted of a recording. */
final class FileOptions {
    @Mixin
    private PartOptions part = new PartOptions();

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "auto",
            converter = LayoutText.class,
            description = {
                "What is seen (default: ${DEFAULT-VALUE}).",
                "auto: what is shared, or the lecturer, with everybody beside it;",
                "stage: that alone; gallery: everybody in tiles of one size;",
                "speaker: what is shared, with whoever speaks beside it;",
                "audio: nothing, a file of sound alone (.m4a)."
            })
    private Layout layout = Layout.AUTO;

    @Option(
            names = "--quality",
            paramLabel = "QUALITY",
            defaultValue = "source",
            converter = QualityText.class,
            description = "The largest picture: source, 1080p, 720p or 480p (default: ${DEFAULT-VALUE}).")
    private Quality quality = Quality.SOURCE;

    @Option(names = "--no-chat", description = "Leave the chat out of the picture.")
    private boolean withoutChat;

    @Option(names = "--hide-silent", description = "Leave out people while they are silent; the lecturer stays.")
    private boolean hideSilent;

    @Option(names = "--strict", description = "Fail when anything is missing, instead of making a file with gaps.")
    private boolean strict;

    @Option(
            names = "--stems",
            description = "Put the sound of each participant beside it, silent where they do not speak (.m4a).")
    private boolean stems;

    private static final class LayoutText implements ITypeConverter<Layout> {
        @Override
        public Layout convert(String text) {
            return Layout.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no layout. These are: auto, stage, gallery, speaker, audio.".formatted(text)));
        }
    }

    private static final class QualityText implements ITypeConverter<Quality> {
        @Override
        public Quality convert(String text) {
            return Quality.named(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'%s' is no quality. These are: source, 1080p, 720p, 480p.".formatted(text)));
        }
    }

    /** @throws ParameterException when a time is none that can be meant */
    RenditionOptions wanted() {
        return part.with(new Look(layout, quality, !withoutChat, hideSilent), strict, stems);
    }

    /** The same, as the archive is told. */
    static Options told(RenditionOptions wanted) {
        return wanted.equals(RenditionOptions.USUAL)
                ? null
                : new Options(
                        wanted.start().orElse(null),
                        wanted.maxDuration().orElse(null),
                        wanted.look().layout().text(),
                        wanted.look().quality().text(),
                        wanted.look().chat(),
                        wanted.look().hidesSilent(),
                        wanted.strict(),
                        wanted.stems());
    }
}
