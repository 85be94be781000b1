package org.rovingpm.supportcase;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage.CaseEvent;

/** The case of a practice, or of several that merge. It guards its own stage and says why when it refuses a change. */
public class SupportCase {

    private final CaseReference reference;
    private final List<OdsCode> practices;
    private final Request request;
    private final int version;
    private CaseStage stage;
    private Rag rag;
    private Instant heldAt;
    private LocalDate heldUntil;
    private Instant closedAt;

    /**
     * The request that opened the case, as it was written down; its contact is the one at the leading practice.
     *
     * @param by user id of the person who sent it, or {@code practice}
     */
    public record Request(Instant at, String by, Contact contact, Situation situation, Risk risk, Referral referral)
            implements RequestAnswers {}

    static SupportCase requested(CaseReference reference, OdsCode practice, Request request) {
        return new SupportCase(reference, List.of(practice), request, 0, CaseStage.REQUESTED, null, null, null, null);
    }

    SupportCase(
            CaseReference reference,
            List<OdsCode> practices,
            Request request,
            int version,
            CaseStage stage,
            Rag rag,
            Instant heldAt,
            LocalDate heldUntil,
            Instant closedAt) {
        this.reference = reference;
        this.practices = List.copyOf(practices);
        this.request = request;
        this.version = version;
        this.stage = stage;
        this.rag = rag;
        this.heldAt = heldAt;
        this.heldUntil = heldUntil;
        this.closedAt = closedAt;
    }

    /** Moves the case to its next stage because something has happened; refuses what cannot happen at this stage, naming it. */
    public void apply(CaseEvent event, Instant at) {
        refuseUnlessRunning();
        if (!stage.allows(event)) {
            throw new Refusal("This cannot be done while case %s is at “%s”.".formatted(reference, stage.label()));
        }
        stage = stage.after(event);
        if (!stage.open()) {
            closedAt = at;
        }
    }

    public void rate(Rag newRag) {
        refuseUnlessRunning();
        rag = newRag;
    }

    public void hold(Instant at, LocalDate until) {
        refuseUnlessRunning();
        heldAt = at;
        heldUntil = until;
    }

    public void extendHold(LocalDate until) {
        refuseUnlessHeld();
        heldUntil = until;
    }

    public void resume() {
        refuseUnlessHeld();
        heldAt = null;
        heldUntil = null;
    }

    /** Refuses if the case is closed or on hold. */
    public void refuseUnlessRunning() {
        refuseUnlessOpen();
        if (onHold()) {
            throw new Refusal("Case %s is on hold: resume it first.".formatted(reference));
        }
    }

    /** Refuses if the case has ended. */
    public void refuseUnlessOpen() {
        if (!stage.open()) {
            throw new Refusal("Case %s has ended (%s): nothing can be changed in it."
                    .formatted(reference, stage.label().toLowerCase(Locale.ROOT)));
        }
    }

    /** Refuses if the case has ended or is not on hold. */
    public void refuseUnlessHeld() {
        refuseUnlessOpen();
        if (!onHold()) {
            throw new Refusal("Case %s is not on hold.".formatted(reference));
        }
    }

    public boolean onHold() {
        return heldAt != null;
    }

    public CaseReference reference() {
        return reference;
    }

    /** @return the practice of the request, where one is enough; a rule that protects somebody is about {@link #practices} */
    public OdsCode leadingPractice() {
        return practices.get(0);
    }

    /** @return every practice of the case, the leading one first */
    public List<OdsCode> practices() {
        return practices;
    }

    public Request request() {
        return request;
    }

    public CaseStage stage() {
        return stage;
    }

    /** @return the rating in force; null before the first is agreed */
    public Rag rag() {
        return rag;
    }

    /** @return since when the case is on hold, or null */
    public Instant heldAt() {
        return heldAt;
    }

    public LocalDate heldUntil() {
        return heldUntil;
    }

    public Instant closedAt() {
        return closedAt;
    }

    int version() {
        return version;
    }
}
