package org.rovingpm.start.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/** The message of an entry. */
public class PlainLogMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return PlainLogText.of(super.convert(event));
    }
}
