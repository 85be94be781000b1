package org.rovingpm.supportcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.engine.OutsideService;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.PracticeRegisterRefreshProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** A request that names a practice which nobody here knows: it is refused, and the register is asked all the same. */
@ApplicationTest
class UnknownPracticeTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private java.util.List<OutsideService> services;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void cleanUp() {
        set(Optional.empty());
        processes
                .createProcessInstanceQuery()
                .processDefinitionKey(PracticeRegisterRefreshProcess.KEY)
                .list()
                .forEach(instance -> processes.deleteProcessInstance(instance.getId(), "End of the test"));
        jdbc.sql("delete from register_refresh").update();
    }

    @Test
    void theRegisterIsAskedThoughTheRequestIsRolledBack() {
        set(Optional.of(URI.create("https://register.example.org")));
        assertThatThrownBy(() -> request("q99123 "))
                .hasMessageContaining("The NHS register is being asked for it: try again in a few minutes.");
        assertThatThrownBy(() -> request("Q99123")).hasMessageContaining("try again in a few minutes");

        ProcessInstance asking = processes
                .createProcessInstanceQuery()
                .processDefinitionKey(PracticeRegisterRefreshProcess.KEY)
                .singleResult();
        assertThat(asking.getBusinessKey()).isEqualTo("Q99123");
        assertThat(jobs.createJobQuery().processInstanceId(asking.getId()).count())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from case_practice where ods_code = 'Q99123'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aCodeThatCannotBeAPracticesIsRefusedAsEver() {
        set(Optional.of(URI.create("https://register.example.org")));

        assertThatThrownBy(() -> request("RWR")).hasMessageContaining("No practice has the ODS code “RWR”: check it");
        assertThat(questionsAsked()).isZero();
    }

    @Test
    void nothingIsAskedWhereNoRegisterIsSet() {
        assertThatThrownBy(() -> request("Q99123"))
                .hasMessageContaining("No practice has the ODS code “Q99123”: check it");
        assertThat(questionsAsked()).isZero();
    }

    private long questionsAsked() {
        return processes
                .createProcessInstanceQuery()
                .processDefinitionKey(PracticeRegisterRefreshProcess.KEY)
                .count();
    }

    private void request(String code) {
        Map<String, Object> fields = scheme.request(new org.rovingpm.practice.Practice(
                new org.rovingpm.practice.OdsCode("Q99123"),
                "Nobody",
                null,
                null,
                null,
                null,
                null,
                org.rovingpm.practice.PracticeStatus.ACTIVE,
                null,
                null,
                null,
                null,
                true,
                null));
        fields.put("odsCode", code);
        scheme.requestHelp("coordinator", fields);
    }

    private void set(Optional<URI> address) {
        OutsideService register = services.stream()
                .filter(service -> service.name().equals("nhs-register"))
                .findFirst()
                .orElseThrow();
        ReflectionTestUtils.setField(register, "address", address);
    }
}
