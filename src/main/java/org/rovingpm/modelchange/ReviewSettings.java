package org.rovingpm.modelchange;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes of models are reviewed.
 *
 * @param reviewFirst whether a change comes into force only when another process manager has reviewed it; where there is no other,
 *                    it comes into force at once
 */
@ConfigurationProperties("rovingpm.changes")
public record ReviewSettings(@DefaultValue("false") boolean reviewFirst) {}
