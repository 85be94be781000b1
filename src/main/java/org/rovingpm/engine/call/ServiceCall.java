package org.rovingpm.engine.call;

import java.net.URI;
import java.util.Map;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.core.variable.mapping.IoMapping;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.commons.utils.IoUtilException;
import org.camunda.connect.ConnectorException;
import org.camunda.connect.httpclient.HttpResponse;
import org.camunda.connect.plugin.impl.ServiceTaskConnectorActivityBehavior;
import org.camunda.connect.spi.CloseableConnectorResponse;
import org.camunda.connect.spi.ConnectorRequest;
import org.camunda.connect.spi.ConnectorResponse;
import org.rovingpm.engine.OutsideService;

/**
 * A connector's call to an outside service. HTTP errors always fail, as with the connector's {@code throw-http-
 * error}; if the model catches them, "not found" and "not set" are BPMN errors instead. The answer exists until the
 * transaction ends and is stored nowhere. A call with the header "Idempotency-Key" is made once, however often its
 * step is retried.
 */
class ServiceCall extends ServiceTaskConnectorActivityBehavior {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
    private static final int FOUND_NOTHING = 404;

    private final OutsideServices services;
    private final AnsweredCalls answered;

    ServiceCall(String connector, IoMapping mapping, OutsideServices services, AnsweredCalls answered) {
        super(connector, mapping);
        this.services = services;
        this.answered = answered;
    }

    @Override
    public void execute(ActivityExecution execution) throws Exception {
        ensureConnectorInitialized();
        executeWithErrorPropagation(execution, () -> {
            call(execution);
            leave(execution);
            return null;
        });
    }

    private void call(ActivityExecution execution) {
        ConnectorRequest<?> request = connectorInstance.createRequest();
        applyInputParameters(execution, request);
        OutsideService service = services.named(request.getRequestParameter(OutsideServices.URL))
                .orElseThrow(
                        () -> new ServiceFailed("A model may call these services only: " + services.names() + "."));
        URI address = service.address()
                .orElseThrow(() -> failure(
                        execution,
                        OutsideService.NOT_SET,
                        "The service “%s” is not set: see docs/settings.md.".formatted(service.name())));
        services.direct(request, service, address);
        Map<String, String> headers = request.getRequestParameter(OutsideServices.HEADERS);
        String key = headers.get(IDEMPOTENCY_KEY);
        if (key == null) {
            exchange(execution, service, request);
        } else if (!answered.has(key)) {
            exchange(execution, service, request);
            answered.add(key);
        }
    }

    private void exchange(ActivityExecution execution, OutsideService service, ConnectorRequest<?> request) {
        ConnectorResponse response = answer(service, request);
        int status = ((HttpResponse) response).getStatusCode();
        if (status == FOUND_NOTHING && !isSearch(request)) {
            throw failure(
                    execution,
                    OutsideService.NOT_FOUND,
                    "The service “%s” did not find what was requested (404).".formatted(service.name()));
        }
        if (status < 200 || status >= 300) {
            throw new ServiceFailed(
                    "The service “%s” answered with the HTTP error %d.".formatted(service.name(), status));
        }
        applyOutputParameters(execution, response);
    }

    /** A search without results answers with an empty list, so a missing list means that something is wrong. */
    private static boolean isSearch(ConnectorRequest<?> request) {
        String url = request.getRequestParameter(OutsideServices.URL);
        return url.contains("?");
    }

    /** @return the whole answer */
    private static ConnectorResponse answer(OutsideService service, ConnectorRequest<?> request) {
        CloseableConnectorResponse response = null;
        try {
            response = (CloseableConnectorResponse) request.execute();
            response.getResponseParameters();
            return response;
        } catch (ConnectorException | IoUtilException failure) {
            throw new ServiceFailed(
                    "The service “%s” cannot be reached, or the connection broke: %s."
                            .formatted(service.name(), reason(failure)),
                    failure);
        } finally {
            if (response != null) {
                response.close();
            }
        }
    }

    private static RuntimeException failure(ActivityExecution execution, String error, String sentence) {
        boolean caught = ((ActivityImpl) execution.getActivity())
                .getProperties().get(BpmnProperties.ERROR_EVENT_DEFINITIONS).stream()
                        .anyMatch(definition -> error.equals(definition.getErrorCode()));
        return caught ? new BpmnError(error, sentence) : new ServiceFailed(sentence);
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
