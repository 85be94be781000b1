package org.rovingpm.supportcase.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.rovingpm.supportcase.Secret;
import org.rovingpm.supportcase.request.HelpRequest;
import org.rovingpm.supportcase.request.HelpRequests;
import org.rovingpm.supportcase.web.begun.RequestCookie;
import org.springframework.stereotype.Component;

/**
 * Knows by a cookie which request a browser is writing. The request itself is in the database: it outlives a restart, is
 * the same on every instance and in every tab, and costs no memory of the server before it is begun.
 */
@Component
class Visitors {

    private final HelpRequests requests;

    Visitors(HelpRequests requests) {
        this.requests = requests;
    }

    /** @return for how many hours what a browser has written is stored */
    long hoursUntilExpiry() {
        return requests.hoursUntilExpiry();
    }

    /** @return the request that this browser writes or has sent; for a referral only to the person who writes it */
    Optional<HelpRequest> requestOf(Journey journey, HttpServletRequest http) {
        return RequestCookie.read(http)
                .flatMap(requests::of)
                .filter(request -> Objects.equals(request.referrer(), referrer(journey, http)));
    }

    /** Saves the answers: in the request that is being written, or in a new one where there is none. */
    void save(
            Journey journey,
            Optional<HelpRequest> written,
            Map<String, List<String>> answers,
            HttpServletRequest http,
            HttpServletResponse response) {
        if (written.isPresent()) {
            requests.save(written.get(), answers);
            return;
        }
        Secret visitor = requests.begin(referrer(journey, http), answers);
        RequestCookie.set(visitor, journey.start(), http, response);
    }

    private static String referrer(Journey journey, HttpServletRequest http) {
        return journey == Journey.REFERRAL ? http.getUserPrincipal().getName() : null;
    }
}
