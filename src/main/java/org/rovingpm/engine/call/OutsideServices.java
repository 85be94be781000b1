package org.rovingpm.engine.call;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.connect.spi.ConnectorRequest;
import org.rovingpm.engine.OutsideService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The outside services that models may call, and the addresses behind their names. */
@Component
class OutsideServices {

    static final String URL = "url";
    static final String HEADERS = "headers";
    private static final String CONFIGURATION = "request-config";
    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    private final ObjectProvider<OutsideService> services;

    OutsideServices(ObjectProvider<OutsideService> services) {
        this.services = services;
    }

    /** @param url the URL of a model, or the value of its expression: the name of a service, a colon, a path */
    Optional<OutsideService> named(String url) {
        int colon = url == null ? -1 : url.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : services.stream()
                        .filter(service ->
                                service.name().equals(url.substring(0, colon).strip()))
                        .findFirst();
    }

    List<String> names() {
        return services.stream()
                .map(OutsideService::name)
                .filter(name -> NAME.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** Sends the request to the service's address, with its key and time limits. */
    void direct(ConnectorRequest<?> request, OutsideService service, URI address) {
        String url = request.getRequestParameter(URL);
        request.setRequestParameter(
                URL, below(address, url.substring(url.indexOf(':') + 1).strip()).toString());
        Map<String, String> headers = new HashMap<>();
        Map<String, String> given = request.getRequestParameter(HEADERS);
        if (given != null) {
            headers.putAll(given);
        }
        headers.putAll(service.headers());
        request.setRequestParameter(HEADERS, headers);
        request.setRequestParameter(CONFIGURATION, new HashMap<>(Map.of("socket-timeout", (int)
                service.patience().toMillis())));
    }

    private static URI below(URI address, String path) {
        if (path.isEmpty()) {
            return address;
        }
        String base = address.toString().replaceAll("/+$", "") + "/";
        URI target = URI.create(base + path.replaceAll("^/+", ""));
        if (!target.normalize()
                .toString()
                .startsWith(URI.create(base).normalize().toString())) {
            throw new ServiceFailed("A call must stay below the address of its service.");
        }
        return target;
    }
}
