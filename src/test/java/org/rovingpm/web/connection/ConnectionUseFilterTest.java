package org.rovingpm.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Audience;
import org.rovingpm.access.DeclaredAccess;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ConnectionUseFilterTest {

    private static final int MOST = 2;

    private final ConnectionUseFilter filter = new ConnectionUseFilter(
            new DeclaredAccess(List.of(new ModuleAccess() {
                @Override
                public List<Page> pages() {
                    return List.of(
                            Page.under("/answer").through(Door.NO_ACCOUNT).usedBy(Audience.everyone()),
                            Page.at("/privacy").readBy(Audience.everyone()),
                            Page.at("/sign-in").readBy(Audience.everyone()),
                            Page.under("/cases").readBy(Audience.signedIn()));
                }
            })),
            MOST);

    @Test
    void staffNeverTakeAllThreadsFromVisitors() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        List<CompletableFuture<Integer>> staff = List.of(busy("GET", "/cases/1", goOn), busy("POST", "/sign-in", goOn));

        assertThat(status("GET", "/cases/2")).isEqualTo(503);
        assertThat(status("GET", "/undeclared")).isEqualTo(503);
        assertThat(status("GET", "/answer/x")).isEqualTo(200);
        assertThat(status("POST", "/answer/x")).isEqualTo(200);
        assertThat(status("GET", "/privacy")).isEqualTo(200);
        assertThat(status("GET", "/sign-in")).isEqualTo(200);

        goOn.countDown();
        assertThat(staff).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        assertThat(status("GET", "/cases/2")).isEqualTo(200);
    }

    private CompletableFuture<Integer> busy(String method, String path, CountDownLatch goOn) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> status(method, path, begun, goOn));
        begun.await();
        return answer;
    }

    private int status(String method, String path) {
        return status(method, path, new CountDownLatch(0), new CountDownLatch(0));
    }

    private int status(String method, String path, CountDownLatch begun, CountDownLatch goOn) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            filter.doFilter(request, response, (asked, answer) -> {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interruption) {
                    Thread.currentThread().interrupt();
                }
            });
        } catch (java.io.IOException | jakarta.servlet.ServletException failure) {
            throw new IllegalStateException(failure);
        }
        return response.getStatus();
    }
}
