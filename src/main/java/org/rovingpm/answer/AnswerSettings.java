package org.rovingpm.answer;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param linkValid how long a link works */
@ConfigurationProperties("rovingpm.answer")
record AnswerSettings(@DefaultValue("14d") Duration linkValid) {}
