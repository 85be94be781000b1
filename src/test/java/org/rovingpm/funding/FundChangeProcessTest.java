package org.rovingpm.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.model.ProcessModel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class FundChangeProcessTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private Funds funds;

    @Autowired
    private HistoryService history;

    private String add(Map<String, Object> fields) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "code", "TEST-2026", "name", "Test fund", "amount", 2500.5, "note", "Award letter of 2 November"));
        all.putAll(fields);
        return scheme.start(FundChangeProcess.KEY, "service-manager", all);
    }

    @Test
    void everyFlowNodeIsPassedAndTheFundIsOpen() {
        String instance = add(Map.of());

        assertThat(funds.get("TEST-2026").available()).isEqualByComparingTo("2500.50");
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .containsAll(ProcessModel.flowNodes(FundChangeProcess.KEY));
    }

    @Test
    void moneyIsAddedToAKnownFundOnce() {
        add(Map.of());
        add(Map.of("note", "Second award"));

        assertThat(funds.get("TEST-2026").allocated()).isEqualByComparingTo("5001");
        assertThatThrownBy(() -> add(Map.of("note", "Second award")))
                .hasMessageContaining("same amount was added today");
    }

    @Test
    void invalidMoneyIsRefusedInWords() {
        assertThatThrownBy(() -> add(Map.of("amount", -1))).hasMessageContaining("£0.01 or more");
        assertThatThrownBy(() -> add(Map.of("amount", 1.005))).hasMessageContaining("pounds and pence");
        assertThatThrownBy(() -> add(Map.of("name", ""))).hasMessageContaining("give the new fund a name");
        assertThatThrownBy(() -> add(Map.of("closesOn", "2020-01-01")))
                .hasMessageContaining("The closing day has passed");
        assertThatThrownBy(() -> scheme.start(FundChangeProcess.KEY, "coordinator", Map.of()))
                .hasMessageContaining("does not have");
    }
}
