package org.rovingpm.engine.job;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the running of timers and queued steps is watched.
 *
 * @param fetching how long the thread that fetches them may ask the database before another takes its place
 * @param look     how often somebody looks
 */
@ConfigurationProperties("rovingpm.job")
record JobSettings(
        @DefaultValue("60s") Duration fetching,
        @DefaultValue("5s") Duration look) {}
