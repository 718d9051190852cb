package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnixIdentityTest {

    private static final List<String> ACCOUNTS = List.of(
            "root:x:0:0:root:/root:/bin/bash",
            "# a remark",
            "nobodyelse:x:7:8::/:/bin/sh",
            "nobody:x:65534:99:nobody:/:/usr/sbin/nologin");

    @Test
    void anAccountIsFoundByItsWholeName() {
        assertThat(UnixIdentity.named("nobody", ACCOUNTS)).hasValue(new UnixIdentity(65534, 99));
        assertThat(UnixIdentity.named("nobod", ACCOUNTS)).isEmpty();
    }

    @Test
    void aNumberHasANameOrNone() {
        assertThat(new UnixIdentity(7, 1).name(ACCOUNTS)).hasValue("nobodyelse");
        assertThat(new UnixIdentity(1000, 1000).name(ACCOUNTS)).isEmpty();
    }

    @Test
    void onlyNumberZeroIsRoot() {
        assertThat(new UnixIdentity(0, 1).isRoot()).isTrue();
        assertThat(new UnixIdentity(1, 0).isRoot()).isFalse();
    }
}
