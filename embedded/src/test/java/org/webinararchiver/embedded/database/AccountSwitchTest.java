package org.webinararchiver.embedded.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountSwitchTest {

    private static final UnixIdentity NOBODY = new UnixIdentity(65534, 65533);

    @Test
    void setprivIsPreferredAndKeepsNothing() {
        assertThat(with("/usr/bin/setpriv", "/usr/sbin/runuser").dropping(NOBODY, Optional.of("nobody")))
                .hasValue(List.of(
                        "/usr/bin/setpriv",
                        "--reuid=65534",
                        "--regid=65533",
                        "--clear-groups",
                        "--no-new-privs",
                        "--"));
    }

    @Test
    void oneCapabilityIsKeptWhereFoldersAreClosed() {
        var kept = with("/bin/setpriv").droppingAllButAccess(NOBODY).orElseThrow();
        assertThat(kept)
                .startsWith("/bin/setpriv", "--reuid=65534")
                .contains("--securebits=+no_setuid_fixup", "--inh-caps=+dac_override", "--ambient-caps=+dac_override")
                .endsWith("--");
    }

    @Test
    void runuserAndSuServeWhereSetprivIsMissing() {
        assertThat(with("/sbin/runuser", "/bin/su").dropping(NOBODY, Optional.of("nobody")))
                .hasValue(List.of("/sbin/runuser", "-u", "nobody", "--"));
        assertThat(with("/bin/su").dropping(NOBODY, Optional.of("nobody")))
                .hasValue(List.of("/bin/su", "-s", "/bin/sh", "-c", "exec \"$@\"", "--", "nobody", "sh"));
        assertThat(with("/sbin/runuser", "/bin/su").droppingAllButAccess(NOBODY))
                .isEmpty();
    }

    @Test
    void anAccountWithoutANameNeedsSetpriv() {
        assertThat(with("/sbin/runuser", "/bin/su").dropping(NOBODY, Optional.empty()))
                .isEmpty();
        assertThat(with("/bin/setpriv").dropping(NOBODY, Optional.empty())).isPresent();
    }

    @Test
    void withoutAnyOfThemThereIsNoWay() {
        assertThat(with().dropping(NOBODY, Optional.of("nobody"))).isEmpty();
    }

    private static AccountSwitch with(String... programs) {
        var installed = Arrays.stream(programs).map(Path::of).toList();
        return new AccountSwitch(installed::contains);
    }
}
