package org.rovingpm.start.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people have sent is in the log as part of an entry, however it is written. */
class PlainLogTest {

    private static final String ENTRY = "2026-11-30T10:00:00.000Z  INFO 1 --- [main] o.r.Signed: manager signed in";

    private final LoggerContext context = new LoggerContext();
    private Logger logger;

    /** By the file with which the application runs. */
    @BeforeEach
    void configure() throws Exception {
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(getClass().getResource("/logback-spring.xml"));
        logger = context.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    private String written(String message, Throwable failure) {
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) logger.getAppender("CONSOLE");
        return ((LayoutWrappingEncoder<ILoggingEvent>) console.getEncoder())
                .getLayout()
                .doLayout(new LoggingEvent(getClass().getName(), logger, Level.WARN, message, failure, null));
    }

    private static long entries(String text) {
        return text.lines().filter(line -> line.startsWith("2")).count();
    }

    @Test
    void aLineBreakInAMessageBeginsNoEntry() {
        for (String lineBreak : List.of("\n", "\r\n", "\r", "\u0085", "\u2028", "\n\n", "\u000B")) {
            assertThat(entries(written("No such practice: X" + lineBreak + ENTRY, null)))
                    .as("%x", (int) lineBreak.charAt(0))
                    .isEqualTo(1);
        }
    }

    @Test
    void norDoesOneInAFailureItsCauseOrWhatWasSuppressed() {
        Exception failure = new IllegalStateException("X\n" + ENTRY, new IllegalArgumentException("Y\r\n" + ENTRY));
        failure.addSuppressed(new IllegalArgumentException("Z\n" + ENTRY));
        String written = written("It has failed", failure);
        assertThat(entries(written)).isEqualTo(1);
        assertThat(written)
                .contains("IllegalStateException: X", "Caused by: java.lang.IllegalArgumentException: Y", "Z", "\tat ");
    }

    @Test
    void whatCannotBeSeenIsWrittenByItsNumber() {
        assertThat(written("red \u001B[31m, turned \u202Eround, nothing \u0000, a\ttab", null))
                .contains("red \\u{1b}[31m, turned \\u{202e}round, nothing \\u{0}, a\ttab");
        assertThat(written("£5 for Zoë at ‘Fern’ 😀", null)).contains("£5 for Zoë at ‘Fern’ 😀");
    }
}
