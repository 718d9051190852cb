package org.webinararchiver.compile.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.webinararchiver.compile.Damage;

class PartNoteTest {

    @Test
    void whoeverPutsThePartsTogetherReadsWhatWasFoundOut() throws Exception {
        var damage = new Damage("segment", "track", Duration.ZERO, Duration.ofMillis(1500));
        var note = new PartNote(12, List.of(damage), Set.of("b", "a"));

        assertThat(ScriptJson.note(ScriptJson.write(note))).isEqualTo(note);
    }
}
