package org.rovingpm.access.web.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rovingpm.access.RefusedCall;
import org.rovingpm.access.Role;
import org.rovingpm.access.call.AllowedCalls;
import org.rovingpm.access.call.Call;
import org.rovingpm.access.call.DelicateParameters;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's interfaces, behind the sign-in, and lets through what is on a list of the caller
 * ({@link AllowedCalls}) and has no delicate parameter that its list does not mention. Of everything else the engine learns
 * nothing, and the answer is the same whether or not there is such a thing.
 */
public class EngineDoor extends OncePerRequestFilter {

    private static final List<String> ENGINE = List.of("/engine-rest", "/camunda/api");

    private final ApplicationEventPublisher events;

    public EngineDoor(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String address =
                request.getRequestURI().substring(request.getContextPath().length());
        return ENGINE.stream().noneMatch(address::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> address = EngineAddress.of(request);
        if (address.isEmpty()) {
            EngineAnswers.refuse(response, HttpStatus.BAD_REQUEST, "There is no such address.");
            return;
        }
        Optional<Call> call = call(request.getMethod(), address.get());
        if (call.isEmpty()) {
            events.publishEvent(new RefusedCall(
                    SecurityContextHolder.getContext().getAuthentication().getName(),
                    request.getMethod() + " " + request.getRequestURI()));
            EngineAnswers.refuse(response, HttpStatus.FORBIDDEN, "This is not open to you, or does not exist.");
            return;
        }
        HttpServletRequest read = request;
        List<String> names = new ArrayList<>(QueryNames.inAddress(request));
        if (hasBody(request) && DelicateParameters.mayBeInBodyOf(call.get())) {
            RepeatableBody body = new RepeatableBody(request);
            if (body.tooLong()) {
                EngineAnswers.refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "This is too much for a query.");
                return;
            }
            Optional<Collection<String>> inBody = QueryNames.inBody(body.content());
            if (inBody.isEmpty()) {
                EngineAnswers.refuse(
                        response,
                        HttpStatus.BAD_REQUEST,
                        "What was sent cannot be read, because it is not valid JSON.");
                return;
            }
            names.addAll(inBody.get());
            read = body;
        }
        Optional<String> refused = DelicateParameters.firstRefused(call.get(), names);
        if (refused.isPresent()) {
            EngineAnswers.refuse(
                    response, HttpStatus.BAD_REQUEST, "A query here may not have “%s”.".formatted(refused.get()));
            return;
        }
        chain.doFilter(read, response);
    }

    private static Optional<Call> call(String method, String address) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return AllowedCalls.find(
                method,
                address,
                Role.abilitiesOf(caller.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet())),
                caller.getName());
    }

    private static boolean hasBody(HttpServletRequest request) {
        return HttpMethod.POST.matches(request.getMethod()) || HttpMethod.PUT.matches(request.getMethod());
    }
}
