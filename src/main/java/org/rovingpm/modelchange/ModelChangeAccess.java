package org.rovingpm.modelchange;

import static org.rovingpm.access.Audience.everyone;
import static org.rovingpm.access.Role.PROCESS_MANAGER;

import java.util.List;
import org.rovingpm.access.ModuleAccess;
import org.rovingpm.access.Page;
import org.rovingpm.access.ProcessAccess;
import org.springframework.stereotype.Component;

/** Only process managers review model changes. */
@Component
class ModelChangeAccess implements ModuleAccess {

    @Override
    public List<Page> pages() {
        return List.of(
                Page.under("/changes").usedBy(PROCESS_MANAGER).inMenu(50, "Process changes"),
                // Draws the diagrams
                Page.at(
                                "/webjars/bpmn-js/{version}/dist/bpmn-navigated-viewer.production.min.js",
                                "/webjars/bpmn-js/{version}/dist/assets/diagram-js.css")
                        .readBy(everyone()));
    }

    @Override
    public List<ProcessAccess> processes() {
        return List.of(ProcessAccess.to(ChangeReviewProcess.KEY)
                .workedOnBy(PROCESS_MANAGER)
                .showing(ChangeReviewProcess.Variables.CHANGED_FILES, "Files")
                .listedAs("Process changes", "Changes by managers and upgrades that await a decision"));
    }
}
