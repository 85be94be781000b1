package org.rovingpm.modelcheck.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A deployment that is too large is not read to its end. */
class LargeDeploymentsTest {

    private final LargeDeployments filter = new LargeDeployments();
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    /** A request whose body never ends. */
    private static MockHttpServletRequest endless(String path, long claimedLength) {
        return new MockHttpServletRequest("POST", path) {

            @Override
            public long getContentLengthLong() {
                return claimedLength;
            }

            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(new java.io.InputStream() {

                    @Override
                    public int read() {
                        return 'x';
                    }
                });
            }
        };
    }

    @Test
    void isRefusedByTheLengthItSays() throws Exception {
        filter.doFilter(endless("/engine-rest/deployment/create", 30_000_000), response, chain);

        assertThat(response.getStatus()).isEqualTo(413);
        assertThat(response.getContentAsString()).contains("larger than 20 MB together");
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void breaksOffWhereItSaysNone() throws Exception {
        filter.doFilter(endless("/camunda/api/engine/engine/default/deployment/create/", -1), response, chain);

        assertThatThrownBy(() -> chain.getRequest().getInputStream().readAllBytes())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 20 MB");
    }

    @Test
    void isNoneOfItsBusinessElsewhere() throws Exception {
        filter.doFilter(endless("/engine-rest/task/count", 30_000_000), response, chain);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(chain.getRequest()).isNotNull();
    }
}
