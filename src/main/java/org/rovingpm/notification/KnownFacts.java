package org.rovingpm.notification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.answer.QuestionKinds;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Everything that wordings may say, and the checks that keep them to it. */
@Component
public class KnownFacts {

    /** The fact that leads to the question that a message puts. */
    static final String ANSWER_LINK = "answerLink";

    static final String RECIPIENT = "recipientName";
    static final String CASE = "case";

    private static final Fact LINK =
            Fact.link(ANSWER_LINK, "The link to the page on which to answer", "https://example.org/answer/…");
    private static final Fact NAME = Fact.text(RECIPIENT, "The name of whoever gets the message", "Ann Field");

    private final Map<String, MessageFacts> subjects;
    private final Map<String, RecipientRole> roles;
    private final QuestionKinds questions;

    KnownFacts(List<MessageFacts> subjects, List<RecipientRole> roles, QuestionKinds questions) {
        this.subjects = subjects.stream().collect(Collectors.toMap(MessageFacts::about, Function.identity()));
        this.roles = roles.stream().collect(Collectors.toMap(RecipientRole::name, Function.identity()));
        this.questions = questions;
    }

    /** @return what the wording may say, by its header */
    public List<Fact> of(Wording wording) {
        return Stream.of(
                        Stream.of(NAME),
                        wording.ask() == null ? Stream.<Fact>empty() : Stream.of(LINK),
                        about(wording).flatMap(subject -> subject.facts().stream()))
                .flatMap(Function.identity())
                .toList();
    }

    /** @return what is wrong with the wording, as sentences */
    public List<String> problems(Wording wording) {
        List<String> problems = new ArrayList<>();
        wording.to().stream()
                .filter(role -> !roles.containsKey(role))
                .forEach(role -> problems.add("Nobody is “%s”.".formatted(role)));
        wording.about().stream()
                .filter(about -> !subjects.containsKey(about))
                .forEach(about -> problems.add("No facts are known about “%s”.".formatted(about)));
        if (wording.ask() != null && !questions.purposes().contains(wording.ask())) {
            problems.add("There is no question of the kind “%s”.".formatted(wording.ask()));
        }
        problems.addAll(problemsOfSubject(wording));
        problems.addAll(problemsOfBody(wording));
        return problems;
    }

    List<String> problemsOfSubject(Wording wording) {
        return WordingText.problems(
                wording.subject(),
                of(wording).stream().filter(fact -> !fact.link()).toList());
    }

    List<String> problemsOfBody(Wording wording) {
        List<Fact> facts = of(wording);
        List<String> problems = WordingText.problems(wording.body(), facts);
        if (!problems.isEmpty()) {
            return problems;
        }
        Set<String> said = WordingText.alwaysSaid(wording.body(), facts);
        return facts.stream()
                .filter(fact -> fact.link() && !said.contains(fact.name()))
                .map(fact ->
                        "The message is sent for its link: say {{%s}}, outside of any section, so that whoever gets it can go on."
                                .formatted(fact.name()))
                .toList();
    }

    /** @return what staff call those of this role */
    public String labelOf(String role) {
        return role(role).label();
    }

    RecipientRole role(String name) {
        return roles.get(name);
    }

    /** @return the facts of the case as they are now, but for those of the recipient */
    FactsNow now(Wording wording, CaseReference reference) {
        List<FactsNow> known =
                about(wording).map(subject -> subject.of(reference)).toList();
        Map<String, Object> values = new HashMap<>();
        known.forEach(facts -> values.putAll(facts.values()));
        return new FactsNow(
                values,
                known.stream().flatMap(facts -> facts.occasion().stream()).findFirst());
    }

    /** @return made-up facts, for previews */
    public Map<String, Object> examples(Wording wording) {
        return of(wording).stream().collect(Collectors.toMap(Fact::name, Fact::example));
    }

    private Stream<MessageFacts> about(Wording wording) {
        List<MessageFacts> named = wording.about().stream()
                .map(subjects::get)
                .filter(Objects::nonNull)
                .toList();
        return named.stream().allMatch(MessageFacts::ofCase)
                ? Stream.concat(Stream.of(subjects.get(CASE)), named.stream())
                : named.stream();
    }
}
