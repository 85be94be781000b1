package org.rovingpm.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.rovingpm.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class ServiceLevelsTest {

    private static final Instant MONDAY_AT_NINE = Instant.parse("2026-11-23T09:00:00Z");

    @Autowired
    private ServiceLevels serviceLevels;

    @Autowired
    private RepositoryService repository;

    @Test
    void aManagersVersionCountsFromTheMomentItIsInForce() throws IOException {
        Instant before = serviceLevels.due("RED", "userTask_assessRequest", MONDAY_AT_NINE);
        String table = Files.readString(Path.of("processes/service-levels.dmn"));
        String quicker = table.replaceFirst("(?s)(userTask_assessRequest.*?\"RED\".*?<text>)4(</text>)", "$11$2");
        String deployment = repository
                .createDeployment()
                .addString("service-levels.dmn", quicker)
                .deploy()
                .getId();
        try {
            assertThat(before).isEqualTo("2026-11-23T13:00:00Z");
            assertThat(serviceLevels.due("RED", "userTask_assessRequest", MONDAY_AT_NINE))
                    .isEqualTo("2026-11-23T10:00:00Z");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
        assertThat(serviceLevels.due("RED", "userTask_assessRequest", MONDAY_AT_NINE))
                .isEqualTo(before);
    }
}
