package org.rovingpm.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.springframework.context.ApplicationContext;

/** Every method of the engine's REST API and of the APIs of its web applications, found by reflection. */
class EngineResources {

    private static final String JERSEY_APPLICATION = "jakarta.ws.rs.Application";

    private final Set<Resource> found = new HashSet<>();

    /** A method of HTTP, and the address with its variables in braces. */
    record Resource(String method, String address) {}

    static Set<Resource> ofTheRestApi(ApplicationContext application) {
        EngineResources resources = new EngineResources();
        application.getBeansOfType(ResourceConfig.class).values().forEach(api -> api.getClasses()
                .forEach(type -> resources.add("/engine-rest", type)));
        return resources.found;
    }

    static Set<Resource> ofTheWebApplications(ServletContext servlets) throws ReflectiveOperationException {
        EngineResources resources = new EngineResources();
        Set<String> apis = new TreeSet<>();
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            Optional<String> type = applicationOf(servlet);
            if (type.isPresent()) {
                String address = servlet.getMappings().iterator().next().replace("/*", "");
                apis.add(address);
                Application api = Class.forName(type.get())
                        .asSubclass(Application.class)
                        .getDeclaredConstructor()
                        .newInstance();
                api.getClasses().forEach(resource -> resources.add(address, resource));
            }
        }
        assertThat(apis)
                .containsExactly(
                        "/camunda/api/admin",
                        "/camunda/api/cockpit",
                        "/camunda/api/engine",
                        "/camunda/api/tasklist",
                        "/camunda/api/welcome");
        return resources.found;
    }

    static Optional<String> applicationOf(ServletRegistration servlet) {
        return Optional.ofNullable(servlet.getInitParameter(JERSEY_APPLICATION));
    }

    private void add(String prefix, Class<?> type) {
        Path path = type.getAnnotation(Path.class);
        if (path != null) {
            add(join(prefix, path.value()), type, 0);
        }
    }

    private void add(String prefix, Class<?> type, int depth) {
        assertThat(depth).as(prefix).isLessThan(10);
        for (Method method : type.getMethods()) {
            Path path = method.getAnnotation(Path.class);
            List<String> verbs = Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .map(verb -> verb.getAnnotation(HttpMethod.class))
                    .filter(verb -> verb != null)
                    .map(HttpMethod::value)
                    .toList();
            String address = path == null ? prefix : join(prefix, path.value());
            if (!verbs.isEmpty()) {
                verbs.forEach(verb -> found.add(new Resource(verb, address)));
            } else if (path != null) {
                add(address, method.getReturnType(), depth + 1);
            }
        }
    }

    private static String join(String prefix, String path) {
        String joined = prefix + "/" + path;
        return joined.replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }
}
