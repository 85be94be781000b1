package org.rovingpm.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.document.TestClamd.Mood;
import org.rovingpm.document.VirusScanner.Verdict;

class ClamdTest {

    private static final Duration LITTLE_PATIENCE = Duration.ofMillis(400);
    private static final byte[] LARGE = new byte[AddDocument.LARGEST];

    @Test
    void sendsTheWholeContentAndUnderstandsTheVerdict() {
        try (TestClamd daemon = new TestClamd(Mood.WELL)) {
            Clamd scanner = new Clamd("localhost", daemon.port(), Duration.ofSeconds(30));
            assertThat(scanner.scan(SampleFiles.pdf("a plan"))).isEqualTo(Verdict.CLEAN);
            assertThat(scanner.scan(LARGE)).isEqualTo(Verdict.CLEAN);
            assertThat(daemon.scanned()).isEqualTo(AddDocument.LARGEST);
            assertThat(scanner.scan(SampleFiles.text(SampleFiles.EICAR))).isEqualTo(Verdict.INFECTED);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void neverTakesADaemonThatMisbehavesForAVerdict(Mood mood) {
        try (TestClamd daemon = new TestClamd(mood)) {
            Clamd scanner = new Clamd("localhost", daemon.port(), LITTLE_PATIENCE);
            for (byte[] content : new byte[][] {SampleFiles.pdf("a plan"), LARGE}) {
                Instant begun = Instant.now();
                assertThatThrownBy(() -> scanner.scan(content)).isInstanceOf(ScannerUnavailable.class);
                assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    @Test
    void saysThatNobodyIsThere() throws IOException {
        // Taken, so that nobody else is there either
        try (Socket nobody = new Socket()) {
            nobody.bind(new InetSocketAddress("localhost", 0));
            assertThatThrownBy(() ->
                            new Clamd("localhost", nobody.getLocalPort(), LITTLE_PATIENCE).scan(SampleFiles.pdf("x")))
                    .isInstanceOf(ScannerUnavailable.class);
        }
    }
}
