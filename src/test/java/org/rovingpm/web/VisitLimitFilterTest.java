package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rovingpm.web.share.Shares;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class VisitLimitFilterTest {

    @Test
    void aPageThatIsOnlyReadIsShownWhileTheDatabaseIsAwayAndNothingIsTaken() throws Exception {
        VisitLimitFilter counting = new VisitLimitFilter(new Shares(new Away()), new LimitSettings(1, 1, 1));
        for (int visit = 0; visit < 3; visit++) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            counting.doFilter(new MockHttpServletRequest("GET", "/request-help"), response, (asked, answer) -> {});
            assertThat(response.getStatus()).isEqualTo(200);
        }
        boolean[] taken = {false};
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> counting.doFilter(
                        new MockHttpServletRequest("POST", "/request-help/send"),
                        new MockHttpServletResponse(),
                        (asked, answer) -> taken[0] = true)))
                .isNotNull();
        assertThat(taken[0]).isFalse();
    }

    /** A database that is not there. */
    private static class Away extends AbstractDataSource {

        @Override
        public java.sql.Connection getConnection() throws java.sql.SQLException {
            throw new java.sql.SQLTransientConnectionException("It is away.");
        }

        @Override
        public java.sql.Connection getConnection(String user, String password) throws java.sql.SQLException {
            return getConnection();
        }
    }
}
