package org.rovingpm.web;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Where no public address is set, links lead to where the application really listens, whatever port, address or TLS it was
 * given. A free port, which is known only later, is left at the usual one.
 */
class OwnAddress implements EnvironmentPostProcessor, Ordered {

    private static final String SETTING = "rovingpm.message.public-address";
    private static final int USUAL_PORT = 8080;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.containsProperty(SETTING)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("own address", Map.of(SETTING, addressOf(environment))));
        }
    }

    private static String addressOf(ConfigurableEnvironment environment) {
        int port = environment.getProperty("server.port", Integer.class, USUAL_PORT);
        boolean tls = environment.getProperty("server.ssl.enabled", Boolean.class, true)
                && (environment.containsProperty("server.ssl.key-store")
                        || environment.containsProperty("server.ssl.certificate")
                        || environment.containsProperty("server.ssl.bundle"));
        return "%s://%s:%d%s"
                .formatted(
                        tls ? "https" : "http",
                        hostOf(environment.getProperty("server.address", "")),
                        port > 0 ? port : USUAL_PORT,
                        environment.getProperty("server.servlet.context-path", ""));
    }

    /** All addresses of the machine have none that a link could name. */
    private static String hostOf(String listened) {
        boolean any = !StringUtils.hasText(listened) || listened.equals("0.0.0.0") || listened.matches("[0:]+");
        return any ? "localhost" : listened.contains(":") ? "[" + listened + "]" : listened;
    }

    /** After the configuration files have been read. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
