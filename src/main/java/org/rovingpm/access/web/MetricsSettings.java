package org.rovingpm.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who may read the figures for monitoring.
 *
 * @param token the bearer token of whoever reads them; without it nobody does
 */
@ConfigurationProperties("rovingpm.metrics")
record MetricsSettings(String token) {}
