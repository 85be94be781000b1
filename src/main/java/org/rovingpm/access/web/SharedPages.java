package org.rovingpm.access.web;

import static org.rovingpm.access.Audience.everyone;
import static org.rovingpm.access.Audience.holders;
import static org.rovingpm.access.Audience.nobody;
import static org.rovingpm.access.Audience.signedIn;

import java.util.List;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.springframework.stereotype.Component;

/** What belongs to no other module: sign-in, styles and scripts, errors, and the addresses that monitoring calls. */
@Component
class SharedPages implements ModuleAccess {

    private final MetricsToken metrics;

    SharedPages(MetricsToken metrics) {
        this.metrics = metrics;
    }

    @Override
    public List<Page> pages() {
        return List.of(
                Page.at("/work", "/camunda", "/camunda/", "/camunda/app", "/camunda/app/")
                        .readBy(signedIn())
                        .inMenu(10, "Your work"),
                Page.at("/sign-in").readBy(everyone()),
                Page.at(SecondStepFilter.PAGE).usedBy(everyone()),
                Page.at("/api/menu").readBy(signedIn()),
                Page.under("/css", "/js", "/images").readBy(everyone()),
                Page.at("/favicon.ico").readBy(everyone()),
                Page.at("/error").readBy(signedIn()),
                Page.at("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")
                        .readBy(everyone()),
                Page.at("/actuator/prometheus")
                        .through(Door.SERVICE)
                        .readBy(holders(metrics::isRight))
                        .where(metrics.isSet()),
                Page.under("/actuator").usedBy(nobody()));
    }
}
