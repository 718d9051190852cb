package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Rendering;

/** It is known which images run. */
class ImagesTest {

    @ParameterizedTest
    @EnumSource
    void everyImageHasATagThatStaysWhatItIs(Rendering rendering) {
        for (var component : Component.values()) {
            var image = rendering.documents().container(component).getImage();
            var tag = image.substring(image.lastIndexOf('/')).split(":", -1);
            assertThat(tag).as(image).hasSize(2);
            assertThat(tag[1]).as(image).isNotEmpty().isNotEqualTo("latest");
        }
    }

    @Test
    void theyAreOfThisVersionUnlessSomebodySaysOtherwise() {
        for (var component : Component.values()) {
            assertThat(Rendering.DEFAULTS.documents().container(component).getImage())
                    .isEqualTo("webinar-archiver/" + component.label() + ":" + System.getProperty("project.version"));
        }
    }

    @Test
    void theyMayComeFromARegistryThatAsksForAPassword() {
        var documents = Rendering.EVERYTHING.documents();
        assertThat(documents.container(Component.API_SERVICE).getImage())
                .isEqualTo("registry.example.com:5000/team/webinar-archiver/api-service:1.2.3");
        assertThat(documents.pod(Component.API_SERVICE).getImagePullSecrets())
                .extracting("name")
                .containsExactly("registry-login");
    }
}
