package org.rovingpm.stuck.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rovingpm.stuck.Cause;
import org.rovingpm.stuck.StuckCase;
import org.rovingpm.stuck.StuckCases;
import org.rovingpm.stuck.TryAgain;
import org.rovingpm.stuck.Viewer;
import org.rovingpm.submission.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stuck cases, for programs and for Cockpit. */
@RestController
@RequestMapping("/api/stuck")
class StuckApi {

    private static final int MOST = 200;

    private final StuckCases stuckCases;
    private final TryAgain tryAgain;
    private final Clock clock;

    StuckApi(StuckCases stuckCases, TryAgain tryAgain, Clock clock) {
        this.stuckCases = stuckCases;
        this.tryAgain = tryAgain;
        this.clock = clock;
    }

    /** @param late in words; "since" is exact */
    record Row(
            String cause,
            String causeLabel,
            String id,
            String caseReference,
            String practice,
            String rag,
            String step,
            String process,
            Instant since,
            String late,
            String why,
            String person,
            String task,
            String instance,
            int failures,
            boolean mayRetry) {

        static Row of(StuckCase one, Viewer viewer, Instant now) {
            StuckCaseRow listed = StuckCaseRow.of(one, viewer, now);
            return new Row(
                    one.cause().key(),
                    one.cause().label(),
                    one.id(),
                    one.reference(),
                    one.practice(),
                    one.rag() == null ? null : one.rag().name(),
                    one.step(),
                    one.process(),
                    one.since(),
                    listed.late(),
                    one.why(),
                    one.personName(),
                    one.task(),
                    one.instance(),
                    one.failures(),
                    listed.mayRetry());
        }
    }

    /**
     * @param more  whether there are more
     * @param token the token that our pages send with an action; null for programs, which need none
     */
    record Answer(Instant at, List<Row> stuck, boolean more, Token token) {}

    record Token(String header, String value) {}

    @GetMapping
    Answer all(
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String rag,
            @RequestParam(defaultValue = "") String pm,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "0") int offset,
            Authentication person,
            CsrfToken csrf) {
        Viewer viewer = StuckPages.viewer(person);
        Instant now = clock.instant();
        int most = Math.min(Math.max(limit, 1), MOST);
        List<StuckCase> found = stuckCases.of(
                viewer, StuckPages.filter(cause, rag, pm, q), Math.min(Math.max(offset, 0), StuckCases.MOST), most + 1);
        return new Answer(
                now,
                found.stream().limit(most).map(one -> Row.of(one, viewer, now)).toList(),
                found.size() > most,
                csrf == null ? null : new Token(csrf.getHeaderName(), csrf.getToken()));
    }

    /** Retries a failed step; answers with a sentence to show, and with 409 if there is nothing to retry. */
    @PostMapping("/retry")
    ResponseEntity<Map<String, String>> retry(
            @RequestParam String cause, @RequestParam String id, Authentication person) {
        Viewer viewer = StuckPages.viewer(person);
        try {
            Cause known = Cause.of(cause).orElseThrow(() -> new Refusal("There is no such cause."));
            return ResponseEntity.ok(Map.of(
                    "message",
                    known == Cause.FAULTY_VERSION ? tryAgain.retryAll(viewer, id) : tryAgain.retry(viewer, known, id)));
        } catch (Refusal refusal) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("message", refusal.getMessage()));
        }
    }
}
