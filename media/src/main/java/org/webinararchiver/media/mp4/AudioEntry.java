package org.webinararchiver.media.mp4;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how sound is coded (ISO/IEC 14496-12, section 12.2.3, and QuickTime's older, longer forms). */
final class AudioEntry {
    /** Fixed fields before the boxes that follow. */
    private static final int FIXED = 28;

    private static final int VERSION = 8;
    private static final int CHANNELS = 16;
    private static final int SAMPLE_RATE = 24;

    private static final Set<String> SETTINGS = Set.of("dOps", "dfLa", "dac3", "dec3", "dac4", "alac", "pcmC");

    private final Mp4Bytes bytes;
    private final Boxes boxes;
    private final Box entry;

    AudioEntry(Box entry, Mp4Bytes bytes) {
        this.entry = entry;
        this.bytes = bytes;
        this.boxes = new Boxes(bytes);
    }

    Description.Audio read() throws IOException, NotMp4 {
        var sampleRate = (int) (bytes.unsigned32(entry.body() + SAMPLE_RATE) >> 16);
        var channels = bytes.unsigned16(entry.body() + CHANNELS);
        var hash = new ConfigurationHash();
        for (var box : settings()) {
            if (SETTINGS.contains(box.type())) {
                hash.add(box.type(), bytes.copy(box.body(), box.bodySize()));
            }
            switch (box.type()) {
                case "dOps" -> {
                    sampleRate = 48_000; // Opus always decodes to this (RFC 7845); the box tells the source's rate
                    channels = bytes.unsigned8(box.body() + 1);
                }
                case "esds" -> {
                    var decoder = DecoderDescriptor.read(box, bytes);
                    hash.add("esds", decoder.identity());
                    var aac = decoder.isAac() ? AacSettings.read(decoder.settings()) : Optional.<AacSettings>empty();
                    sampleRate = aac.map(AacSettings::sampleRate).orElse(sampleRate);
                    channels = aac.map(AacSettings::channels)
                            .filter(told -> told > 0)
                            .orElse(channels);
                }
                default -> {
                    // says nothing about how to decode
                }
            }
        }
        var configuration =
                String.format(Locale.ROOT, "%s %d Hz %d ch %s", entry.type(), sampleRate, channels, hash.text());
        return new Description.Audio(entry.type(), sampleRate, Math.max(1, channels), configuration);
    }

    /** The form of its packets; absent where they are not of plain AAC. */
    Optional<AacForm> aac() throws IOException, NotMp4 {
        if (!entry.type().equals("mp4a")) {
            return Optional.empty();
        }
        for (var box : settings()) {
            if (box.type().equals("esds")) {
                var decoder = DecoderDescriptor.read(box, bytes);
                return decoder.isAac() ? AacForm.of(decoder.settings()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** In QuickTime's files the settings are wrapped in a box of their own. */
    private List<Box> settings() throws IOException, NotMp4 {
        var found = new ArrayList<Box>();
        for (var box : boxes.between(entry.body() + FIXED + quickTimeFields(), entry.end())) {
            found.add(box);
            if (box.type().equals("wave")) {
                found.addAll(boxes.in(box));
            }
        }
        return found;
    }

    private int quickTimeFields() throws IOException, NotMp4 {
        return switch (bytes.unsigned16(entry.body() + VERSION)) {
            case 1 -> 16;
            case 2 -> 36;
            default -> 0;
        };
    }
}
