package org.rovingpm.draft.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.rovingpm.draft.Draft;
import org.rovingpm.draft.Drafts;
import org.rovingpm.draft.SaveDraft;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The draft of whoever is signed in, for the form of a task in Tasklist. */
@RestController
@RequestMapping("/api/drafts/{task}")
class DraftApi {

    private static final Draft NONE = new Draft(0, "{}", null);

    private final Drafts drafts;
    private final SaveDraft saveDraft;
    private final Clock clock;

    DraftApi(Drafts drafts, SaveDraft saveDraft, Clock clock) {
        this.clock = clock;
        this.drafts = drafts;
        this.saveDraft = saveDraft;
    }

    /**
     * @param revision what to send with the next one; 0 if there is no draft
     * @param savedAt  in words; null if there is no draft
     * @param token    the token to send with what is saved
     */
    record Answer(long revision, @JsonRawValue String answers, String savedAt, Token token) {}

    record Token(String header, String value) {}

    /** @param revision the last that the form knows of */
    record Typed(long revision, ObjectNode answers) {}

    /** @param replaced when another device had saved what this one has replaced, in words; null if none had */
    record Saved(long revision, String savedAt, String replaced) {}

    @GetMapping
    Answer find(@PathVariable String task, Authentication person, CsrfToken csrf) {
        if (!saveDraft.mayDo(task, person.getName(), groupsOf(person))) {
            throw notFound();
        }
        Draft draft = drafts.find(task, person.getName()).orElse(NONE);
        return new Answer(
                draft.revision(),
                draft.answers(),
                inWords(draft.savedAt()),
                new Token(csrf.getHeaderName(), csrf.getToken()));
    }

    /** Answers 404 if the task is not open any more or not theirs to do, and 413 with a sentence for more than a form holds. */
    @PutMapping
    ResponseEntity<Object> save(@PathVariable String task, @RequestBody Typed typed, Authentication person) {
        if (typed.answers() == null) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        try {
            return saveDraft
                    .save(
                            task,
                            person.getName(),
                            groupsOf(person),
                            typed.revision(),
                            typed.answers().toString())
                    .<ResponseEntity<Object>>map(saved -> ResponseEntity.ok(new Saved(
                            saved.draft().revision(), inWords(saved.draft().savedAt()), inWords(saved.replaced()))))
                    .orElseThrow(DraftApi::notFound);
        } catch (DataIntegrityViolationException completed) {
            // While it was being saved
            throw notFound();
        } catch (Refusal tooLong) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).body(Map.of("message", tooLong.getMessage()));
        }
    }

    private String inWords(Instant moment) {
        boolean today = moment != null && BritishFormat.date(moment).equals(BritishFormat.date(clock.instant()));
        return today ? BritishFormat.time(moment) : BritishFormat.dateAndTime(moment);
    }

    private static List<String> groupsOf(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
