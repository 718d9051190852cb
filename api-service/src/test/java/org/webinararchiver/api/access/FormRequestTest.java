package org.webinararchiver.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRequestTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "text/plain",
                "TEXT/PLAIN;charset=windows-1251",
                " text/plain ; charset=utf-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x"
            })
    void aFormCanPostTheseTypes(String type) {
        assertThat(FormRequest.is("POST", type)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=utf-8", "text/plainx", "application/xml"})
    void noFormCanPostThese(String type) {
        assertThat(FormRequest.is("POST", type)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "DELETE", "PUT", "PATCH", "OPTIONS"})
    void noFormChangesAnythingByOtherMethods(String method) {
        assertThat(FormRequest.is(method, "text/plain")).isFalse();
    }
}
