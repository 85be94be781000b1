package org.rovingpm.hiddencase;

import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseOpened;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a case confidential, so that only the people named on it see it; names others, removes them, and lifts it. All of it stays on
 * record, and somebody of the office is always named.
 */
@Component
public class MakeConfidential {

    private static final String REQUESTED = "The request asks for it";
    private static final List<Role> OFFICE = List.of(Role.COORDINATOR, Role.SERVICE_MANAGER);

    /**
     * @param reason why
     * @param people user ids of those who see it, beside whoever makes it so
     */
    public record Form(
            @NotNull(message = "Say why the case is confidential.") @PlainText(label = "Why", max = 500)
            String reason,

            List<String> people) {}

    /** Whom to name, and why. */
    public record Name(
            @NotNull(message = "Choose the person.") @PlainText(label = "The person", max = 64)
            String person,

            @NotNull(message = "Say why they should see it.") @PlainText(label = "Why", max = 500)
            String reason) {}

    /** Why it need not be confidential any more. */
    public record Lift(
            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String liftReason) {}

    private final ConfidentialCases confidential;
    private final SupportCases cases;
    private final HiddenCases hidden;
    private final StaffDirectory staff;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    MakeConfidential(
            ConfidentialCases confidential,
            SupportCases cases,
            HiddenCases hidden,
            StaffDirectory staff,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.confidential = confidential;
        this.cases = cases;
        this.hidden = hidden;
        this.staff = staff;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * Where the request asks for it, whoever took it sees the case, and those whom they have chosen. Where nobody was chosen the
     * service managers see it, who can name others.
     */
    @EventListener
    void on(CaseOpened opened) {
        if (!opened.confidential()) {
            return;
        }
        Set<String> people = new LinkedHashSet<>();
        staff.find(opened.who()).map(StaffDirectory.Person::id).ifPresent(people::add);
        if (opened.viewers().isEmpty()) {
            staff.of(Role.SERVICE_MANAGER).forEach(manager -> people.add(manager.id()));
        } else {
            people.addAll(opened.viewers());
            opened.viewers().forEach(person -> refuseUnlessFit(opened.reference(), person, "viewers"));
            if (Collections.disjoint(people, office())) {
                throw new Refusal(
                        "viewers",
                        "Somebody of the office must see the case: choose a coordinator or a service manager.");
            }
        }
        make(opened.reference(), REQUESTED, List.copyOf(people), opened.who());
    }

    /** Refuses a case that is unknown or confidential already, and people who may not be named on it. */
    @Transactional
    public void make(CaseReference reference, Form form, String who) {
        refuseUnlessSeen(reference, who);
        Set<String> people = new LinkedHashSet<>(List.of(who));
        people.addAll(form.people());
        people.forEach(person -> refuseUnlessFit(reference, person, "people"));
        make(reference, form.reason(), List.copyOf(people), who);
    }

    private void make(CaseReference reference, String reason, List<String> people, String who) {
        long id = confidential
                .add(reference, reason, who)
                .orElseThrow(() -> new Refusal("This case is confidential already: open the page again."));
        timeline.add(reference, who, "Case made confidential", null, null, reason);
        people.stream()
                .filter(person -> !hidden.bars(reference, person))
                .forEach(person -> name(id, reference, person, reason, false, who));
        events.publishEvent(new CaseMadeConfidential(reference, who));
    }

    /** Lets one more person see it. Refuses where it is not confidential, and somebody who may not be named or is already. */
    @Transactional
    public void name(CaseReference reference, Name form, String who) {
        refuseUnlessSeen(reference, who);
        refuseUnlessFit(reference, form.person(), "person");
        if (!name(locked(reference), reference, form.person(), form.reason(), false, who)) {
            throw new Refusal("person", "They are named on this case already.");
        }
    }

    /** Hides it from somebody again and takes their work there back. Refuses to leave it without anybody of the office. */
    @Transactional
    public void remove(CaseReference reference, String person, String who) {
        refuseUnlessSeen(reference, who);
        long id = locked(reference);
        ConfidentialCase before = confidential.find(reference).orElseThrow();
        Set<String> office = office();
        if (before.named().stream().noneMatch(one -> !one.person().equals(person) && office.contains(one.person()))) {
            throw new Refusal(
                    "Somebody of the office must see the case: name another coordinator or service manager first.");
        }
        if (!confidential.remove(id, person, who)) {
            throw new Refusal("They are no longer named on this case: open the page again.");
        }
        timeline.add(reference, who, "Person no longer named on the case", person, null, null);
        events.publishEvent(new CasesHidden(
                person, List.of(reference), "They are no longer named on the confidential case", null, who));
    }

    /** Shows the case to everybody whose role includes it. Refuses where it is not confidential. */
    @Transactional
    public void lift(CaseReference reference, Lift form, String who) {
        refuseUnlessSeen(reference, who);
        confidential.lift(locked(reference), form.liftReason(), who);
        timeline.add(reference, who, "Case no longer confidential", null, null, form.liftReason());
    }

    /** Names the PM while they have the offer or the placement. Does nothing where the case is not confidential. */
    @Transactional
    public void admit(CaseReference reference, String pm, String reason, String who) {
        confidential.lock(reference).ifPresent(id -> name(id, reference, pm, reason, false, who));
    }

    /** Removes the PM whose offer or placement is over. Does nothing where they are not named. */
    @Transactional
    public void release(CaseReference reference, String pm, String who) {
        confidential.lock(reference).ifPresent(id -> {
            if (confidential.remove(id, pm, who)) {
                timeline.add(reference, who, "Person no longer named on the case", pm, null, null);
            }
        });
    }

    boolean name(long id, CaseReference reference, String person, String reason, boolean emergency, String who) {
        boolean added = confidential.name(id, person, reason, emergency, who);
        if (added) {
            timeline.add(
                    reference,
                    who,
                    emergency ? "Confidential case opened in an emergency" : "Person named on the case",
                    null,
                    person,
                    reason);
        }
        return added;
    }

    /** @return everybody who could be named on the case, by name, without those who have an interest or are kept out */
    public List<StaffDirectory.Person> candidates(CaseReference reference) {
        return Stream.of(Role.values())
                .filter(role -> role != Role.ADMINISTRATOR && role != Role.COMMISSIONER)
                .flatMap(role -> staff.of(role).stream())
                .distinct()
                .filter(person -> !hidden.bars(reference, person.id()))
                .sorted(Comparator.comparing(StaffDirectory.Person::name))
                .toList();
    }

    private long locked(CaseReference reference) {
        return confidential
                .lock(reference)
                .orElseThrow(() -> new Refusal("This case is not confidential any more: open the page again."));
    }

    private void refuseUnlessSeen(CaseReference reference, String who) {
        if (hidden.hides(reference, who) || cases.find(reference).isEmpty()) {
            throw SupportCases.unknown(reference);
        }
    }

    private void refuseUnlessFit(CaseReference reference, String person, String field) {
        if (staff.find(person).isEmpty()) {
            throw new Refusal(field, "There is nobody with this user name: choose somebody else.");
        }
        if (hidden.bars(reference, person)) {
            throw new Refusal(field, "One of them cannot be named on this case: choose somebody else.");
        }
    }

    private Set<String> office() {
        return OFFICE.stream()
                .flatMap(role -> staff.of(role).stream())
                .map(StaffDirectory.Person::id)
                .collect(Collectors.toSet());
    }
}
