package org.rovingpm.access.web;

import static org.rovingpm.access.Audience.able;
import static org.rovingpm.access.Audience.nobody;
import static org.rovingpm.access.Audience.signedIn;

import java.util.List;
import org.rovingpm.access.Ability;
import org.rovingpm.access.Door;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.call.AllowedCalls;
import org.rovingpm.access.web.engine.EngineDoor;
import org.springframework.stereotype.Component;

/**
 * The engine's REST API and its web applications. Who may make which call is on the lists of {@link AllowedCalls}, at which
 * {@link EngineDoor} looks; then the engine checks the rights that are derived from the declarations of modules.
 */
@Component
class EnginePages implements ModuleAccess {

    /** The parts of the engine's REST API, by the first part of their address. */
    private static final String AREA = "{area:"
            + String.join(
                    "|",
                    "authorization",
                    "batch",
                    "case-definition",
                    "case-execution",
                    "case-instance",
                    "condition",
                    "decision-definition",
                    "decision-requirements-definition",
                    "deployment",
                    "event-subscription",
                    "execution",
                    "external-task",
                    "filter",
                    "group",
                    "history",
                    "identity",
                    "incident",
                    "job",
                    "job-definition",
                    "message",
                    "metrics",
                    "migration",
                    "modification",
                    "optimize",
                    "process-definition",
                    "process-instance",
                    "schema",
                    "signal",
                    "task",
                    "telemetry",
                    "tenant",
                    "user",
                    "variable-instance",
                    "version")
            + "}";

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/engine-rest/" + AREA, "/engine-rest/engine/{engine}/" + AREA)
                        .through(Door.ENGINE)
                        .usedBy(signedIn()),
                Page.at("/engine-rest/engine").through(Door.ENGINE).readBy(signedIn()),
                // The same API as the web applications call it
                Page.under("/camunda/api/engine/engine/{engine}/" + AREA).usedBy(signedIn()),
                Page.at("/camunda/api/engine/engine", "/camunda/api/engine/engine/")
                        .readBy(signedIn()),
                Page.at("/camunda/favicon.ico").readBy(signedIn()),
                Page.under("/camunda/app/tasklist").readBy(able(Ability.TASKLIST)),
                Page.under("/camunda/app/cockpit").readBy(able(Ability.COCKPIT)),
                Page.under("/camunda/app/admin").readBy(able(Ability.ADMIN)),
                Page.under("/camunda/app/welcome", "/camunda/lib", "/camunda/assets")
                        .readBy(signedIn()),
                Page.under("/camunda/api/{application:tasklist|cockpit|admin|welcome}/plugin")
                        .usedBy(signedIn()),
                Page.at("/camunda/api/admin/auth/user/{engine}").readBy(signedIn()),
                Page.at("/camunda/api/admin/auth/user/{engine}/logout").writtenBy(signedIn()),
                // Whoever calls these could make themselves an administrator, or sign in past our sign-in
                Page.under("/camunda/api/admin/setup", "/camunda/api/admin/auth/user/{engine}/login")
                        .usedBy(nobody()));
    }
}
