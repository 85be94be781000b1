package org.rovingpm.practicepage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param linkValid    how long a link works
 * @param afterClosure how long the page stays open after its case was closed
 */
@ConfigurationProperties("rovingpm.practice-page")
record PracticePageSettings(
        @DefaultValue("90d") Duration linkValid,
        @DefaultValue("30d") Duration afterClosure) {}
