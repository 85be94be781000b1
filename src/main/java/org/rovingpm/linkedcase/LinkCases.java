package org.rovingpm.linkedcase;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.choice.Choice;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links cases, and ends links. The office does so, with cases that they may see. Who linked them, who ended that and why stays on
 * record at both cases, with the link and not on their timelines: whoever may not see one of them must not learn of it from the other.
 */
@Component
public class LinkCases {

    /** How the first case belongs to the other one. */
    public enum How {
        RELATED(LinkKind.RELATED),
        FOLLOW_UP(LinkKind.FOLLOW_UP),
        MERGER(LinkKind.MERGER),

        /** The first one closes, the other one goes on. */
        DUPLICATE_OF_OTHER(LinkKind.DUPLICATE),

        /** The other one closes, the first one goes on. */
        OTHER_IS_DUPLICATE(LinkKind.DUPLICATE);

        private final LinkKind kind;

        How(LinkKind kind) {
            this.kind = kind;
        }
    }

    /** What is linked, and why. */
    public record Form(
            @NotNull(message = "Choose the other case.") @PlainText(label = "The number of the other case", max = 20)
            String other,

            @NotNull(message = "Choose how the cases belong together.") How how,

            @NotNull(message = "Say why.") @PlainText(label = "Why")
            String reason) {}

    /** Why a link ends. */
    public record End(
            @NotNull(message = "Say why.") @PlainText(label = "Why")
            String reason) {}

    /**
     * A way to link two cases.
     *
     * @param says       what will happen
     * @param impossible why it cannot be done; null where it can
     */
    public record Way(How how, String title, String says, String impossible) {}

    private record Ends(SupportCase from, SupportCase to) {}

    private static final Comparator<SupportCase> BY_NUMBER =
            Comparator.comparing(supportCase -> supportCase.reference().value());
    private static final Comparator<SupportCase> BY_REQUEST = Comparator.<SupportCase, Instant>comparing(
                    supportCase -> supportCase.request().at())
            .thenComparing(BY_NUMBER);

    private final SupportCases cases;
    private final CaseLinks links;
    private final DuplicateRules duplicateRules;
    private final HiddenCases hiddenCases;
    private final Practices practices;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    LinkCases(
            SupportCases cases,
            CaseLinks links,
            DuplicateRules duplicateRules,
            HiddenCases hiddenCases,
            Practices practices,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.links = links;
        this.duplicateRules = duplicateRules;
        this.hiddenCases = hiddenCases;
        this.practices = practices;
        this.timeline = timeline;
        this.events = events;
    }

    /** Refuses where this person cannot link the case to any other, and says why. */
    public void refuseUnlessPossible(CaseReference reference, CaseReader reader) {
        if (hiddenCases.hides(reference, reader.person())) {
            throw SupportCases.unknown(reference);
        }
        if (!reader.office()) {
            throw new Refusal("The office links cases: speak to the coordinator.");
        }
        cases.get(reference);
    }

    /** @return the other case, if this person may link the first one to it; refuses otherwise */
    public SupportCase other(CaseReference reference, String other, CaseReader reader) {
        refuseUnlessPossible(reference, reader);
        SupportCase found = CaseReference.read(other)
                .filter(one -> !hiddenCases.hides(one, reader.person()))
                .flatMap(cases::find)
                .orElseThrow(() -> new Refusal("other", "There is no such case: choose one from the list."));
        if (found.reference().equals(reference)) {
            throw new Refusal("other", "A case cannot be linked to itself: choose another one.");
        }
        return found;
    }

    /** @return every way to link the two, the possible ones and those that are not */
    public List<Way> ways(SupportCase one, SupportCase other) {
        return Stream.of(How.values())
                .map(how -> new Way(how, title(how, one, other), says(how, one, other), impossible(how, one, other)))
                .toList();
    }

    private String impossible(How how, SupportCase one, SupportCase other) {
        try {
            refuseUnlessPossible(how, one, other);
            return null;
        } catch (Refusal refusal) {
            return refusal.getMessage();
        }
    }

    private void refuseUnlessPossible(How how, SupportCase one, SupportCase other) {
        Ends ends = ends(how, one, other);
        boolean linked =
                links.holds(how.kind, ends.from().reference(), ends.to().reference());
        if (linked) {
            throw new Refusal("how", "The two cases are linked like that already.");
        }
        if (how.kind == LinkKind.DUPLICATE) {
            duplicateRules.refuseUnlessPossible(ends.from(), ends.to());
        }
    }

    /**
     * Links the case to another one.
     *
     * @return what has happened, for the person who did it
     */
    @Transactional
    public String link(CaseReference reference, Form form, CaseReader reader) {
        SupportCase one = cases.get(reference);
        SupportCase other = other(reference, form.other(), reader);
        refuseUnlessPossible(form.how(), one, other);
        Ends ends = ends(form.how(), one, other);
        try {
            links.add(form.how().kind, ends.from().reference(), ends.to().reference(), form.reason(), reader.person());
        } catch (DuplicateKeyException sameMoment) {
            throw new Refusal("how", "Somebody else has linked these cases at the same moment: look at them again.");
        }
        if (form.how().kind == LinkKind.DUPLICATE) {
            join(ends.from(), ends.to(), reader.person());
        }
        return done(form.how(), one, other);
    }

    private void join(SupportCase duplicate, SupportCase survivor, String who) {
        RequestAnswers request = duplicate.request();
        timeline.add(
                survivor.reference(),
                who,
                Timeline.ANOTHER_REQUEST,
                null,
                request.situation().helpKinds().stream().map(Choice::label).collect(Collectors.joining(", ")),
                Stream.of(request.situation().whatHappened(), request.risk().atRisk())
                        .filter(text -> text != null)
                        .collect(Collectors.joining("\n\n")));
        events.publishEvent(new CaseJoined(duplicate.reference(), survivor.reference(), who));
    }

    /** Ends a link. Refuses one that has ended already, and that of a duplicate, for which a case was closed. */
    @Transactional
    public void end(CaseReference reference, LinkedCase link, End form, CaseReader reader) {
        refuseUnlessPossible(reference, reader);
        if (link.kind() == LinkKind.DUPLICATE) {
            throw new Refusal(
                    "A case was closed as a duplicate, which cannot be undone: open a new case if the practice needs one.");
        }
        if (!links.end(link.id(), form.reason(), reader.person())) {
            throw new Refusal("This link has been ended already.");
        }
    }

    /** One order for one kind, so that the same two cases are linked once. */
    private static Ends ends(How how, SupportCase one, SupportCase other) {
        return switch (how) {
            case DUPLICATE_OF_OTHER -> new Ends(one, other);
            case OTHER_IS_DUPLICATE -> new Ends(other, one);
            case FOLLOW_UP -> ordered(one, other, BinaryOperator.maxBy(BY_REQUEST));
            case RELATED, MERGER -> ordered(one, other, BinaryOperator.minBy(BY_NUMBER));
        };
    }

    private static Ends ordered(SupportCase one, SupportCase other, BinaryOperator<SupportCase> first) {
        SupportCase from = first.apply(one, other);
        return new Ends(from, from == one ? other : one);
    }

    private static String title(How how, SupportCase one, SupportCase other) {
        Ends ends = ends(how, one, other);
        return switch (how) {
            case RELATED -> "They are related";
            case FOLLOW_UP ->
                "%s is a follow-up of %s"
                        .formatted(ends.from().reference(), ends.to().reference());
            case MERGER -> "They are parts of one merger";
            case DUPLICATE_OF_OTHER, OTHER_IS_DUPLICATE ->
                "%s is a duplicate: %s goes on"
                        .formatted(ends.from().reference(), ends.to().reference());
        };
    }

    private String says(How how, SupportCase one, SupportCase other) {
        Ends ends = ends(how, one, other);
        return switch (how) {
            case RELATED -> "Each case shows the other one on its page. Nothing else changes.";
            case FOLLOW_UP ->
                "Each case shows the other one on its page: the later one follows up the earlier one. Nothing else changes.";
            case MERGER ->
                "Each case shows the other one on its page, and whoever assesses the one is told of the practices of the other. Nothing else changes.";
            case DUPLICATE_OF_OTHER, OTHER_IS_DUPLICATE ->
                "%s closes at once: its tasks end, and nobody writes a closing report or is asked for feedback. %s is told that %s goes on. What it wrote, its messages and its documents are shown there, and the links in its mail lead there. This cannot be undone."
                        .formatted(
                                ends.from().reference(),
                                practices.nameOf(ends.from().practices()),
                                ends.to().reference());
        };
    }

    private static String done(How how, SupportCase one, SupportCase other) {
        Ends ends = ends(how, one, other);
        return switch (how) {
            case RELATED -> "%s and %s are linked as related.".formatted(one.reference(), other.reference());
            case FOLLOW_UP ->
                "%s is linked as a follow-up of %s."
                        .formatted(ends.from().reference(), ends.to().reference());
            case MERGER -> "%s and %s are linked as parts of one merger.".formatted(one.reference(), other.reference());
            case DUPLICATE_OF_OTHER, OTHER_IS_DUPLICATE ->
                "%s is being closed as a duplicate. %s goes on, and the practice is told."
                        .formatted(ends.from().reference(), ends.to().reference());
        };
    }
}
