package org.rovingpm.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often one client may use the pages that are open to all. Generous, because whole practices, and many of them, share
 * one address of their network.
 *
 * @param pages    pages and searches a minute
 * @param forms    forms sent a minute
 * @param requests requests for help sent an hour
 */
@ConfigurationProperties("rovingpm.limit")
record LimitSettings(
        @DefaultValue("300") int pages,
        @DefaultValue("60") int forms,
        @DefaultValue("30") int requests) {}
