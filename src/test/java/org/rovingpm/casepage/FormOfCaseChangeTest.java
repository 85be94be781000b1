package org.rovingpm.casepage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.casepage.action.ActionWords;
import org.rovingpm.casepage.action.CaseAction;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The form “Case change”: which cases it offers to whom, and that it says what the pages of the case say. */
@ApplicationTest
@StartsAt
@Transactional
class FormOfCaseChangeTest {

    /** Who the PM is, whether the case is on hold and which other cases there are, only its page knows. */
    private static final Set<CaseAction> OF_THE_CASE = EnumSet.of(
            CaseAction.PM_WITHDRAWAL,
            CaseAction.ANOTHER_PM,
            CaseAction.ADD_PRACTICE,
            CaseAction.REFER_ON,
            CaseAction.LINK);

    @Autowired
    private Scheme scheme;

    @Autowired
    private FormService forms;

    @Autowired
    private RepositoryService models;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private SupportCases cases;

    @Autowired
    private ActionWords words;

    private String reference;

    @BeforeEach
    void aCase() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z96021")));
    }

    private JsonNode form(String person) {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(CaseChangeProcess.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        return scheme.as(person, () -> {
            try (InputStream form = forms.getDeployedStartForm(definition)) {
                return new ObjectMapper().readTree(form);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private List<String> offered(String person) {
        List<String> labels = new ArrayList<>();
        for (JsonNode part : form(person).path("components")) {
            if (part.path("key").asText().equals("caseReference")) {
                part.path("values")
                        .forEach(value -> labels.add(value.path("value").asText() + " "
                                + value.path("label").asText()));
            }
        }
        return labels;
    }

    @Test
    void offersOpenCasesByTheirPracticesToTheOffice() {
        scheme.join(reference, scheme.practice("Z96022"));
        String expected = "%s Practice Z96021 and Practice Z96022 (%s)".formatted(reference, reference);
        assertThat(offered("coordinator")).contains(expected);
        assertThat(offered("service-manager")).contains(expected);

        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "DECLINE", "declineReason", "OUTSIDE_AREA", "signpostedTo", "The council."));
        assertThat(offered("coordinator")).noneMatch(one -> one.contains(reference));
    }

    @Test
    void offersAPmTheirOwnCasesAndNobodyACaseThatIsHiddenFromThem() {
        scheme.pm("pm-1");
        assertThat(offered("pm-1")).isEmpty();
        String own = scheme.offered("Z96023", "pm-1");
        scheme.complete(
                own,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                "pm-1",
                Map.of("answer", "ACCEPT", "noConflict", true));
        assertThat(offered("pm-1")).containsExactly("%s Practice Z96023 (%s)".formatted(own, own));

        scheme.pm("coordinator-7");
        declareInterest.declare("coordinator-7", new OdsCode("Z96021"), "My sister works there.");
        assertThat(offered("coordinator-7")).isNotEmpty().noneMatch(one -> one.contains(reference));
    }

    @Test
    void saysOfEachChangeWhatThePageOfTheCaseSays() {
        List<String> texts = new ArrayList<>();
        form("coordinator")
                .path("components")
                .forEach(part -> texts.add(part.path("text").asText().replace("**", "")));
        for (CaseAction action : EnumSet.complementOf(EnumSet.copyOf(OF_THE_CASE))) {
            assertThat(texts)
                    .contains("What will happen: "
                            + words.before(
                                    action.change().orElseThrow(), cases.get(new CaseReference(reference)), false));
        }
    }
}
