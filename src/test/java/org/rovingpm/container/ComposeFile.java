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
    private final Map<String, Map<String, Object>> configs;

    ComposeFile() {
        try {
            Map<String, Map<String, Map<String, Object>>> file =
                    new Yaml().load(Files.readString(Path.of("compose.yaml")));
            services = file.get("services");
            configs = file.get("configs");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Map<String, Map<String, Object>> services() {
        return services;
    }

    /** The content of a file that it puts into a service. */
    String config(String name) {
        return configs.get(name).get("content").toString();
    }

    /** The settings that it gives to a service. */
    Map<String, String> environment(String service) {
        Map<String, String> settings = new TreeMap<>();
        ((Map<?, ?>) services.get(service).get("environment"))
                .forEach((name, value) -> settings.put(name.toString(), value.toString()));
        return settings;
    }
}
