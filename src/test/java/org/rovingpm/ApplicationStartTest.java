package org.rovingpm;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ApplicationStartTest {

    @Autowired
    private ProcessEngine engine;

    @Test
    void startsWithTheEngineOnPostgreSql() {
        assertThat(engine.getManagementService().getProperties()).containsKey("schema.version");
    }
}
