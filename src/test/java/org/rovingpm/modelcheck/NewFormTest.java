package org.rovingpm.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rovingpm.casepage.FormAnswers;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** A manager adds a task with a form of its own to the main process: what is answered is kept with the case, and a gateway asks it. */
@ApplicationTest
@Transactional
class NewFormTest {

    private static final String TASK = "userTask_takeASecondLook";

    @Autowired
    private MockMvc web;

    @Autowired
    private RepositoryService models;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private HistoryService history;

    @Autowired
    private Scheme scheme;

    @Autowired
    private FormAnswers answers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Practices practices;

    @Autowired
    private SupportCases cases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager transactions;

    private String reference;

    @BeforeEach
    void aCaseOfTheChangedProcess() {
        models.createDeployment()
                .addInputStream(
                        "take-a-second-look.form",
                        new ByteArrayInputStream(
                                GoodChanges.secondLookAtGaps("").bytes()))
                .addInputStream(
                        "support-case.bpmn",
                        new ByteArrayInputStream(ChangedModel.of("support-case.bpmn")
                                .inFlow("flow_receiptConfirmed_assessRequest", TASK, GoodChanges.SECOND_LOOK)
                                .inFlow("flow_takeASecondLook_next", "gateway_worthIt", """
                    <bpmn:exclusiveGateway id="gateway_worthIt" name="Worth it?" default="flow_worthIt_no"/>
                    <bpmn:endEvent id="endEvent_notWorthIt" name="Not worth it"/>
                    <bpmn:sequenceFlow id="flow_worthIt_no" name="No" sourceRef="gateway_worthIt" targetRef="endEvent_notWorthIt"/>""")
                                .add(
                                        "flow_worthIt_next",
                                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${secondLookApproved}</bpmn:conditionExpression>")
                                .bytes()))
                .deploy();
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99041")));
    }

    private Map<String, Object> fields() {
        return new HashMap<>(Map.of(
                "secondLookApproved",
                true,
                "howSure",
                "UNSURE",
                "whatYouSaw",
                "Two <b>rotas</b>, one gap.",
                "hoursSpent",
                1.5));
    }

    private void answer(Map<String, Object> fields) {
        scheme.complete(reference, TASK, "service-manager", fields);
    }

    @Test
    void answersAreSavedWithTheirQuestions() {
        answer(fields());

        assertThat(answers.of(new CaseReference(reference))).singleElement().satisfies(step -> {
            assertThat(step.label()).isEqualTo("Take a second look");
            assertThat(step.who()).isEqualTo("service-manager");
            assertThat(step.answers())
                    .extracting(answer -> answer.question() + " " + answer.answer())
                    .containsExactly(
                            "Is the plan sound? Yes",
                            "How sure are you? Not sure",
                            "What did you see? Two <b>rotas</b>, one gap.",
                            "Hours spent 1.5");
        });
        assertThat(timeline.latest(new CaseReference(reference)).orElseThrow().what())
                .isEqualTo("Take a second look");
    }

    @Test
    void theFormCanNameThePractice() {
        assertThat(scheme.as("service-manager", () -> scheme.shown(reference, TASK)))
                .containsEntry(
                        "practiceName",
                        practices.nameOf(cases.get(new CaseReference(reference)).practices()));
        assertThatThrownBy(() -> scheme.as("process-manager", () -> scheme.shown(reference, TASK)))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aListIsSavedWithALineForEachOfItsEntries() {
        Map<String, Object> fields = fields();
        Map<String, Object> left = new HashMap<>();
        left.put("day", null);
        fields.put("gaps", List.of(Map.of("day", "Monday", "people", 2), left, Map.of("day", "Friday")));
        answer(fields);

        assertThat(answers.of(new CaseReference(reference)))
                .singleElement()
                .satisfies(
                        step -> assertThat(step.answers())
                                .extracting(answer -> answer.question() + ": " + answer.answer())
                                .endsWith(
                                        "Gaps in the rota: 1. Which day: Monday; How many people are missing? 2\n2. Which day: Friday"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"people\": 2}] | entry 1, “Which day”: answer this.",
                "[{\"day\": \"Monday\"}, {\"day\": \"Friday\", \"people\": 0}] | entry 2, “How many people are missing?”: give 1 or more.",
                "[{\"day\": \"Monday\", \"rag\": \"RED\"}] | entry 1 has an unknown field.",
                "[\"Monday\"] | give entries with their fields.",
                "{\"day\": \"Monday\"} | give entries with their fields.",
                "[{\"day\": [[1]]}] | entry 1, “Which day”: write a text."
            })
    void theRulesOfAListHoldForEachEntry(String json, String sentence) {
        Map<String, Object> fields = fields();
        fields.put("gaps", SpinValues.jsonValue(json).create());

        assertThatThrownBy(() -> answer(fields)).hasStackTraceContaining("Gaps in the rota: " + sentence);
        assertThat(answers.of(new CaseReference(reference))).isEmpty();
    }

    @Test
    void aGatewayAsksATickOfTheForm() {
        answer(fields());
        assertThat(scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST))
                .isNotNull();
    }

    @Test
    void aTickThatIsLeftIsANo() {
        Map<String, Object> fields = fields();
        fields.remove("secondLookApproved");
        answer(fields);
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(reference)
                        .processDefinitionKey(SupportCaseProcess.KEY)
                        .count())
                .isZero();
    }

    @Test
    void nothingThatIsWrittenStaysInTheEngineOrItsHistory() {
        answer(fields());

        String instance = processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(SupportCaseProcess.KEY)
                .singleResult()
                .getId();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(variable -> variable.getName())
                .contains("secondLookApproved", "howSure")
                .doesNotContain("whatYouSaw", "hoursSpent");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "howSure | MAYBE | How sure are you?: choose one of the answers offered.",
                "howSure | '' | How sure are you?: answer this.",
                "whatYouSaw | '  ' | What did you see?: answer this.",
                "whatYouSaw | ab | What did you see?: write 3 characters or more.",
                "hoursSpent | 9 | Hours spent: give 8 or less.",
                "hoursSpent | -1 | Hours spent: give 0 or more.",
                "hoursSpent | many | Hours spent: give a number.",
                "secondLookApproved | perhaps | Is the plan sound?: tick it or leave it.",
                "rag | GREEN | There is no field “rag” here"
            })
    void theRulesOfTheFormHoldWhateverIsSent(String field, String value, String sentence) {
        Map<String, Object> fields = fields();
        fields.put(field, value);

        assertThatThrownBy(() -> answer(fields)).hasStackTraceContaining(sentence);
        assertThat(answers.of(new CaseReference(reference))).isEmpty();
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        assertThatThrownBy(() -> answer(Map.of("hoursSpent", 9)))
                .hasStackTraceContaining("Hours spent: give 8 or less.")
                .hasStackTraceContaining("How sure are you?: answer this.")
                .hasStackTraceContaining("What did you see?: answer this.");
    }

    @Test
    void anAnswerThatIsFinallyRefusedIsNotSaved() {
        TransactionTemplate asOne = new TransactionTemplate(
                transactions, new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_NESTED));
        assertThatThrownBy(() ->
                        asOne.executeWithoutResult(begun -> scheme.complete(reference, TASK, "coordinator", fields())))
                .hasStackTraceContaining("This task is for service-manager");
        assertThat(answers.of(new CaseReference(reference))).isEmpty();
    }

    @Test
    void theCasePageShowsItToThoseWhoMaySeeTheCase() throws Exception {
        answer(fields());

        open("coordinator", "coordinator")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Other forms")))
                .andExpect(
                        content().string(containsString("What did you see? Two &lt;b&gt;rotas&lt;/b&gt;, one gap.")));
        open("commissioner", "commissioner")
                .andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("rotas"))));
        open("modeller", "process-manager").andExpect(status().isNotFound());
    }

    @Test
    void answersAreNeverChangedOrTakenAway() {
        answer(fields());
        assertThatThrownBy(() -> jdbc.sql("delete from form_answer").update()).hasMessageContaining("only grows");
    }

    private ResultActions open(String person, String group) throws Exception {
        return web.perform(
                get("/cases/" + reference).with(user(person).authorities(AuthorityUtils.createAuthorityList(group))));
    }
}
