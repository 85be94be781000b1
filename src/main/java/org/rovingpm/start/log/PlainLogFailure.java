package org.rovingpm.start.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;

/** The failure of an entry with its causes, whose messages repeat what was sent. */
public class PlainLogFailure extends ExtendedWhitespaceThrowableProxyConverter {

    @Override
    protected String throwableProxyToString(IThrowableProxy failure) {
        return super.throwableProxyToString(new Plain(failure));
    }

    /** A failure whose message is plain, and so on down to its last cause. */
    private record Plain(IThrowableProxy failure) implements IThrowableProxy {

        private static IThrowableProxy of(IThrowableProxy failure) {
            return failure == null ? null : new Plain(failure);
        }

        @Override
        public String getMessage() {
            return PlainLogText.of(failure.getMessage());
        }

        @Override
        public String getOverridingMessage() {
            return PlainLogText.of(failure.getOverridingMessage());
        }

        @Override
        public String getClassName() {
            return failure.getClassName();
        }

        @Override
        public StackTraceElementProxy[] getStackTraceElementProxyArray() {
            return failure.getStackTraceElementProxyArray();
        }

        @Override
        public int getCommonFrames() {
            return failure.getCommonFrames();
        }

        @Override
        public IThrowableProxy getCause() {
            return of(failure.getCause());
        }

        @Override
        public IThrowableProxy[] getSuppressed() {
            return failure.getSuppressed() == null
                    ? null
                    : Arrays.stream(failure.getSuppressed()).map(Plain::of).toArray(IThrowableProxy[]::new);
        }

        @Override
        public boolean isCyclic() {
            return failure.isCyclic();
        }
    }
}
