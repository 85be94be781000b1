package org.rovingpm.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/** What compose.yaml says of its services. */
final class ComposeFile {

    private final Map<String, Map<String, Object>> services;

    ComposeFile() {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml().load(Files.readString(Path.of("compose.yaml")));
            services = file.get("services");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }

    /** The settings that it gives to a service. */
    Map<String, String> environment(String service) {
        Map<String, String> settings = new TreeMap<>();
        ((Map<?, ?>) services.get(service).get("environment"))
                .forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }
}
