package org.webinararchiver.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import inet.ipaddr.IPAddressString;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.webinararchiver.core.web.ForbiddenAddress;
import org.webinararchiver.deploy.chart.Component;
import org.webinararchiver.deploy.chart.Documents;
import org.webinararchiver.deploy.chart.Rendering;
import org.webinararchiver.download.web.AddressPolicy;

/** Who may talk to whom. */
class NetworkPoliciesTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ONE_OF_EACH")
    void whatIsNotAllowedIsForbiddenInBothDirections(Rendering rendering) {
        assertThat(rendering.documents().of(NetworkPolicy.class))
                .filteredOn(policy -> policy.getMetadata().getName().endsWith("-default-deny"))
                .singleElement()
                .satisfies(policy -> {
                    var spec = policy.getSpec();
                    assertThat(spec.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
                    assertThat(spec.getIngress()).isEmpty();
                    assertThat(spec.getEgress()).isEmpty();
                    assertThat(spec.getPodSelector().getMatchLabels()).doesNotContainKey(Component.LABEL);
                });
    }

    /** In a policy, a rule that names nobody is for everybody, and one that names no port is for all. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ONE_OF_EACH")
    void noRuleSaysEverybodyByLeavingSomethingOut(Rendering rendering) {
        for (var component : Component.values()) {
            var spec = rendering.documents().of(NetworkPolicy.class, component).getSpec();
            assertThat(spec.getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(spec.getIngress()).allSatisfy(rule -> {
                assertThat(rule.getFrom()).isNotEmpty();
                assertThat(rule.getPorts()).isNotEmpty();
            });
            assertThat(spec.getEgress()).allSatisfy(rule -> {
                assertThat(rule.getTo()).isNotEmpty();
                assertThat(rule.getPorts()).isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "ONE_OF_EACH")
    void aCompileWorkerReachesNoInternet(Rendering rendering) {
        assertThat(blocks(egress(rendering.documents(), Component.COMPILE_WORKER)))
                .allSatisfy(block -> assertThat(new IPAddressString(block.getCidr()).getNetworkPrefixLength())
                        .as(block.getCidr())
                        .isGreaterThanOrEqualTo(24));
    }

    @Test
    void aCompileWorkerReachesNamesAndOurThreeServersAndNothingElse() {
        assertThat(ports(egress(Rendering.DEFAULTS.documents(), Component.COMPILE_WORKER)))
                .containsExactlyInAnyOrder("UDP 53", "TCP 53", "TCP 5432", "TCP 5672", "TCP 9000");
    }

    @Test
    void anApiServiceReachesTheSame() {
        assertThat(ports(egress(Rendering.DEFAULTS.documents(), Component.API_SERVICE)))
                .containsExactlyInAnyOrder("UDP 53", "TCP 53", "TCP 5432", "TCP 5672", "TCP 9000");
    }

    @Test
    void aDownloadWorkerReachesTheWebBesides() {
        assertThat(ports(egress(Rendering.DEFAULTS.documents(), Component.DOWNLOAD_WORKER)))
                .contains("TCP 443", "TCP 80")
                .hasSize(7);
    }

    @Test
    void aDownloadWorkerBehindAProxyDoesNot() {
        assertThat(blocks(egress(Rendering.WATCHED.documents(), Component.DOWNLOAD_WORKER)))
                .isEmpty();
    }

    /** The first and the last address of each block that is not public, and some that are in the middle. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.1",
                "169.254.0.0",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "ff02::1",
                "64:ff9b::a00:1",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "2002:a00:1::1"
            })
    void whatTheWorkerItselfRefusesIsOutOfReachForIt(String address) {
        assertThatThrownBy(() -> new AddressPolicy(List.of()).check("host", parsed(address)))
                .isInstanceOf(ForbiddenAddress.class);
        assertThat(reachesByAddress(Rendering.DEFAULTS, address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700::1111",
                "2a02:6b8::1"
            })
    void whatIsPublicIsWithinReach(String address) {
        assertThatCode(() -> new AddressPolicy(List.of()).check("host", parsed(address)))
                .doesNotThrowAnyException();
        assertThat(reachesByAddress(Rendering.DEFAULTS, address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"93.184.216.34", "2a00:1450::1"})
    void furtherBlocksCanBeKeptOutOfReach(String address) {
        assertThat(reachesByAddress(Rendering.DEFAULTS, address)).isTrue();
        assertThat(reachesByAddress(Rendering.EVERYTHING, address)).isFalse();
    }

    @Test
    void serversElsewhereAreReachedWhereTheyAreAndAtTheirPort() {
        var rules = egress(Rendering.EXTERNAL_SERVERS.documents(), Component.COMPILE_WORKER);
        assertThat(rules)
                .filteredOn(rule -> ports(List.of(rule)).contains("TCP 6432"))
                .singleElement()
                .satisfies(rule -> assertThat(blocks(List.of(rule)))
                        .extracting(IPBlock::getCidr)
                        .containsExactly("198.51.100.7/32"));
        assertThat(rules)
                .filteredOn(rule -> ports(List.of(rule)).contains("TCP 443"))
                .singleElement()
                .satisfies(rule -> assertThat(blocks(List.of(rule)))
                        .extracting(IPBlock::getCidr)
                        .containsExactly("203.0.113.0/24", "2001:db8:5::/48"));
    }

    @Test
    void theApiIsAskedByWhoMayAndByNobodyElse() {
        assertThat(askers(Rendering.DEFAULTS, Component.API_SERVICE))
                .singleElement()
                .satisfies(peer -> {
                    assertThat(peer.getPodSelector()).isNotNull();
                    assertThat(peer.getNamespaceSelector()).isNull();
                    assertThat(peer.getIpBlock()).isNull();
                });
        assertThat(askers(Rendering.EVERYTHING, Component.API_SERVICE))
                .extracting(peer -> peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"))
                .containsExactly("ingress-nginx", "monitoring");
        assertThat(askers(Rendering.WATCHED, Component.API_SERVICE))
                .extracting(peer -> peer.getNamespaceSelector().getMatchLabels().get("kubernetes.io/metadata.name"))
                .containsExactly("monitoring");
    }

    @Test
    void workersAreAskedByNobodyButPrometheus() {
        for (var worker : List.of(Component.DOWNLOAD_WORKER, Component.COMPILE_WORKER)) {
            assertThat(askers(Rendering.DEFAULTS, worker)).isEmpty();
            assertThat(askers(Rendering.WATCHED, worker)).hasSize(1);
        }
    }

    private static boolean reachesByAddress(Rendering rendering, String address) {
        var asked = new IPAddressString(address).getAddress();
        return blocks(egress(rendering.documents(), Component.DOWNLOAD_WORKER)).stream()
                .anyMatch(block -> contains(block.getCidr(), asked)
                        && block.getExcept().stream().noneMatch(except -> contains(except, asked)));
    }

    private static boolean contains(String block, inet.ipaddr.IPAddress address) {
        return new IPAddressString(block).getAddress().toPrefixBlock().contains(address);
    }

    private static InetAddress parsed(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static List<NetworkPolicyPeer> askers(Rendering rendering, Component component) {
        return rendering.documents().of(NetworkPolicy.class, component).getSpec().getIngress().stream()
                .flatMap(rule -> rule.getFrom().stream())
                .toList();
    }

    private static List<NetworkPolicyEgressRule> egress(Documents documents, Component component) {
        return documents.of(NetworkPolicy.class, component).getSpec().getEgress();
    }

    private static List<IPBlock> blocks(List<NetworkPolicyEgressRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.getTo().stream())
                .map(NetworkPolicyPeer::getIpBlock)
                .filter(Objects::nonNull)
                .toList();
    }

    private static List<String> ports(List<NetworkPolicyEgressRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.getPorts().stream())
                .map(NetworkPoliciesTest::written)
                .toList();
    }

    private static String written(NetworkPolicyPort port) {
        return port.getProtocol() + " " + port.getPort().getValue();
    }
}
