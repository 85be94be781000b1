package org.rovingpm.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.alert.TeamAlertProcess.Variables;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.engine.StartProcess;
import org.rovingpm.hiddencase.ConfidentialCases;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Alerts the team in its chat: with the number, rating and stage of the case and a link, but nothing that the
 * practice has confided. It names the practice only if the settings allow that. Each alert is a process of its own,
 * so that nothing waits for the chat. Does nothing if no chat is set, or the case is confidential: who reads the chat is not named
 * on it, and those who are get messages.
 */
@Component
public class AlertTeam {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private final TeamChat chat;
    private final AlertSettings settings;
    private final SupportCases cases;
    private final ConfidentialCases confidential;
    private final Practices practices;
    private final StartProcess startProcess;
    private final String site;

    /** @param site the address of this application, as in messages */
    AlertTeam(
            TeamChat chat,
            AlertSettings settings,
            SupportCases cases,
            ConfidentialCases confidential,
            Practices practices,
            StartProcess startProcess,
            @Value("${rovingpm.message.public-address:http://localhost:8080}") String site) {
        this.chat = chat;
        this.settings = settings;
        this.cases = cases;
        this.confidential = confidential;
        this.practices = practices;
        this.startProcess = startProcess;
        this.site = site.strip().replaceAll("/+$", "");
    }

    /**
     * @param reference the case; null if it is about none
     * @param happened  in a sentence; cut after 300 characters
     */
    @Transactional
    public void alert(CaseReference reference, String happened) {
        if (chat.address().isPresent()
                && (reference == null || confidential.find(reference).isEmpty())) {
            String sentence = happened.replaceAll("\\p{Cc}+", " ").strip();
            String shortened = sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
            Alert alert = reference == null ? new Alert(shortened, Map.of(), null) : about(reference, shortened);
            Map<String, Object> variables = new HashMap<>();
            variables.put(Variables.ALERT_KEY, TeamAlertProcess.KEY + " " + UUID.randomUUID());
            variables.put(Variables.ALERT_BODY, json(settings.shape().message(alert)));
            if (reference != null) {
                variables.put(CaseVariables.CASE_REFERENCE, reference.value());
            }
            startProcess.start(TeamAlertProcess.KEY, reference == null ? null : reference.value(), variables);
        }
    }

    private Alert about(CaseReference reference, String happened) {
        SupportCase supportCase = cases.get(reference);
        Collection<Practice> concerned =
                practices.findAll(supportCase.practices()).values();
        Rag rag = supportCase.rag();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Case", reference.value());
        facts.put("RAG", rag == null ? "not agreed yet" : rag.label());
        facts.put("Step", supportCase.stage().label());
        if (settings.practiceName()) {
            facts.put("Practice", practices.nameOf(supportCase.practices()));
        }
        return new Alert(
                settings.practiceName() ? happened : unnamed(happened, concerned),
                facts,
                site + "/cases/" + reference.value());
    }

    /** A model's text for an alert may contain the name of a practice. */
    private static String unnamed(String happened, Collection<Practice> concerned) {
        return Pattern.compile(
                        concerned.stream()
                                .flatMap(practice -> Stream.of(
                                        practice.name(), practice.code().value()))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(happened)
                .replaceAll("the practice");
    }

    private static String json(Map<String, Object> message) {
        try {
            return JSON.writeValueAsString(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
