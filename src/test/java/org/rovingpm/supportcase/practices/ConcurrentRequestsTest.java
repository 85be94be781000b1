package org.rovingpm.supportcase.practices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.practice.Practice;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The same request sent twice is one case, also where the second comes before the first is stored. */
@ApplicationTest
class ConcurrentRequestsTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private RequestHelp requestHelp;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Submissions submissions;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void leaveNothingOpen() {
        jdbc.sql("""
                update support_case set stage = 'DECLINED', closed_at = now()
                where reference in (select case_reference from case_practice where ods_code = 'Z96020')""").update();
    }

    @Test
    void theSecondWaitsForTheFirstAndIsRecognised() {
        Practice practice = scheme.practice("Z96020");
        RequestHelp.Form form = submissions.read(RequestHelp.Form.class, scheme.request(practice));
        transaction.executeWithoutResult(first -> {
            requestHelp.open(form, "coordinator");
            assertThatThrownBy(() -> CompletableFuture.runAsync(
                                    () -> transaction.executeWithoutResult(second -> impatiently(form)))
                            .join())
                    .hasStackTraceContaining("lock timeout");
        });

        assertThatThrownBy(() -> requestHelp.open(form, "coordinator")).hasMessageContaining("it has been sent before");
        assertThat(cases.openOf(practice.code())).hasSize(1);
    }

    private void impatiently(RequestHelp.Form form) {
        jdbc.sql("set local lock_timeout = '100ms'").update();
        requestHelp.open(form, "coordinator");
    }
}
