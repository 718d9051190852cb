package org.webinararchiver.core.recording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LayoutTest {
    @Test
    void layoutsAreNamedAsPeopleWriteThem() {
        assertThat(Layout.values())
                .allSatisfy(layout -> assertThat(Layout.named(layout.text())).contains(layout));
        assertThat(Layout.named(" Gallery ")).contains(Layout.GALLERY);
        assertThat(Layout.named("tiles")).isEmpty();
    }
}
