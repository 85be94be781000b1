package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.notification.MessageSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Links follow the port and the address that the application really has. */
class OwnAddressTest {

    @ParameterizedTest
    @CsvSource({
        "'',http://localhost:8080/x",
        "server.port=9090,http://localhost:9090/x",
        "server.port=0,http://localhost:8080/x",
        "server.address=0.0.0.0,http://localhost:8080/x",
        "server.address=192.0.2.7 server.port=81,http://192.0.2.7:81/x",
        "server.address=2001:db8::7,http://[2001:db8::7]:8080/x",
        "server.port=8443 server.ssl.key-store=keys.p12,https://localhost:8443/x",
        "server.servlet.context-path=/pm,http://localhost:8080/pm/x",
        "server.port=9090 rovingpm.message.public-address=https://pm.example.org/,https://pm.example.org/x"
    })
    void linksLeadToWhereTheApplicationIs(String settings, String link) {
        Map<String, Object> set = new TreeMap<>();
        for (String setting : settings.isEmpty() ? new String[0] : settings.split(" ")) {
            set.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", set));
        new OwnAddress().postProcessEnvironment(environment, new SpringApplication());

        MessageSettings bound = Binder.get(environment)
                .bind("rovingpm.message", MessageSettings.class)
                .get();
        assertThat(bound.link("/x")).isEqualTo(link);
    }

    @Test
    void theApplicationAsksForItWhenItStarts() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(EnvironmentPostProcessor.class, (type, name, failure) -> {}))
                .anyMatch(OwnAddress.class::isInstance);
    }
}
