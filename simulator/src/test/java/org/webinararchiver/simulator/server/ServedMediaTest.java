package org.webinararchiver.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.webinararchiver.simulator.meeting.MeetingScript.at;
import static org.webinararchiver.simulator.meeting.MeetingScript.lasting;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.webinararchiver.simulator.TestFfmpeg;
import org.webinararchiver.simulator.marker.FrameReading;
import org.webinararchiver.simulator.meeting.Meeting;
import org.webinararchiver.simulator.studio.Studio;
import org.webinararchiver.simulator.witness.Witness;

class ServedMediaTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatWasNeverMadeIsMadeWhenItIsFetched() throws Exception {
        var meeting = Meeting.named("fetched")
                .lecturer("Anna", anna -> anna.camera(at(3), lasting(1)))
                .written();
        var ffmpeg = TestFfmpeg.found();
        try (var simulator = Simulator.start(0, new Studio(ffmpeg, folder.resolve("takes")), List.of(meeting));
                var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(
                    simulator.fileOf(meeting, meeting.takes().getFirst()));
            var fetched = client.send(request.build(), HttpResponse.BodyHandlers.ofFile(folder.resolve("fetched.mp4")));
            try (var witness = Witness.of(ffmpeg, fetched.body())) {
                assertThat(witness.see(at(0.5))).contains(new FrameReading(1, at(3.48)));
            }
        }
    }
}
