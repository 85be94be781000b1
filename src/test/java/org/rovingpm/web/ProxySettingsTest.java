package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;

/** Proxies are believed only where they are named. */
class ProxySettingsTest {

    private static RemoteIpValve valve(String... addresses) {
        TomcatServletWebServerFactory server = new TomcatServletWebServerFactory();
        RemoteIpValve valve = new RemoteIpValve();
        server.addEngineValves(valve);
        new WebConfiguration()
                .namedProxies(new ProxySettings(List.of(addresses)))
                .customize(server);
        return valve;
    }

    @Test
    void nobodyIsBelievedWhereNoneIsNamed() {
        assertThat(valve().getInternalProxies()).isNull();
        assertThat(new RemoteIpValve().getInternalProxies())
                .as("what the server would believe")
                .isNotNull();
    }

    @Test
    void thoseNamedAreBelievedAndNoOthers() {
        String pattern = valve("10.0.3.7", "10.1.*", "::1").getInternalProxies();
        assertThat(List.of("10.0.3.7", "10.1.255.3", "::1")).allMatch(address -> address.matches(pattern));
        assertThat(List.of("10.0.3.70", "1000.3.7", "10.2.0.1", "127.0.0.1", ""))
                .noneMatch(address -> address.matches(pattern));
    }

    @Test
    void whatIsNoAddressIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new ProxySettings(List.of("proxy.example"))).hasMessageContaining("proxy.example");
        assertThatThrownBy(() -> new ProxySettings(List.of(".*|.*"))).hasMessageContaining("no address");
    }
}
