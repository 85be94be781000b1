package org.rovingpm.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Writes a {@link PassingFailure} in one line, whoever logs it. While the database is away or much is going on there are many, each
 * with the same stack trace, and it tells nothing that the line does not.
 */
public class PassingFailuresInALine extends TurboFilter {

    private static final int LONGEST = 300;

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable thrown) {
        Throwable failure = thrown == null ? last(parameters) : thrown;
        Optional<PassingFailure> passing = failure == null ? Optional.empty() : PassingFailure.in(failure);
        if (passing.isEmpty() || !level.isGreaterOrEqual(logger.getEffectiveLevel())) {
            return FilterReply.NEUTRAL;
        }
        // Without a throwable it is no failure to this filter
        logger.log(
                marker,
                Logger.class.getName(),
                Level.toLocationAwareLoggerInteger(level),
                "{}",
                new Object[] {
                    line(MessageFormatter.arrayFormat(format, parameters).getMessage(), passing.get())
                },
                null);
        return FilterReply.DENY;
    }

    private static Throwable last(Object[] parameters) {
        return parameters != null
                        && parameters.length > 0
                        && parameters[parameters.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }

    private static String line(String text, PassingFailure passing) {
        String line = text == null ? "" : text.replaceAll("\\s+", " ").strip();
        return "%s (%s)".formatted(line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…", passing);
    }
}
