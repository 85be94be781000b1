package org.rovingpm.calendar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration
class ClockConfiguration {

    /** The time, unless another clock is in force. */
    @Bean
    @Fallback
    Clock clock() {
        return Clock.system(SchemeTime.ZONE);
    }
}
