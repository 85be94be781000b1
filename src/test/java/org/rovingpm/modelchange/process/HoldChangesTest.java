package org.rovingpm.modelchange.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.engine.deployment.DeployedModels;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.modelchange.ChangeReviewProcess;
import org.rovingpm.modelchange.ChangedModels;
import org.rovingpm.modelchange.ModelChange;
import org.rovingpm.modelchange.ModelChanges;
import org.rovingpm.modelchange.ReviewSettings;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.annotation.Transactional;

/** Where changes wait for their review: what a manager deploys is not in force. */
@ApplicationTest
class HoldChangesTest {

    private static final String FILE = "case-closure.bpmn";
    private static final String CHANGED =
            ChangedModels.changed(FILE, "name=\"Write closing report\"", "name=\"Write the final report\"");
    private static final String SETTINGS = "settings";

    @Autowired
    private HoldChanges hold;

    @Autowired
    private EngineDeploy decided;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private DeployedModels models;

    @Autowired
    private ModelChanges changes;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    private String manager;
    private String reviewer;
    private ReviewSettings before;

    @BeforeEach
    void changesWait() {
        manager = people.named("process-manager-8", Role.PROCESS_MANAGER);
        reviewer = people.named("process-manager-9", Role.PROCESS_MANAGER);
        before = (ReviewSettings) ReflectionTestUtils.getField(hold, SETTINGS);
        ReflectionTestUtils.setField(hold, SETTINGS, new ReviewSettings(true));
    }

    @AfterEach
    void asBefore() {
        ReflectionTestUtils.setField(hold, SETTINGS, before);
        people.delete(manager);
        people.delete(reviewer);
    }

    private void deploy(String content) {
        scheme.as(manager, () -> repository
                .createDeployment()
                .source("Camunda Modeler")
                .addString(FILE, content)
                .deploy());
    }

    private String inForce() {
        return new String(models.inForce(FILE, "").orElseThrow().content(), StandardCharsets.UTF_8);
    }

    private ModelChange latest() {
        return changes.before(Long.MAX_VALUE, 1).get(0);
    }

    @Test
    void aDeploymentIsAnsweredByASentenceRecordedAndNotInForce() {
        String inForce = inForce();
        long deployments = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> deploy(CHANGED))
                .isInstanceOf(ChangeHeld.class)
                .hasMessageMatching("Nothing is in force yet: this is Change \\d+ now, .*");

        try {
            assertThat(inForce()).isEqualTo(inForce);
            assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
            assertThat(latest().isHeld()).isTrue();
            assertThat(latest().madeBy()).isEqualTo(manager);
        } finally {
            scheme.forget(latest().name());
        }
    }

    @Test
    void whatTheCheckRefusesIsRefusedAsEver() {
        List<ModelChange> known = changes.before(Long.MAX_VALUE, 1);

        assertThatThrownBy(() -> deploy(CHANGED.replace("camunda:formRef=\"write-closing-report\"", "")))
                .isNotInstanceOf(ChangeHeld.class);

        assertThat(changes.before(Long.MAX_VALUE, 1)).isEqualTo(known);
    }

    @Test
    void theReviewIsATaskOfTheProcessManagers() {
        assertThatThrownBy(() -> deploy(CHANGED)).isInstanceOf(ChangeHeld.class);

        try {
            assertThat(scheme.task(latest().name(), ChangeReviewProcess.Elements.APPROVE_CHANGE)
                            .getName())
                    .isEqualTo("Approve change");
        } finally {
            scheme.forget(latest().name());
        }
    }

    @Test
    @Transactional
    void whatAReviewHasDecidedWaitsForNoOther() {
        scheme.as(reviewer, () -> {
            decided.files("Change 1: put in force", "Camunda Modeler", Map.of(FILE, ChangedModels.bytes(CHANGED)));
            return null;
        });

        assertThat(inForce()).isEqualTo(CHANGED);
    }

    @Test
    @Transactional
    void aChangeWaitsOnlyWhereSomebodyElseCanReviewIt() {
        jdbc.sql("delete from act_id_membership where group_id_ = :group and user_id_ <> :manager")
                .param("group", Role.PROCESS_MANAGER.group())
                .param("manager", manager)
                .update();

        deploy(CHANGED);

        assertThat(inForce()).isEqualTo(CHANGED);
    }

    @Test
    @Transactional
    void whatIsInForceAlreadyDoesNotWait() {
        List<ModelChange> known = changes.before(Long.MAX_VALUE, 1);

        deploy(inForce());

        assertThat(changes.before(Long.MAX_VALUE, 1)).isEqualTo(known);
    }
}
